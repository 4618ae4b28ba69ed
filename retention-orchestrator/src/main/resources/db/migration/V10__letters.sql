-- Letters that go to the post together, with one address sheet.
CREATE TABLE letter_batch (
    id        uuid PRIMARY KEY,
    made_at   timestamptz NOT NULL,
    made_by   text NOT NULL,
    posted_at timestamptz,
    posted_by text,
    CHECK ((posted_at IS NULL) = (posted_by IS NULL))
);
CREATE INDEX batches_latest ON letter_batch (made_at DESC, id);

-- Letters by number. What stands in one, and its printed sheets, are enciphered under the customer's key, so that they
-- go with it; the sheets are kept as first printed, so that a reprint is the same letter.
CREATE TABLE letter (
    number    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    text      text NOT NULL,
    language  text NOT NULL,
    customer  text NOT NULL,
    case_id   uuid,
    task_id   uuid UNIQUE,
    for_day   date,
    made_at   timestamptz NOT NULL,
    made_by   text NOT NULL,
    written   text,
    sheets    text,
    batch_id  uuid REFERENCES letter_batch,
    posted_at timestamptz,
    posted_by text,
    CHECK ((posted_at IS NULL) = (posted_by IS NULL)),
    UNIQUE (customer, text, for_day)
);
CREATE INDEX letters_to_post ON letter (number) WHERE posted_at IS NULL;
CREATE INDEX letters_of_batch ON letter (batch_id, number);
CREATE INDEX letters_of_customer ON letter (customer, number);
CREATE INDEX letters_by_age ON letter (made_at);
CREATE INDEX letter_tasks ON task (due_at, id) WHERE action = 'letter' AND status IN ('assigned', 'claimed');
