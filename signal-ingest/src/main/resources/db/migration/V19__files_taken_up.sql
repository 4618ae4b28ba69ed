-- of the rows up to the last checkpoint, so that another file under the same name is told from the one that was cut
alter table import_job add column digest text;
