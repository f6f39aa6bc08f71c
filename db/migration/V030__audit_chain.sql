-- The audit trail as a chain: a sealing job gives each committed entry the next position and a keyed hash over its content
-- and the hash before it. What an act changed stands beside the entry, as before and after.

alter table audit_entry add column changes varchar(2000) null;
create index ix_audit_at on audit_entry (at, id);
create index ix_audit_act on audit_entry (act, id);

-- No foreign key: a seal outlives its entry, so that the gap shows.
create table audit_seal (
  position  bigint      not null primary key,
  entry_id  bigint      not null,
  key_id    varchar(40) not null,
  hash      char(64)    not null,
  sealed_at datetime(6) not null,
  constraint uq_audit_seal_entry unique (entry_id),
  constraint ck_audit_seal_position check (position > 0)
) default charset = utf8mb4;

-- One row: where the chain ends, locked while a batch is sealed, and until when everything committed was sealed. The only
-- table of the trail that the application updates.
create table audit_head (
  id            int         not null primary key,
  position      bigint      not null,
  hash          char(64)    not null,
  complete_to   datetime(6) null,
  constraint ck_audit_head_one check (id = 1)
) default charset = utf8mb4;
insert into audit_head (id, position, hash) values (1, 0, repeat('0', 64));
