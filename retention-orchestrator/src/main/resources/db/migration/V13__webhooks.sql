-- Who is told of cases and tasks by webhook. The secret is enciphered under a key of its own, wrapped by the master key.
CREATE TABLE webhook_endpoint (
    id          uuid PRIMARY KEY,
    url         text NOT NULL,
    types       text[] NOT NULL,
    wrapped     text NOT NULL,
    secret      text NOT NULL,
    made_by     text NOT NULL,
    made_at     timestamptz NOT NULL,
    disabled_at timestamptz,
    because     text,
    CHECK ((disabled_at IS NULL) = (because IS NULL))
);

-- Each event for each endpoint, kept with the event itself; what stands in it names customers by their id only.
CREATE TABLE webhook_delivery (
    endpoint   uuid NOT NULL REFERENCES webhook_endpoint,
    event_id   text NOT NULL,
    type       text NOT NULL,
    customer   text NOT NULL,
    body       text NOT NULL,
    status     text NOT NULL CHECK (status IN ('waiting', 'delivered', 'failed')),
    attempts   integer NOT NULL,
    due_at     timestamptz NOT NULL,
    answer     text,
    made_at    timestamptz NOT NULL,
    settled_at timestamptz,
    PRIMARY KEY (endpoint, event_id)
);
CREATE INDEX deliveries_due ON webhook_delivery (due_at, endpoint, event_id) WHERE status = 'waiting';
CREATE INDEX deliveries_latest ON webhook_delivery (made_at DESC, endpoint, event_id);
CREATE INDEX deliveries_of_customer ON webhook_delivery (customer);
