-- What was forgotten because it had been kept long enough: the job's report, and how instances tell that it ran.
create table purge (
    at timestamptz not null,
    subject text not null,
    before timestamptz not null,
    removed bigint not null,
    primary key (at, subject)
);
