-- what a task is to keep, in the words of who promised it; personal, and forgotten as notes are
ALTER TABLE task ADD COLUMN promised text;
