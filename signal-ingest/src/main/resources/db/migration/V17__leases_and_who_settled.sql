-- what one instance at a time may do, such as working a drop folder
create table lease (
    name    text        primary key,
    holder  uuid        not null,
    ends_at timestamptz not null
);

-- who mended or dropped what was refused; null where it came to be taken by itself
alter table quarantined add column settled_by text;
