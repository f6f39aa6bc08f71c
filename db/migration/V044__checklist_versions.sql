-- Who made a version of a checklist (R6.4): a name, as with a version of the rubric; the first ones came with the portal.
alter table checklist add column created_by varchar(120) not null default 'SME Portal';
