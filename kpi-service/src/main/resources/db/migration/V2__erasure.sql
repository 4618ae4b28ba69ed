-- Which erasures were carried out for which topic: told again, one must not take what a stranger has begun since. An
-- event's id says nothing of whom it was about.
create table erasure (
    topic text not null,
    event_id text not null,
    at timestamptz not null,
    primary key (topic, event_id)
);

-- Anonymous rows take another name, all of a customer's at once.
create index signal_of_customer on signal_fact (customer);
create index case_of_customer on case_fact (customer);
create index task_of_customer on task_fact (customer);
create index no_action_of_customer on no_action_fact (customer);

-- Who objects to profiling is a customer like any other, but has no level to be counted by.
alter table assessment add column objected boolean not null default false;
drop index assessment_by_customer;
create index assessment_by_customer on assessment (customer, as_of, arrival) include (yearly_margin, level, objected);
