-- of the rows up to the last checkpoint, so that another file under the same name is told from the one that was cut
alter table import_job add column digest text;

-- refused rows of a cut import lost whose they were when another took it up: those still known are said again
update import_refused copy
set customer = original.customer
from import_job taken, import_job cut, import_refused original
where copy.customer is null
  and taken.id = copy.import_id
  and taken.skipped > 0
  and cut.source = taken.source
  and cut.file = taken.file
  and cut.started_at < taken.started_at
  and original.import_id = cut.id
  and original.position = copy.position
  and original.raw = copy.raw
  and original.customer is not null;

-- and where the original went, its customer was erased: so does the copy
delete from import_refused copy
using import_job taken, import_job cut
where copy.customer is null
  and taken.id = copy.import_id
  and taken.skipped > 0
  and cut.source = taken.source
  and cut.file = taken.file
  and cut.started_at < taken.started_at
  and copy.position < cut.refused_kept
  and not exists (select from import_refused original
                  where original.import_id = cut.id and original.position = copy.position);
