-- Who was shown who wrote an item, or asks for it, and why (R6.1). Who wrote it does not stand here.
-- A programme manager of the exam is shown it at once; everybody else waits for the answer of another person.
create table author_disclosure (
  id          bigint       not null auto_increment primary key,
  public_id   char(36)     not null,
  item_id     bigint       not null,
  asked_by    bigint       not null,
  reason      varchar(500) not null,
  asked_at    datetime(6)  not null,
  waiting     boolean      null,
  answer      varchar(8)   null,
  answered_by bigint       null,
  answered_at datetime(6)  null,
  seen_at     datetime(6)  null,
  version     int          not null default 0,
  constraint uq_author_disclosure_public unique (public_id),
  constraint uq_author_disclosure_waiting unique (item_id, asked_by, waiting),
  constraint fk_author_disclosure_item foreign key (item_id) references item (id),
  constraint fk_author_disclosure_asked foreign key (asked_by) references account (id),
  constraint fk_author_disclosure_answered foreign key (answered_by) references account (id),
  constraint ck_author_disclosure_reason check (reason <> ''),
  constraint ck_author_disclosure_answer check (answer in ('YES', 'NO')),
  constraint ck_author_disclosure_answered check ((answer is null) = (answered_by is null)
    and (answer is null) = (answered_at is null)),
  constraint ck_author_disclosure_second check (answered_by is null or answered_by <> asked_by),
  constraint ck_author_disclosure_waiting check (waiting is null or (waiting and answer is null and seen_at is null)),
  constraint ck_author_disclosure_seen check (coalesce(answer, '') = 'YES' or (coalesce(answer, '') = 'NO' and seen_at is null)
    or (answer is null and (waiting is not null or (seen_at is not null and seen_at = asked_at))))
) default charset = utf8mb4;
create index ix_author_disclosure_seen on author_disclosure (item_id, seen_at);
create index ix_author_disclosure_asked on author_disclosure (asked_by, asked_at);
create index ix_author_disclosure_open on author_disclosure (waiting, item_id);
