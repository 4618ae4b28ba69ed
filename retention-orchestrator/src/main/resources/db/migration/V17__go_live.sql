-- A company's going live: tried first, as often as it takes, then done once. What a try would do is told for an instant and
-- by a version of the policy; doing it goes on after a crash from the last customer dealt with.
CREATE TABLE go_live (
    id           uuid PRIMARY KEY,
    state        text NOT NULL CHECK (state IN ('trying', 'ready', 'failed', 'doing', 'done')),
    made_at      timestamptz NOT NULL,
    made_by      text NOT NULL,
    days         integer NOT NULL CHECK (days BETWEEN 1 AND 60),
    history_days integer NOT NULL CHECK (history_days BETWEEN 0 AND 365),
    decided_for  timestamptz NOT NULL,
    policy       text NOT NULL,
    outlook      jsonb,
    problem      text,
    confirmed_by text,
    live_from    timestamptz,
    done_to      text NOT NULL DEFAULT '',
    decided      bigint NOT NULL DEFAULT 0,
    opened       bigint NOT NULL DEFAULT 0,
    left_alone   bigint NOT NULL DEFAULT 0,
    done_at      timestamptz,
    CHECK (state <> 'ready' OR outlook IS NOT NULL),
    CHECK ((state IN ('doing', 'done')) = (live_from IS NOT NULL)),
    CHECK ((confirmed_by IS NULL) = (live_from IS NULL)),
    CHECK ((state = 'done') = (done_at IS NOT NULL)),
    CHECK ((state = 'failed') = (problem IS NOT NULL))
);
CREATE UNIQUE INDEX one_go_live ON go_live ((true)) WHERE state IN ('doing', 'done');
CREATE INDEX go_live_latest ON go_live (made_at DESC, id);
CREATE INDEX go_live_to_do ON go_live (made_at) WHERE state IN ('trying', 'doing');
