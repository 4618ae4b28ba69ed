-- The law is asked once more before anything goes: what it forbids by then is withdrawn, with the reason.
ALTER TABLE letter
    ADD COLUMN withdrawn_at timestamptz,
    ADD COLUMN withdrawn_because text,
    ADD CHECK ((withdrawn_at IS NULL) = (withdrawn_because IS NULL)),
    ADD CHECK (withdrawn_at IS NULL OR posted_at IS NULL);

ALTER TABLE outgoing
    DROP CONSTRAINT outgoing_status_check,
    ADD CONSTRAINT outgoing_status_check
        CHECK (status IN ('intended', 'sending', 'sent', 'failed', 'unclear', 'withdrawn')),
    DROP CONSTRAINT outgoing_check,
    ADD CONSTRAINT outgoing_check CHECK ((status IN ('sent', 'failed', 'withdrawn')) = (settled_at IS NOT NULL));

-- Tasks whose message or letter could not be written wait a while, longer each time, so that they hold up no others.
CREATE TABLE writing_put_off (
    task_id    uuid PRIMARY KEY REFERENCES task ON DELETE CASCADE,
    attempts   integer NOT NULL,
    not_before timestamptz NOT NULL
);

-- Booked visits whose task may have ended; letters in a posted batch whose task may still be open.
CREATE INDEX visits_booked ON visit (task_id) WHERE NOT cancelled;
CREATE INDEX letters_posted ON letter (task_id) WHERE posted_at IS NOT NULL AND task_id IS NOT NULL;
