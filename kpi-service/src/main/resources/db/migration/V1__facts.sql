-- What happened, once per event; every measure can be worked out again from these.

create table signal_fact (
    source text not null,
    id text not null,
    type text not null,
    customer text not null,
    time timestamptz not null,
    cause text,
    stage text,
    received_at timestamptz,
    primary key (source, id)
);
create index signal_by_time on signal_fact (time, cause) where cause is not null;

create table assessment (
    event_id text primary key,
    customer text not null,
    as_of timestamptz not null,
    arrival bigint not null,
    level text not null,
    probability double precision not null check (probability between 0 and 1),
    segment text not null,
    yearly_margin bigint not null,
    currency text not null,
    life_number integer not null check (life_number > 0),
    trigger text not null
);
create index assessment_by_customer on assessment (customer, as_of, arrival) include (yearly_margin, level);

-- One row for each stretch of being a customer, as the newest assessment that told of it has it.
create table life (
    customer text not null,
    number integer not null check (number > 0),
    started_at timestamptz not null,
    ended_at timestamptz,
    leaving text,
    cause text,
    as_of timestamptz not null,
    arrival bigint not null,
    primary key (customer, number)
);
create index life_by_start on life (started_at);
create index life_by_end on life (ended_at) where ended_at is not null;

-- A late signal can rewrite lives: one is gone when a later assessment tells of a lower number.
create view life_kept as
select * from life
where not exists (
    select from life lower
    where lower.customer = life.customer
      and lower.number < life.number
      and (lower.as_of, lower.arrival) > (life.as_of, life.arrival));

create table case_fact (
    event_id text primary key,
    case_id text not null,
    customer text not null,
    kind text not null check (kind in ('opened', 'closed')),
    at timestamptz not null,
    action text,
    result text,
    because text,
    check ((kind = 'opened') = (action is not null)),
    check ((kind = 'closed') = (result is not null and because is not null))
);
create index case_by_time on case_fact (kind, at);

create table task_fact (
    event_id text primary key,
    task_id text not null,
    case_id text not null,
    customer text not null,
    kind text not null check (kind in ('assigned', 'claimed', 'completed', 'cancelled')),
    at timestamptz not null,
    recorded_at timestamptz not null,
    action text,
    team text,
    outcome text,
    due_at timestamptz,
    received_at timestamptz,
    check (kind <> 'assigned' or (action is not null and team is not null and due_at is not null)),
    check ((kind = 'completed') = (outcome is not null))
);
create index task_by_time on task_fact (kind, at);
create index task_by_id on task_fact (task_id);

create table no_action_fact (
    event_id text primary key,
    customer text not null,
    at timestamptz not null,
    reason text not null,
    rule text not null
);
create index no_action_by_time on no_action_fact (at);

create table tick (
    run text not null,
    topic text not null,
    partition integer not null,
    time timestamptz not null,
    primary key (run, topic, partition)
);

-- How far time has come, so that a replay knows its own now without looking through every fact.
create table newest (
    topic text not null,
    partition integer not null,
    time timestamptz not null,
    primary key (topic, partition)
);

-- What could not be read or kept, with its bytes, until somebody has looked at it.
create table unreadable (
    topic text not null,
    partition integer not null,
    position bigint not null,
    reason text not null,
    key text,
    value bytea,
    kept_at timestamptz not null default now(),
    primary key (topic, partition, position)
);
