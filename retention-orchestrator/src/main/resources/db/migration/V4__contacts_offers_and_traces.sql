-- Contacts that our tasks made lately, for limits and laws that count how often; with what may be offered.
ALTER TABLE dossier ADD COLUMN contacts jsonb;
ALTER TABLE task ADD COLUMN counted boolean NOT NULL DEFAULT true, ADD COLUMN offer jsonb;

-- What a decision not to act was made on, so that it can be explained and a person can set it aside.
ALTER TABLE no_action ADD COLUMN trace jsonb;
CREATE INDEX no_action_latest ON no_action (at DESC, event_id DESC);

-- What became of those who were contacted, ninety days later: what save rates are learned from.
CREATE TABLE saving (
    case_id      uuid PRIMARY KEY,
    action       text NOT NULL,
    segment      text NOT NULL,
    after_notice boolean NOT NULL,
    probability  double precision NOT NULL,
    lost         boolean NOT NULL,
    at           timestamptz NOT NULL
);

-- Who did what when; rows are only ever added.
CREATE TABLE audit (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at       timestamptz NOT NULL,
    who      text NOT NULL,
    deed     text NOT NULL,
    subject  text NOT NULL,
    because  text
);
CREATE INDEX audit_of_subject ON audit (subject, position);
-- What an erasure must take, whom it was about and what was written, can go; nothing else ever changes.
CREATE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.position, NEW.at, NEW.who, NEW.deed) = (OLD.position, OLD.at, OLD.who, OLD.deed)
            AND OLD.subject LIKE 'customer/%' AND NEW.because IS NULL THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the audit log is append-only';
END $$;
CREATE TRIGGER audit_only_grows BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_only_grows();
CREATE TRIGGER audit_is_kept BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows();
