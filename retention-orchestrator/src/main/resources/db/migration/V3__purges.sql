-- What was forgotten because it had been kept long enough: the job's report, and how instances tell that it ran.
CREATE TABLE purge (
    at      timestamptz NOT NULL,
    subject text NOT NULL,
    before  timestamptz NOT NULL,
    removed bigint NOT NULL,
    PRIMARY KEY (at, subject)
);
