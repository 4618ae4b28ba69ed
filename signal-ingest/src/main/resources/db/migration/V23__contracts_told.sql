-- what signals tell of each contract of a customer, so that nobody is forgotten who is under one
create table contract_told (
    customer text not null,
    contract text not null,
    begun_at timestamptz,
    renewal  text,
    ends_at  timestamptz,
    ended_at timestamptz,
    primary key (customer, contract)
);

-- ends and beginnings were noted without their contract: the signals are read once more, and tell them again
update last_contact set ended_at = null, resumed_at = null where ended_at is not null or resumed_at is not null;

-- records from before dates were checked may hold what no database does
create function instant_or_null(written text) returns timestamptz language sql stable as
$$ select case when pg_input_is_valid(written, 'timestamptz') then written::timestamptz end $$;

-- a consent said to be of a day to come could never be withdrawn
update consent set at = now() where at > now();
