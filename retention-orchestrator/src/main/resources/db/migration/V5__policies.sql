-- Versions of the policy, as they are written; the one that ships, or stands in the company's folder, holds until the first
-- of these goes live.
CREATE TABLE policy_version (
    version      text PRIMARY KEY,
    dmn          text NOT NULL,
    figures      text NOT NULL,
    author       text NOT NULL,
    drafted_at   timestamptz NOT NULL,
    approved_by  text,
    approved_at  timestamptz,
    published_by text,
    published_at timestamptz,
    live_from    timestamptz UNIQUE,
    CHECK (approved_by <> author),
    CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
    CHECK ((published_by IS NULL) = (published_at IS NULL)),
    CHECK ((published_by IS NULL) = (live_from IS NULL)),
    CHECK (live_from IS NULL OR approved_by IS NOT NULL)
);
