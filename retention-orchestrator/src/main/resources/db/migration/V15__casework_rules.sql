-- A case that somebody has begun is told from one that waits to be begun.
ALTER TABLE retention_case DROP CONSTRAINT retention_case_status_check, DROP CONSTRAINT retention_case_check1,
    ADD CHECK (status IN ('open', 'in-action', 'waiting', 'saved', 'lost', 'closed-without-action', 'void')),
    ADD CHECK ((status IN ('open', 'in-action', 'waiting')) = (closed_at IS NULL));
UPDATE retention_case c SET status = 'in-action' WHERE status = 'open'
    AND EXISTS (SELECT FROM task t WHERE t.case_id = c.id AND t.status IN ('claimed', 'done'));
DROP INDEX one_case_at_a_time;
CREATE UNIQUE INDEX one_case_at_a_time ON retention_case (customer) WHERE status IN ('open', 'in-action', 'waiting');

-- When a case that nobody began is let go because its risk has gone, and how the case before ended, for the peace after.
ALTER TABLE dossier ADD COLUMN calm_until timestamptz,
    ADD COLUMN last_result text, ADD COLUMN last_because text, ADD COLUMN last_closed_at timestamptz,
    ADD COLUMN last_level text, ADD COLUMN last_action text,
    ADD CHECK ((last_result IS NULL) = (last_because IS NULL) AND (last_result IS NULL) = (last_closed_at IS NULL)
        AND (last_result IS NULL) = (last_level IS NULL) AND (last_result IS NULL) = (last_action IS NULL));
ALTER TABLE deadline DROP CONSTRAINT deadline_kind_check,
    ADD CHECK (kind IN ('look-again', 'wait-over', 'calm-over'));
