-- What became of the offer of a task. What is approved or given weighs on its month's budget, so that two people cannot
-- promise the same money.
CREATE TABLE offer (
    task_id    uuid PRIMARY KEY,
    case_id    uuid NOT NULL,
    customer   text NOT NULL,
    name       text NOT NULL,
    cost       bigint NOT NULL CHECK (cost >= 0),
    currency   text NOT NULL,
    status     text NOT NULL CHECK (status IN ('asked', 'approved', 'refused', 'given')),
    asked_by   text,
    asked_at   timestamptz,
    decided_by text,
    decided_at timestamptz,
    because    text,
    given_by   text,
    given_at   timestamptz,
    month      date,
    CHECK (decided_by <> asked_by),
    CHECK ((status = 'given') = (given_by IS NOT NULL AND given_at IS NOT NULL)),
    CHECK ((status IN ('approved', 'given')) = (month IS NOT NULL)),
    CHECK (status <> 'asked' OR (asked_by IS NOT NULL AND asked_at IS NOT NULL)),
    CHECK (status NOT IN ('approved', 'refused') OR (decided_by IS NOT NULL AND decided_at IS NOT NULL))
);
CREATE INDEX offers_of_month ON offer (month, name) WHERE month IS NOT NULL;
CREATE INDEX offers_asked ON offer (asked_at, task_id) WHERE status = 'asked';
CREATE INDEX offers_of_customer ON offer (customer);
