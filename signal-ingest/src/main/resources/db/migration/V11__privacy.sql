-- what enciphers a customer's personal data, wrapped by the master key; told: whether vigie.keys has it
create table customer_key (
    customer text        primary key,
    wrapped  text        not null,
    made_at  timestamptz not null,
    told     boolean     not null default false
);

-- the last record of each customer as it was given, and what was last told of it with the customer's wishes
create table customer_record (
    customer    text        primary key,
    time        timestamptz not null,
    source      text        not null,
    record      jsonb       not null,
    told_at     timestamptz not null,
    told_digest text        not null
);

create table consent (
    customer text        not null,
    channel  text        not null,
    purpose  text        not null,
    given    boolean     not null,
    at       timestamptz not null,
    proof    text,
    primary key (customer, channel, purpose)
);

create table objection (
    customer text        primary key,
    objects  boolean     not null,
    at       timestamptz not null,
    proof    text
);

-- who was erased, as a digest that only the service's own key makes; the id itself only until everybody is told
create table erasure (
    id          uuid        primary key,
    digest      text        not null,
    customer    text,
    at          timestamptz not null,
    by          text        not null,
    why         text        not null check (why in ('asked', 'inactive')),
    counts      jsonb       not null,
    finished_at timestamptz,
    check ((customer is null) = (finished_at is not null))
);

create index erasure_digest on erasure (digest);
create index erasure_newest on erasure (at desc, id desc);
create index erasure_unfinished on erasure (at) where finished_at is null;
create index quarantined_key on quarantined (key);
