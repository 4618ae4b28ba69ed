-- what tells a file from others comes from its sender and may be longer than an index holds; its digest never is
alter table import_job add column file_digest text;

update import_job set file_digest = encode(sha256(convert_to(file, 'UTF8')), 'hex') where file is not null;

drop index import_job_file;
create index import_job_file on import_job (source, file_digest, started_at desc) where file_digest is not null;
