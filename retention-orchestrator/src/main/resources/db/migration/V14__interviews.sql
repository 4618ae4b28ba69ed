-- What leavers said, in an interview or by three questions; their words are enciphered under their key, the causes and
-- what they decide stay countable. Who has a link proves it by what only its digest is kept of.
CREATE TABLE interview (
    id           uuid PRIMARY KEY,
    customer     text NOT NULL,
    case_id      uuid,
    way          text NOT NULL CHECK (way IN ('interview', 'link')),
    token_digest text UNIQUE,
    asked_at     timestamptz NOT NULL,
    answered_at  timestamptz,
    answered_by  text,
    stated       text,
    real         text,
    stage        text,
    approachable boolean,
    answers      text,
    CHECK ((answered_at IS NULL) = (answered_by IS NULL))
);
CREATE INDEX interviews_of_customer ON interview (customer, asked_at);
CREATE INDEX interviews_answered ON interview (answered_at DESC, id) WHERE answered_at IS NOT NULL;
