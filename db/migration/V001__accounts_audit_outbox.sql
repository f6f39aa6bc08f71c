-- Accounts, sessions, throttle, audit trail, outbox, programme settings.
-- Instants are DATETIME(6) in UTC; a zone is an IANA name; public ids are random UUIDs.

create table account (
  id               bigint       not null auto_increment primary key,
  public_id        char(36)     not null,
  email            varchar(254) not null,
  name             varchar(120) not null,
  zone             varchar(64)  not null,
  state            varchar(12)  not null,
  password_hash    varchar(255) null,
  link_nonce       char(22)     not null,
  created_at       datetime(6)  not null,
  last_sign_in_at  datetime(6)  null,
  version          int          not null default 0,
  constraint uq_account_public unique (public_id),
  constraint uq_account_email unique (email),
  constraint ck_account_state check (state in ('INVITED', 'ACTIVE', 'CLOSED'))
) default charset = utf8mb4;

create table account_role (
  account_id bigint      not null,
  role       varchar(10) not null,
  primary key (account_id, role),
  constraint fk_account_role foreign key (account_id) references account (id),
  constraint ck_account_role check (role in ('SME', 'PM', 'ADMIN'))
) default charset = utf8mb4;

create table user_session (
  id          bigint       not null auto_increment primary key,
  token_hash  char(64)     not null,
  account_id  bigint       not null,
  created_at  datetime(6)  not null,
  seen_at     datetime(6)  not null,
  expires_at  datetime(6)  not null,
  revoked_at  datetime(6)  null,
  address     varchar(45)  not null,
  agent       varchar(200) not null,
  constraint uq_user_session unique (token_hash),
  constraint fk_user_session foreign key (account_id) references account (id)
) default charset = utf8mb4;
create index ix_user_session_account on user_session (account_id, revoked_at);

create table throttle (
  bucket       char(64)    not null primary key,
  window_start datetime(6) not null,
  failures     int         not null
) default charset = utf8mb4;

create table audit_entry (
  id         bigint        not null auto_increment primary key,
  at         datetime(6)   not null,
  actor_id   bigint        null,
  actor      varchar(120)  not null,
  act        varchar(80)   not null,
  subject    varchar(80)   null,
  detail     varchar(1000) null
) default charset = utf8mb4;
create index ix_audit_subject on audit_entry (subject, id);

create table outbox_message (
  id           bigint        not null auto_increment primary key,
  message_id   varchar(120)  not null,
  kind         varchar(40)   not null,
  subject_id   bigint        not null,
  event_id     bigint        null,
  recipient    varchar(254)  not null,
  recipient_name varchar(120) not null,
  parameters   text          not null,
  batch        char(36)      null,
  state        varchar(10)   not null,
  not_before   datetime(6)   not null,
  lease_until  datetime(6)   null,
  attempts     int           not null default 0,
  last_error   varchar(500)  null,
  created_at   datetime(6)   not null,
  sent_at      datetime(6)   null,
  constraint uq_outbox_message_id unique (message_id),
  constraint ck_outbox_state check (state in ('QUEUED', 'SENDING', 'SENT', 'KEPT', 'BOUNCED', 'FAILED'))
) default charset = utf8mb4;
create index ix_outbox_due on outbox_message (state, not_before, id);
create index ix_outbox_event on outbox_message (event_id, id);
create index ix_outbox_batch on outbox_message (batch);
create index ix_outbox_subject on outbox_message (kind, subject_id);
