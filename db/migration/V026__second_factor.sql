-- The second factor (R1.4): its key, sealed with a key of PORTAL_SECRET; a code of a step counts once, because the last
-- step only grows. Codes for whoever lost the phone: the SHA-256 only. And sign-ins that wait for the code: a row here
-- opens nothing, only the session that follows it does.

alter table user_session add column second_factor_at datetime(6) null;

create table second_factor (
  account_id   bigint       not null primary key,
  sealed_key   varchar(300) not null,
  begun_at     datetime(6)  not null,
  confirmed_at datetime(6)  null,
  last_step    bigint       not null default 0,
  constraint fk_second_factor foreign key (account_id) references account (id)
) default charset = utf8mb4;

create table recovery_code (
  account_id bigint      not null,
  code_hash  char(64)    not null,
  used_at    datetime(6) null,
  primary key (account_id, code_hash),
  constraint fk_recovery_code foreign key (account_id) references second_factor (account_id) on delete cascade
) default charset = utf8mb4;

create table pending_sign_in (
  token_hash char(64)     not null primary key,
  account_id bigint       not null,
  address    varchar(45)  not null,
  agent      varchar(200) not null,
  expires_at datetime(6)  not null,
  constraint fk_pending_sign_in foreign key (account_id) references account (id)
) default charset = utf8mb4;
create index ix_pending_sign_in_account on pending_sign_in (account_id);
create index ix_pending_sign_in_expires on pending_sign_in (expires_at);
