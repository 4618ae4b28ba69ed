-- what somebody who left said of being asked back
ALTER TABLE dossier
    ADD COLUMN parted_at timestamptz,
    ADD COLUMN approachable boolean,
    ADD COLUMN committed_until date;
