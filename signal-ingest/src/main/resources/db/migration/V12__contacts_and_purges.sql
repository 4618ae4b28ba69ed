-- when a customer was last heard of or spoken to, and whether they still are one, for forgetting who is long gone
create table last_contact (
    customer   text primary key,
    day        date not null,
    ended_at   timestamptz,
    resumed_at timestamptz
);

create index last_contact_day on last_contact (day);
create index customer_record_told on customer_record (told_at);

-- what was forgotten because it had been kept long enough: the job's report, and how instances tell that it ran
create table purge (
    at      timestamptz not null,
    subject text        not null,
    before  timestamptz not null,
    removed bigint      not null,
    primary key (at, subject)
);
