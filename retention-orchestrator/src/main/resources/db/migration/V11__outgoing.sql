-- What is sent by machine: the intent is kept before anything leaves, so that nothing is sent twice. What stands in it is
-- enciphered under the customer's key. Who finds a row "sending" for long knows that a process died over it, and that
-- nobody can tell whether it left: that is for a person to settle.
CREATE TABLE outgoing (
    id         uuid PRIMARY KEY,
    kind       text NOT NULL CHECK (kind IN ('message', 'invitation')),
    task_id    uuid NOT NULL,
    case_id    uuid NOT NULL,
    customer   text NOT NULL,
    channel    text NOT NULL CHECK (channel IN ('email', 'sms')),
    text       text NOT NULL,
    status     text NOT NULL CHECK (status IN ('intended', 'sending', 'sent', 'failed', 'unclear')),
    attempts   integer NOT NULL,
    due_at     timestamptz NOT NULL,
    started_at timestamptz,
    settled_at timestamptz,
    problem    text,
    content    text,
    made_at    timestamptz NOT NULL,
    CHECK ((status IN ('sent', 'failed')) = (settled_at IS NOT NULL))
);
CREATE INDEX outgoing_due ON outgoing (due_at, id) WHERE status = 'intended';
CREATE INDEX outgoing_under_way ON outgoing (started_at) WHERE status = 'sending';
CREATE INDEX outgoing_latest ON outgoing (made_at DESC, id);
CREATE INDEX outgoing_of_customer ON outgoing (customer);
CREATE INDEX outgoing_of_task ON outgoing (task_id);
CREATE INDEX messages_to_send ON task (due_at, id) WHERE action = 'message' AND status = 'assigned';
