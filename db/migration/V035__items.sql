-- Items from the first draft on (R5, R9). Every text is sealed (AES-256-GCM, bound to item, revision and field).

create table exam_task (
  exam_id   bigint       not null,
  domain    int          not null,
  number    int          not null,
  statement varchar(300) not null,
  primary key (exam_id, domain, number),
  constraint fk_exam_task_domain foreign key (exam_id, domain) references exam_domain (exam_id, number)
) default charset = utf8mb4;

create table item (
  id                bigint      not null auto_increment primary key,
  public_id         char(36)    not null,
  code              char(8)     not null,
  exam_id           bigint      not null,
  event_id          bigint      null,
  domain            int         null,
  task              int         null,
  status            varchar(16) not null,
  status_since      datetime(6) not null,
  suspended_from    varchar(16) null,
  ending            varchar(10) null,
  revision          int         not null default 0,
  unscored_revision int         null,
  write_until       datetime(6) null,
  parent_id         bigint      null,
  created_at        datetime(6) not null,
  version           int         not null default 0,
  constraint uq_item_public unique (public_id),
  constraint uq_item_code unique (code),
  constraint fk_item_exam foreign key (exam_id) references exam (id),
  constraint fk_item_event foreign key (event_id) references event (id),
  constraint fk_item_parent foreign key (parent_id) references item (id),
  constraint ck_item_status check (status in ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'REVISION', 'QC1', 'ALPHA_READY', 'IN_ALPHA',
    'ALPHA_CALL', 'ALPHA_OK', 'UNSCORED_READY', 'UNSCORED_LIVE', 'DATA_REVIEW', 'SCORED_READY', 'SCORED_LIVE', 'SUSPENDED',
    'RETIRED', 'REJECTED')),
  constraint ck_item_suspended check ((status = 'SUSPENDED') = (suspended_from is not null)),
  constraint ck_item_submitted check (status in ('DRAFT', 'REJECTED') or revision > 0 and domain is not null),
  constraint ck_item_scored check (status not in ('SCORED_READY', 'SCORED_LIVE') or unscored_revision = revision),
  constraint ck_item_unscored check (status <> 'UNSCORED_LIVE' or unscored_revision = revision)
) default charset = utf8mb4;
create index ix_item_pipeline on item (exam_id, status, domain, id);
create index ix_item_event on item (event_id, domain);
create index ix_item_since on item (status, status_since);

-- The only place that knows who wrote an item (R6.1).
create table item_author (
  item_id bigint not null primary key,
  sme_id  bigint not null,
  constraint fk_item_author_item foreign key (item_id) references item (id),
  constraint fk_item_author_sme foreign key (sme_id) references sme (id)
) default charset = utf8mb4;
create index ix_item_author on item_author (sme_id, item_id);

-- Written once at each submission, never changed (R5.3).
create table item_revision (
  id           bigint      not null auto_increment primary key,
  item_id      bigint      not null,
  number       int         not null,
  domain       int         not null,
  task         int         null,
  submitted_at datetime(6) not null,
  scenario     mediumtext  not null,
  question     mediumtext  not null,
  options      mediumtext  not null,
  answer_key   mediumtext  not null,
  rationales   mediumtext  not null,
  sources      mediumtext  not null,
  constraint uq_item_revision unique (item_id, number),
  constraint fk_item_revision foreign key (item_id) references item (id)
) default charset = utf8mb4;

-- What the linter said of a revision, and why a remark was waived.
create table revision_finding (
  revision_id bigint      not null,
  place       int         not null,
  rule        varchar(4)  not null,
  level       varchar(8)  not null,
  field       varchar(60) not null,
  waiver      mediumtext  null,
  primary key (revision_id, place),
  constraint fk_revision_finding foreign key (revision_id) references item_revision (id),
  constraint ck_revision_finding_level check (level in ('ERROR', 'WARNING', 'INFO'))
) default charset = utf8mb4;
create index ix_revision_finding on revision_finding (rule, level);

-- What is said about a revision.
create table revision_comment (
  id          bigint      not null auto_increment primary key,
  public_id   char(36)    not null,
  revision_id bigint      not null,
  kind        varchar(10) not null,
  text        mediumtext  not null,
  at          datetime(6) not null,
  constraint uq_revision_comment unique (public_id),
  constraint fk_revision_comment foreign key (revision_id) references item_revision (id),
  constraint ck_revision_comment_kind check (kind in ('RETURN', 'REJECTION'))
) default charset = utf8mb4;
create index ix_revision_comment on revision_comment (revision_id, id);

-- Every move; no name, because a move of the author would tell it.
create table item_move (
  id          bigint      not null auto_increment primary key,
  item_id     bigint      not null,
  act         varchar(16) not null,
  from_status varchar(16) null,
  to_status   varchar(16) not null,
  revision    int         not null,
  at          datetime(6) not null,
  constraint fk_item_move foreign key (item_id) references item (id)
) default charset = utf8mb4;
create index ix_item_move on item_move (item_id, id);

-- A draft is fields with versions, so that two devices meet in a field and not in the whole item (R5.1).
create table draft (
  item_id     bigint       not null primary key,
  seq         int          not null,
  states      int          not null default 0,
  journal_key varchar(200) not null,
  touched_at  datetime(6)  not null,
  state_at    datetime(6)  null,
  state_by    char(22)     null,
  constraint fk_draft foreign key (item_id) references item (id)
) default charset = utf8mb4;

create table draft_field (
  item_id bigint      not null,
  field   varchar(80) not null,
  version int         not null,
  writer  char(22)    not null,
  value   mediumtext  not null,
  primary key (item_id, field),
  constraint fk_draft_field foreign key (item_id) references draft (item_id)
) default charset = utf8mb4;

create table draft_state (
  item_id bigint      not null,
  number  int         not null,
  at      datetime(6) not null,
  cause   varchar(10) not null,
  text    mediumtext  not null,
  primary key (item_id, number),
  constraint fk_draft_state foreign key (item_id) references draft (item_id),
  constraint ck_draft_state_cause check (cause in ('TIME', 'DEVICE', 'RESTORE'))
) default charset = utf8mb4;

-- Who saw which text (R9.3).
create table item_view (
  id         bigint      not null auto_increment primary key,
  item_id    bigint      not null,
  revision   int         not null,
  account_id bigint      not null,
  kind       varchar(8)  not null,
  at         datetime(6) not null,
  constraint fk_item_view_item foreign key (item_id) references item (id),
  constraint fk_item_view_account foreign key (account_id) references account (id),
  constraint ck_item_view_kind check (kind in ('WRITE', 'READ', 'PRINT', 'COMPARE'))
) default charset = utf8mb4;
create index ix_item_view on item_view (item_id, at);
create index ix_item_view_account on item_view (account_id, at);

-- How many items an exam or a workshop shall bring in a domain; event_id 0 is the exam as a whole.
create table item_target (
  exam_id  bigint not null,
  event_id bigint not null default 0,
  domain   int    not null,
  items    int    not null,
  primary key (exam_id, event_id, domain),
  constraint fk_item_target foreign key (exam_id, domain) references exam_domain (exam_id, number),
  constraint ck_item_target check (items between 1 and 100000)
) default charset = utf8mb4;

-- Secrets under which all texts of items stand, so that nobody looks for others each minute.
create table item_seal (
  key_id  varchar(40) not null primary key,
  done_at datetime(6) not null
) default charset = utf8mb4;
