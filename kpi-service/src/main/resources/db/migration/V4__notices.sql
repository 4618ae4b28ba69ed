-- How hard leaving was made, as the orchestrator told it: once when a notice was confirmed, once when it had ended.
create table notice_fact (
    event_id text primary key,
    customer text not null,
    at timestamptz not null,
    noticed_at timestamptz not null,
    acknowledged_at timestamptz,
    ended_at timestamptz,
    contacts integer not null check (contacts >= 0)
);
create index notice_by_time on notice_fact (at);
create index notice_by_customer on notice_fact (customer);
