-- what became of the rows up to the last checkpoint, so that an import that takes up another accounts for the whole file
alter table import_job
    add column tally        json,
    add column refused_kept bigint not null default 0;

-- unlike jsonb it holds whatever stood in a refused row, the character NUL among it
alter table import_report alter column report type json;
