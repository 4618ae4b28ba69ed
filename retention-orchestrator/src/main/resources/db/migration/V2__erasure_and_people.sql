-- What deciphers a customer's card, of use only to who has the master key; destroyed with the person.
CREATE TABLE customer_key (
    customer text PRIMARY KEY,
    wrapped  text NOT NULL,
    at       timestamptz NOT NULL
);

-- Which erasures were carried out: told again, one must not take what a stranger has begun since. An event's id says
-- nothing of whom it was about.
CREATE TABLE erasure (
    event_id text PRIMARY KEY,
    at       timestamptz NOT NULL
);

-- A card holds what the people who make the contact need, as it came: what is personal in it is enciphered. The parent
-- is the customer that this one belongs to, a site's company or a company's group.
ALTER TABLE contact_card ADD COLUMN card jsonb, ADD COLUMN parent text;
UPDATE contact_card SET card = jsonb_strip_nulls(jsonb_build_object('name', name, 'language', language,
    'contact', jsonb_build_object('phone', phone, 'email', email, 'address', address)));
ALTER TABLE contact_card ALTER COLUMN card SET NOT NULL, DROP COLUMN name, DROP COLUMN language, DROP COLUMN phone,
    DROP COLUMN email, DROP COLUMN address;
CREATE INDEX card_of_parent ON contact_card (parent) WHERE parent IS NOT NULL;

-- Anonymous rows take another name, all of a customer's at once.
CREATE INDEX task_of_customer ON task (customer);
CREATE INDEX no_action_of_customer ON no_action (customer);
