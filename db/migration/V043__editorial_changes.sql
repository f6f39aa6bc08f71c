-- A change that its author handed in as only editorial waits, still in revision, for a second person (items.md 1, row 4).
alter table item add column editorial_revision int null;
alter table item add constraint ck_item_editorial
  check (editorial_revision is null or status = 'REVISION' and editorial_revision = revision);

-- What the second person found, once for each revision; the baseline is the revision it was compared with.
create table editorial_decision (
  id          bigint      not null auto_increment primary key,
  revision_id bigint      not null,
  baseline_id bigint      not null,
  outcome     varchar(10) not null,
  account_id  bigint      not null,
  decided_at  datetime(6) not null,
  constraint uq_editorial_decision unique (revision_id),
  constraint fk_editorial_decision_revision foreign key (revision_id) references item_revision (id),
  constraint fk_editorial_decision_baseline foreign key (baseline_id) references item_revision (id),
  constraint fk_editorial_decision_account foreign key (account_id) references account (id),
  constraint ck_editorial_decision_outcome check (outcome in ('EDITORIAL', 'GROUP')),
  constraint ck_editorial_decision_baseline check (baseline_id <> revision_id)
) default charset = utf8mb4;
create index ix_editorial_decision_account on editorial_decision (account_id, decided_at);
