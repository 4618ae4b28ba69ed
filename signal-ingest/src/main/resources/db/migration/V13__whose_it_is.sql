-- whom what is kept of files is about, where that is known, so that it goes when they are erased
alter table import_refused add column customer text;
create index import_refused_customer on import_refused (customer) where customer is not null;

alter table lookup_row
    add column customer  text,
    add column loaded_at timestamptz not null default now();
create index lookup_row_customer on lookup_row (customer) where customer is not null;
create index lookup_row_loaded on lookup_row (loaded_at);
