-- When a deadline that was put off had been due: whoever looks at the customer before then has it to deal with all the same.
ALTER TABLE deadline ADD COLUMN was_due timestamptz;
