-- The attendance ledger (append only: the newest entry of event, SME and session counts) and what it earns.

create table attendance_entry (
  id          bigint       not null auto_increment primary key,
  event_id    bigint       not null,
  sme_id      bigint       not null,
  session_id  bigint       null,
  result      varchar(10)  not null,
  minutes     int          not null,
  source      varchar(10)  not null,
  recorded_by varchar(120) not null,
  recorded_at datetime(6)  not null,
  reason      varchar(500) null,
  constraint fk_attendance_event foreign key (event_id) references event (id),
  constraint fk_attendance_sme foreign key (sme_id) references sme (id),
  constraint fk_attendance_session foreign key (session_id) references event_session (id),
  constraint ck_attendance_result check (result in ('ATTENDED', 'PARTIAL', 'EXCUSED', 'NO_SHOW')),
  constraint ck_attendance_source check (source in ('BOARD', 'RULE', 'OVERRULED', 'CORRECTED', 'IMPORTED')),
  constraint ck_attendance_minutes check (minutes between 0 and 100000)
) default charset = utf8mb4;
create index ix_attendance_event on attendance_entry (event_id, sme_id, session_id, id);
create index ix_attendance_sme on attendance_entry (sme_id, id);

-- The final result of an event for each SME: the ledger's newest word, kept for quick questions.
create table attendance_result (
  event_id bigint      not null,
  sme_id   bigint      not null,
  result   varchar(10) not null,
  minutes  int         not null,
  entry_id bigint      not null,
  primary key (event_id, sme_id),
  constraint fk_attendance_result_entry foreign key (entry_id) references attendance_entry (id),
  constraint ck_attendance_result_final check (result in ('ATTENDED', 'PARTIAL', 'EXCUSED', 'NO_SHOW'))
) default charset = utf8mb4;
create index ix_attendance_result_sme on attendance_result (sme_id, result);

create table badge (
  id            bigint       not null auto_increment primary key,
  code          varchar(20)  not null,
  name          varchar(80)  not null,
  required      int          not null,
  kinds         varchar(200) not null,
  constraint uq_badge unique (code),
  constraint ck_badge_required check (required > 0)
) default charset = utf8mb4;

insert into badge (code, name, required, kinds) values ('SME', 'SME badge', 2, 'WORKSHOP');

create table award (
  id                 bigint       not null auto_increment primary key,
  public_id          char(36)     not null,
  badge_id           bigint       not null,
  sme_id             bigint       not null,
  state              varchar(10)  not null,
  -- 'badge:sme' while ACTIVE, else null: at most one ACTIVE award per SME and badge
  active_key         varchar(45)  null,
  qualifying_event_id bigint      not null,
  earned_on          date         not null,
  awarded_at         datetime(6)  not null,
  revoked_at         datetime(6)  null,
  revoked_reason     varchar(500) null,
  version            int          not null default 0,
  constraint uq_award_public unique (public_id),
  constraint uq_award_active unique (active_key),
  constraint fk_award_badge foreign key (badge_id) references badge (id),
  constraint fk_award_sme foreign key (sme_id) references sme (id),
  constraint fk_award_event foreign key (qualifying_event_id) references event (id),
  constraint ck_award_state check (state in ('ACTIVE', 'REVOKED', 'SUPERSEDED')),
  constraint ck_award_active check ((state = 'ACTIVE') = (active_key is not null))
) default charset = utf8mb4;
create index ix_award_sme on award (sme_id, state);
