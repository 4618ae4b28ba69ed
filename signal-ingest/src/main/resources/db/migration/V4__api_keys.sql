create table api_key (
    id           uuid        primary key,
    name         text        not null,
    digest       bytea       not null unique,
    ending       text        not null,
    scopes       text[]      not null check (cardinality(scopes) > 0),
    per_second   integer,
    burst        integer,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    last_used_at timestamptz,
    check ((per_second is null) = (burst is null))
);
