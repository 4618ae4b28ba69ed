-- What was written of a task may be about its customer as well: it can go with them. Nothing else ever changes.
CREATE OR REPLACE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.position, NEW.at, NEW.who, NEW.deed) = (OLD.position, OLD.at, OLD.who, OLD.deed)
            AND NEW.because IS NULL
            AND (OLD.subject LIKE 'customer/%' OR (OLD.subject LIKE 'task/%' AND NEW.subject = OLD.subject)) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the audit log is append-only';
END $$;
