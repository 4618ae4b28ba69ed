create table import_job (
    id          uuid        primary key,
    source      text        not null,
    file        text,
    state       text        not null check (state in ('running', 'done', 'failed', 'cut')),
    started_at  timestamptz not null,
    updated_at  timestamptz not null,
    rows        bigint      not null default 0,
    bytes       bigint      not null default 0,
    skipped     bigint      not null default 0,
    safe        bigint      not null default 0,
    header      bytea,
    failure     text
);

create index import_job_newest on import_job (started_at desc, id desc);
create index import_job_file on import_job (source, file, started_at desc) where file is not null;

create table import_refused (
    import_id uuid   not null references import_job on delete cascade,
    position  bigint not null,
    reason    text   not null,
    detail    text   not null,
    raw       bytea  not null,
    primary key (import_id, position)
);
