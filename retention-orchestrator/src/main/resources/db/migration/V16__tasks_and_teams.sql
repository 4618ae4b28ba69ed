-- A task may be put off, is watched against its due time, and tells how it stands from how it stood before.
ALTER TABLE task DROP CONSTRAINT task_status_check,
    ADD CHECK (status IN ('assigned', 'snoozed', 'claimed', 'done', 'cancelled')),
    ADD COLUMN watch text NOT NULL DEFAULT 'on-time' CHECK (watch IN ('on-time', 'warned', 'late')),
    ADD COLUMN watch_next timestamptz,
    ADD COLUMN snoozed_until timestamptz,
    ADD COLUMN snoozed_because text,
    ADD COLUMN snoozed_by text,
    ADD COLUMN version bigint NOT NULL DEFAULT 1,
    ADD CHECK ((status = 'snoozed') = (snoozed_until IS NOT NULL AND snoozed_because IS NOT NULL));
CREATE INDEX busy_with_customer ON task (customer) WHERE status = 'claimed';
CREATE INDEX snoozed ON task (profit_per_minute DESC, id DESC) WHERE status = 'snoozed';
CREATE INDEX meant_for ON task (assignee) WHERE status IN ('assigned', 'claimed', 'snoozed');
ALTER TABLE deadline DROP CONSTRAINT deadline_kind_check,
    ADD CHECK (kind IN ('look-again', 'wait-over', 'calm-over', 'task-alarm', 'snooze-over'));

-- Who works on tasks, and how their teams work.
CREATE TABLE person (
    id         text PRIMARY KEY,
    data       jsonb NOT NULL,
    version    bigint NOT NULL DEFAULT 1,
    changed_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE team_rule (
    id         text PRIMARY KEY,
    data       jsonb NOT NULL,
    version    bigint NOT NULL DEFAULT 1,
    changed_at timestamptz NOT NULL DEFAULT now()
);

-- Where each task stands in the plan of the time there is, without a day where there is no time for it; worked out anew
-- whenever something changes.
CREATE TABLE allotment (
    task_id uuid PRIMARY KEY REFERENCES task ON DELETE CASCADE,
    day     date
);
CREATE TABLE team_load (
    team           text PRIMARY KEY,
    at             timestamptz NOT NULL,
    minutes_there  bigint NOT NULL,
    minutes_wanted bigint NOT NULL,
    waiting        bigint NOT NULL,
    shadow_price   double precision NOT NULL
);
CREATE TABLE plan_run (
    day date PRIMARY KEY,
    at  timestamptz NOT NULL
);
