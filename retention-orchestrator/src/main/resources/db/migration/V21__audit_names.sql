-- Who stands in the audit log under which name, by month: when their time is over the names go, and the log stays as it is.
CREATE TABLE audit_name (
    key   uuid PRIMARY KEY,
    name  text NOT NULL,
    month date NOT NULL,
    UNIQUE (name, month)
);
INSERT INTO audit_name (key, name, month)
    SELECT gen_random_uuid(), name, month FROM (
        SELECT DISTINCT who AS name, date_trunc('month', at AT TIME ZONE 'UTC')::date AS month FROM audit
        UNION SELECT DISTINCT substr(subject, 8), date_trunc('month', at AT TIME ZONE 'UTC')::date FROM audit
            WHERE subject LIKE 'person/%') people;
-- what stood there already takes the names, this once
ALTER TABLE audit DISABLE TRIGGER audit_only_grows;
UPDATE audit a SET who = '@' || n.key FROM audit_name n
    WHERE n.name = a.who AND n.month = date_trunc('month', a.at AT TIME ZONE 'UTC')::date;
UPDATE audit a SET subject = 'person/@' || n.key FROM audit_name n
    WHERE a.subject = 'person/' || n.name AND n.month = date_trunc('month', a.at AT TIME ZONE 'UTC')::date;
ALTER TABLE audit ENABLE TRIGGER audit_only_grows;
