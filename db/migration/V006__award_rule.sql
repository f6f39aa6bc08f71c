-- An award keeps the rule it was given by, so that a changed rule never takes it away; what a programme manager revoked
-- by hand is not given back for the same events.

alter table award
  add column required        int          not null default 2,
  add column kinds           varchar(200) not null default 'WORKSHOP',
  add column revoked_by_hand boolean      not null default false;
