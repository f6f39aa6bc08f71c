-- Whoever had their data deleted (R1.5) stays as a row without a person, so that events, contributions and badges stay whole.

alter table sme drop constraint ck_sme_state;
alter table sme
  add constraint ck_sme_state check (state in ('ACTIVE', 'PAUSED', 'FORMER')),
  add constraint ck_sme_former check (state <> 'FORMER' or (account_id is null and employer is null and expertise is null));

-- What somebody did, for the export of their own data.
create index ix_audit_actor on audit_entry (actor_id, id);
