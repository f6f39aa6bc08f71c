-- The day online (R4.6): rooms with their links, who sits in which group, calls for help, follow-up calls.

create table event_room (
  id        bigint       not null auto_increment primary key,
  public_id char(36)     not null,
  event_id  bigint       not null,
  kind      varchar(8)   not null,
  name      varchar(80)  not null,
  link      varchar(500) not null,
  version   int          not null default 0,
  constraint uq_event_room_public unique (public_id),
  constraint uq_event_room_name unique (event_id, name),
  constraint uq_event_room unique (event_id, id),
  constraint fk_event_room foreign key (event_id) references event (id),
  constraint ck_event_room_kind check (kind in ('PLENARY', 'GROUP', 'HELP')),
  constraint ck_event_room_link check (link like 'https://%')
) default charset = utf8mb4;

create table event_group_member (
  event_id bigint not null,
  sme_id   bigint not null,
  room_id  bigint not null,
  primary key (event_id, sme_id),
  constraint fk_event_group_room foreign key (event_id, room_id) references event_room (event_id, id) on delete cascade,
  constraint fk_event_group_sme foreign key (sme_id) references sme (id)
) default charset = utf8mb4;

create table help_request (
  id           bigint        not null auto_increment primary key,
  public_id    char(36)      not null,
  -- made when the form was shown: the same form sent twice asks once
  form_key     char(36)      not null,
  event_id     bigint        not null,
  sme_id       bigint        not null,
  room_id      bigint        null,
  question     varchar(300)  not null,
  state        varchar(8)    not null,
  asked_at     datetime(6)   not null,
  taken_by     bigint        null,
  taken_at     datetime(6)   null,
  answered_by  bigint        null,
  closed_at    datetime(6)   null,
  answer       varchar(1000) null,
  help_room_id bigint        null,
  version      int           not null default 0,
  constraint uq_help_request_public unique (public_id),
  constraint uq_help_request_form unique (sme_id, form_key),
  constraint fk_help_request_event foreign key (event_id) references event (id),
  constraint fk_help_request_sme foreign key (sme_id) references sme (id),
  constraint fk_help_request_room foreign key (room_id) references event_room (id) on delete set null,
  constraint fk_help_request_help_room foreign key (help_room_id) references event_room (id) on delete set null,
  constraint fk_help_request_taken foreign key (taken_by) references account (id),
  constraint fk_help_request_answered foreign key (answered_by) references account (id),
  constraint ck_help_request_state check (state in ('OPEN', 'TAKEN', 'ANSWERED', 'SETTLED')),
  constraint ck_help_request_taken check (state <> 'TAKEN' or (taken_by is not null and taken_at is not null)),
  constraint ck_help_request_closed check ((state in ('ANSWERED', 'SETTLED')) = (closed_at is not null))
) default charset = utf8mb4;
create index ix_help_request_event on help_request (event_id, state, asked_at);
create index ix_help_request_sme on help_request (sme_id, event_id, state);
create index ix_help_request_state on help_request (state, asked_at);

create table follow_up_call (
  id         bigint       not null auto_increment primary key,
  public_id  char(36)     not null,
  form_key   char(36)     not null,
  event_id   bigint       not null,
  sme_id     bigint       not null,
  request_id bigint       null,
  host_id    bigint       not null,
  zone       varchar(64)  not null,
  starts_at  datetime(6)  not null,
  minutes    int          not null,
  link       varchar(500) not null,
  state      varchar(9)   not null,
  reason     varchar(500) null,
  sequence   int          not null default 0,
  version    int          not null default 0,
  constraint uq_follow_up_call_public unique (public_id),
  constraint uq_follow_up_call_form unique (host_id, form_key),
  constraint fk_follow_up_call_event foreign key (event_id) references event (id),
  constraint fk_follow_up_call_sme foreign key (sme_id) references sme (id),
  constraint fk_follow_up_call_request foreign key (request_id) references help_request (id),
  constraint fk_follow_up_call_host foreign key (host_id) references account (id),
  constraint ck_follow_up_call_minutes check (minutes between 5 and 240),
  constraint ck_follow_up_call_link check (link like 'https://%'),
  constraint ck_follow_up_call_state check (state in ('BOOKED', 'CANCELLED'))
) default charset = utf8mb4;
create index ix_follow_up_call_event on follow_up_call (event_id, starts_at);
create index ix_follow_up_call_sme on follow_up_call (sme_id, state, starts_at);
