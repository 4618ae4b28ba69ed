-- Leavers who were asked why, and what can be counted of what they said.
create table interview_fact (
    event_id text primary key,
    customer text not null,
    at timestamptz not null,
    kind text not null check (kind in ('asked', 'held')),
    way text,
    reason text
);
create index interview_by_time on interview_fact (at);
create index interview_by_customer on interview_fact (customer);
