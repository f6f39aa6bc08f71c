-- Events, their agenda and their seats.

create table event (
  id            bigint        not null auto_increment primary key,
  public_id     char(36)      not null,
  kind          varchar(20)   not null,
  exam_id       bigint        null,
  title         varchar(160)  not null,
  purpose       varchar(1000) null,
  status        varchar(12)   not null,
  modality      varchar(10)   not null,
  zone          varchar(64)   not null,
  starts_at     datetime(6)   not null,
  ends_at       datetime(6)   not null,
  venue_name    varchar(160)  null,
  venue_address varchar(300)  null,
  meeting_link  varchar(500)  null,
  rsvp_deadline datetime(6)   not null,
  lead_id       bigint        not null,
  reason        varchar(500)  null,
  sequence      int           not null default 0,
  created_at    datetime(6)   not null,
  version       int           not null default 0,
  constraint uq_event_public unique (public_id),
  constraint fk_event_exam foreign key (exam_id) references exam (id),
  constraint fk_event_lead foreign key (lead_id) references account (id),
  constraint ck_event_kind check (kind in ('WORKSHOP', 'GROUP_REVIEW', 'ALPHA_REVIEW', 'DATA_REVIEW', 'OTHER')),
  constraint ck_event_status check (status in ('DRAFT', 'PLANNED', 'INVITING', 'CONFIRMED', 'RUNNING', 'COMPLETED', 'POSTPONED', 'CANCELLED')),
  constraint ck_event_modality check (modality in ('IN_PERSON', 'VIRTUAL', 'HYBRID')),
  constraint ck_event_order check (starts_at < ends_at)
) default charset = utf8mb4;
create index ix_event_start on event (starts_at, id);
create index ix_event_status on event (status, starts_at);

create table event_session (
  id        bigint       not null auto_increment primary key,
  event_id  bigint       not null,
  title     varchar(160) not null,
  starts_at datetime(6)  not null,
  ends_at   datetime(6)  not null,
  required  boolean      not null,
  constraint fk_event_session foreign key (event_id) references event (id),
  constraint ck_event_session_order check (starts_at < ends_at)
) default charset = utf8mb4;
create index ix_event_session on event_session (event_id, starts_at);

create table seat_pool (
  id          bigint      not null auto_increment primary key,
  event_id    bigint      not null,
  modality    varchar(10) not null,
  capacity    int         not null,
  taken       int         not null default 0,
  waiting     int         not null default 0,
  next_ticket int         not null default 1,
  constraint uq_seat_pool unique (event_id, modality),
  constraint fk_seat_pool foreign key (event_id) references event (id),
  constraint ck_seat_pool_modality check (modality in ('IN_PERSON', 'VIRTUAL')),
  constraint ck_seat_pool_capacity check (capacity between 0 and 5000),
  constraint ck_seat_pool_taken check (taken between 0 and capacity),
  constraint ck_seat_pool_waiting check (waiting >= 0)
) default charset = utf8mb4;
