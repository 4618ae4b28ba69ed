create table quarantined (
    id           uuid        primary key,
    at           timestamptz not null,
    via          text        not null check (via in ('signals', 'customers', 'source', 'import', 'scorer')),
    source       text        not null,
    key          text        not null,
    reason       text        not null,
    detail       text        not null,
    line         bigint,
    content_type text        not null,
    raw          bytea       not null,
    mended       bytea,
    waits_for    text[]      not null,
    status       text        not null default 'open' check (status in ('open', 'resent', 'dropped')),
    settled_at   timestamptz,
    check ((status = 'open') = (settled_at is null))
);

create index quarantined_newest on quarantined (at desc, id desc);
create index quarantined_open on quarantined (reason, source) where status = 'open';
create index quarantined_waiting on quarantined using gin (waits_for) where status = 'open';
