-- What is remembered of each customer between two events. Locking this row is how instances take turns.
CREATE TABLE dossier (
    customer           text PRIMARY KEY,
    partition          integer NOT NULL,
    latest_event       text,
    latest_received_at timestamptz,
    latest             text,
    no_action_reason   text,
    no_action_rule     text,
    answered_at        timestamptz,
    look_again_at      timestamptz,
    CHECK ((latest IS NULL) = (latest_event IS NULL)),
    CHECK ((no_action_reason IS NULL) = (no_action_rule IS NULL))
);

-- Every risk that was taken, once: a second delivery finds its id here. Also what a case's timeline shows.
CREATE TABLE inbox (
    event_id       text PRIMARY KEY,
    customer       text NOT NULL,
    as_of          timestamptz NOT NULL,
    level          text NOT NULL,
    previous_level text NOT NULL,
    probability    double precision NOT NULL,
    moved_by       text,
    moved_at       timestamptz
);
CREATE INDEX inbox_of_customer ON inbox (customer, as_of);

CREATE TABLE retention_case (
    id            uuid PRIMARY KEY,
    customer      text NOT NULL REFERENCES dossier,
    status        text NOT NULL CHECK (status IN ('open', 'waiting', 'saved', 'lost', 'closed-without-action', 'void')),
    action        text NOT NULL,
    about         text,
    discreet      boolean NOT NULL,
    opened_at     timestamptz NOT NULL,
    opened_action text NOT NULL,
    why           jsonb NOT NULL,
    trace         jsonb NOT NULL,
    currency      text NOT NULL,
    cause_event   text NOT NULL,
    cause_seed    text NOT NULL,
    received_at   timestamptz,
    waiting_until timestamptz,
    because       text,
    closed_at     timestamptz,
    CHECK ((status = 'waiting') = (waiting_until IS NOT NULL)),
    CHECK ((status IN ('open', 'waiting')) = (closed_at IS NULL)),
    CHECK ((because IS NULL) = (closed_at IS NULL))
);
CREATE UNIQUE INDEX one_case_at_a_time ON retention_case (customer) WHERE status IN ('open', 'waiting');
CREATE INDEX case_of_customer ON retention_case (customer, opened_at);
CREATE INDEX case_by_status ON retention_case (status, opened_at DESC, id);

CREATE TABLE task (
    id                uuid PRIMARY KEY,
    case_id           uuid NOT NULL REFERENCES retention_case,
    position          integer NOT NULL,
    customer          text NOT NULL,
    rule              text NOT NULL,
    about             text,
    action            text NOT NULL,
    team              text NOT NULL,
    assignee          text,
    due_at            timestamptz NOT NULL,
    owed              boolean NOT NULL,
    cost              bigint NOT NULL,
    expected_profit   bigint NOT NULL,
    minutes           integer NOT NULL,
    profit_per_minute double precision NOT NULL,
    assigned_at       timestamptz NOT NULL,
    status            text NOT NULL CHECK (status IN ('assigned', 'claimed', 'done', 'cancelled')),
    claimed_by        text,
    claimed_at        timestamptz,
    outcome           text,
    note              text,
    completed_by      text,
    completed_at      timestamptz,
    because           text,
    cancelled_at      timestamptz,
    UNIQUE (case_id, position),
    CHECK ((status = 'claimed') = (claimed_by IS NOT NULL)),
    CHECK ((status = 'done') = (outcome IS NOT NULL AND completed_by IS NOT NULL AND completed_at IS NOT NULL)),
    CHECK ((status = 'cancelled') = (because IS NOT NULL AND cancelled_at IS NOT NULL))
);
CREATE INDEX queue ON task (profit_per_minute DESC, id DESC) WHERE status IN ('assigned', 'claimed');
CREATE INDEX queue_of_team ON task (team, profit_per_minute DESC, id DESC) WHERE status IN ('assigned', 'claimed');
CREATE INDEX contacts_made ON task (customer, completed_at) WHERE status = 'done';

-- What must be looked at though nothing comes: follows from dossiers and waiting cases, kept here to be found by time.
CREATE TABLE deadline (
    customer  text NOT NULL REFERENCES dossier,
    kind      text NOT NULL CHECK (kind IN ('look-again', 'wait-over')),
    due       timestamptz NOT NULL,
    partition integer NOT NULL,
    PRIMARY KEY (customer, kind)
);
CREATE INDEX deadline_of_partition ON deadline (partition, due);
CREATE INDEX deadline_due ON deadline (due);

CREATE TABLE no_action (
    event_id text PRIMARY KEY,
    customer text NOT NULL,
    reason   text NOT NULL,
    rule     text NOT NULL,
    at       timestamptz NOT NULL
);
CREATE INDEX no_action_by_reason ON no_action (reason);

-- What is still to be published, in order; a row goes once the broker has acknowledged it.
CREATE TABLE outbox (
    position    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id    text NOT NULL,
    type        text NOT NULL,
    subject     text NOT NULL,
    time        timestamptz NOT NULL,
    caused_by   text,
    received_at timestamptz,
    data        text NOT NULL
);

CREATE TABLE tick (
    run       text NOT NULL,
    partition integer NOT NULL,
    time      timestamptz NOT NULL,
    PRIMARY KEY (run, partition)
);

-- How to reach a customer, for the people who do; personal, and never looked at by a decision.
CREATE TABLE contact_card (
    customer text PRIMARY KEY,
    time     timestamptz NOT NULL,
    name     text,
    language text,
    phone    text,
    email    text,
    address  text
);

-- What could not be read, kept with its reason so that it can be mended.
CREATE TABLE unreadable (
    topic     text NOT NULL,
    partition integer NOT NULL,
    position  bigint NOT NULL,
    key       text,
    value     bytea,
    reason    text NOT NULL,
    taken_at  timestamptz NOT NULL,
    PRIMARY KEY (topic, partition, position)
);
