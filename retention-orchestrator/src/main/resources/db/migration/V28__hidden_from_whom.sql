-- From whom a case about an incident with the account manager is hidden: who it was then, also once another has taken their place.
ALTER TABLE retention_case ADD COLUMN discreet_from text;
UPDATE retention_case c SET discreet_from = d.latest::jsonb #>> '{decisionInput,accountManager}'
    FROM dossier d WHERE d.customer = c.customer AND c.discreet;
