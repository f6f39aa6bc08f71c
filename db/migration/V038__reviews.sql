-- Blind group review (R6.1, R6.2). Nothing here names an author; every text is sealed and bound to its row.

-- Items that a programme manager gave to the groups of an event in one act.
create table review_round (
  id         bigint      not null auto_increment primary key,
  event_id   bigint      not null,
  number     int         not null,
  seed       bigint      not null,
  created_at datetime(6) not null,
  constraint uq_review_round unique (event_id, number),
  constraint fk_review_round_event foreign key (event_id) references event (id)
) default charset = utf8mb4;

-- One group of a round, live on the screens of its members while it is open; change_no counts what they would see.
create table review_session (
  id         bigint      not null auto_increment primary key,
  public_id  char(36)    not null,
  round_id   bigint      not null,
  number     int         not null,
  room_id    bigint      null,
  state      varchar(8)  not null,
  lead_id    bigint      null,
  current_id bigint      null,
  opened_at  datetime(6) null,
  closed_at  datetime(6) null,
  change_no  bigint      not null default 0,
  version    int         not null default 0,
  constraint uq_review_session_public unique (public_id),
  constraint uq_review_session_number unique (round_id, number),
  constraint fk_review_session_round foreign key (round_id) references review_round (id),
  constraint fk_review_session_room foreign key (room_id) references event_room (id) on delete set null,
  constraint fk_review_session_lead foreign key (lead_id) references account (id),
  constraint ck_review_session_state check (state in ('PLANNED', 'OPEN', 'CLOSED')),
  constraint ck_review_session_open check (state <> 'OPEN' or opened_at is not null and lead_id is not null)
) default charset = utf8mb4;
create index ix_review_session_state on review_session (state, id);

create table review_member (
  session_id bigint      not null,
  account_id bigint      not null,
  here_since datetime(6) null,
  primary key (session_id, account_id),
  constraint fk_review_member_session foreign key (session_id) references review_session (id),
  constraint fk_review_member_account foreign key (account_id) references account (id)
) default charset = utf8mb4;
create index ix_review_member_account on review_member (account_id, session_id);

-- An item on the agenda of a group: revision is what is voted on, result_revision what came out of it.
create table review_entry (
  id              bigint      not null auto_increment primary key,
  public_id       char(36)    not null,
  session_id      bigint      not null,
  place           int         not null,
  item_id         bigint      not null,
  revision        int         not null,
  state           varchar(8)  not null,
  timer_ends      datetime(6) null,
  revealed_at     datetime(6) null,
  outcome         varchar(6)  null,
  result_revision int         null,
  reason          mediumtext  null,
  tally           mediumtext  null,
  decided_by      bigint      null,
  decided_at      datetime(6) null,
  version         int         not null default 0,
  constraint uq_review_entry_public unique (public_id),
  constraint uq_review_entry_place unique (session_id, place),
  constraint uq_review_entry_item unique (session_id, item_id),
  constraint fk_review_entry_session foreign key (session_id) references review_session (id),
  constraint fk_review_entry_item foreign key (item_id) references item (id),
  constraint fk_review_entry_by foreign key (decided_by) references account (id),
  constraint ck_review_entry_state check (state in ('WAITING', 'VERDICTS', 'REVEALED', 'DECIDED')),
  constraint ck_review_entry_outcome check (outcome in ('ACCEPT', 'REVISE', 'REJECT')),
  constraint ck_review_entry_decided check ((state = 'DECIDED') = (outcome is not null))
) default charset = utf8mb4;
create index ix_review_entry_item on review_entry (item_id, id);

-- One verdict a person and item; before the reveal nobody reads it but who gave it.
create table verdict (
  entry_id   bigint      not null,
  account_id bigint      not null,
  verdict    varchar(6)  not null,
  at         datetime(6) not null,
  primary key (entry_id, account_id),
  constraint fk_verdict_entry foreign key (entry_id) references review_entry (id),
  constraint fk_verdict_account foreign key (account_id) references account (id),
  constraint ck_verdict check (verdict in ('ACCEPT', 'CHANGE', 'REVISE', 'REJECT'))
) default charset = utf8mb4;
create index ix_verdict_account on verdict (account_id, entry_id);

-- What a reviewer says of a place of the item; answer is the author's, sealed like the rest.
create table review_comment (
  id         bigint      not null auto_increment primary key,
  public_id  char(36)    not null,
  entry_id   bigint      not null,
  account_id bigint      not null,
  aspect     varchar(9)  not null,
  spot       varchar(8)  not null default '',
  blocking   boolean     not null,
  text       mediumtext  not null,
  at         datetime(6) not null,
  resolution varchar(9)  null,
  reason     mediumtext  null,
  answer     mediumtext  null,
  constraint uq_review_comment unique (public_id),
  constraint fk_review_comment_entry foreign key (entry_id) references review_entry (id),
  constraint fk_review_comment_account foreign key (account_id) references account (id),
  constraint ck_review_comment_aspect check (aspect in ('STEM', 'KEY', 'OPTION', 'REFERENCE', 'LANGUAGE', 'FAIRNESS')),
  constraint ck_review_comment_resolution check (resolution in ('RESOLVED', 'OVERRULED'))
) default charset = utf8mb4;
create index ix_review_comment_entry on review_comment (entry_id, public_id);
create index ix_review_comment_account on review_comment (account_id, entry_id);

-- The text as the group has it on the screen after the reveal; no row while nothing was changed.
create table review_edit (
  entry_id bigint     not null primary key,
  edition  int        not null,
  text     mediumtext not null,
  constraint fk_review_edit_entry foreign key (entry_id) references review_entry (id)
) default charset = utf8mb4;

-- Members of a group look at items too; all of them are in the report, whoever wrote the item.
alter table item_view drop constraint ck_item_view_kind;
alter table item_view add constraint ck_item_view_kind check (kind in ('WRITE', 'READ', 'PRINT', 'COMPARE', 'REVIEW'));
