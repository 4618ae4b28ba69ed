-- whether a wish was filed of which the broker has not heard: it is told soon after
alter table customer_record add column untold boolean not null default false;
create index customer_record_untold on customer_record (customer) where untold;
