-- Waves of the lost-customer barometer, who was drawn for each, and what they answered.
CREATE TABLE wave (
    name       text PRIMARY KEY,
    left_from  date NOT NULL,
    left_to    date NOT NULL,
    size       integer NOT NULL,
    population integer NOT NULL,
    drawn_at   timestamptz NOT NULL,
    drawn_by   text NOT NULL,
    CHECK (left_from < left_to)
);
CREATE INDEX waves_latest ON wave (drawn_at DESC, name);

-- by: how they were asked; none where no way is open to them.
CREATE TABLE wave_member (
    wave     text NOT NULL REFERENCES wave ON DELETE CASCADE,
    customer text NOT NULL,
    by       text CHECK (by IN ('email', 'letter')),
    asked_at timestamptz,
    tried_at timestamptz,
    PRIMARY KEY (wave, customer),
    CHECK ((by IS NULL) = (asked_at IS NULL)),
    CHECK (asked_at IS NULL OR tried_at IS NOT NULL)
);
CREATE INDEX members_by_customer ON wave_member (customer);
CREATE INDEX members_to_ask ON wave_member (wave, customer) WHERE tried_at IS NULL;

ALTER TABLE interview ADD COLUMN wave text;
CREATE INDEX interviews_of_wave ON interview (wave) WHERE wave IS NOT NULL;

ALTER TABLE outgoing DROP CONSTRAINT outgoing_kind_check,
    ADD CHECK (kind IN ('message', 'invitation', 'questions'));

-- Who made the last contact to win a customer back, and so owns their second loyalty if they come.
ALTER TABLE dossier ADD COLUMN owner text;
