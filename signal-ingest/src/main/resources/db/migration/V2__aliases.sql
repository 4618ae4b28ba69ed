create table alias (
    alias      text        primary key,
    customer   text        not null,
    learned_at timestamptz not null
);

create index alias_customer on alias (customer);
