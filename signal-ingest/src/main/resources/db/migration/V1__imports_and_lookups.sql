create table import_report (
    id          uuid        primary key,
    source      text        not null,
    finished_at timestamptz not null,
    report      jsonb       not null
);

create table lookup_row (
    source text  not null,
    name   text  not null,
    key    text  not null,
    row    jsonb not null,
    primary key (source, name, key)
);
