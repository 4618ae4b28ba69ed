-- what was cut in the middle, because broker or database went away, is gone on with the next hour
alter table purge
    add column finished    boolean     not null default true,
    add column reported_at timestamptz not null default now();
