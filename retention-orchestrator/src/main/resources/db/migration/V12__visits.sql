-- A visit that was booked for a task; what is personal in it is enciphered under the customer's key.
CREATE TABLE visit (
    task_id    uuid PRIMARY KEY,
    case_id    uuid NOT NULL,
    customer   text NOT NULL,
    sequence   integer NOT NULL,
    cancelled  boolean NOT NULL,
    starts_at  timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL,
    content    text,
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL,
    CHECK (ends_at > starts_at)
);
CREATE INDEX visits_of_customer ON visit (customer);
CREATE INDEX visits_by_age ON visit (ends_at);
