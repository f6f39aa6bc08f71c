-- Going virtual and back, postponing and a new date (R2.2, R2.4): planned with its consequences, done when the undo
-- window is over. A seat can be held until its SME answers again.

alter table invitation
  add column answer_again_by datetime(6) null,
  add constraint ck_invitation_again check (answer_again_by is null or status = 'ACCEPTED');

create table event_change (
  id         bigint       not null auto_increment primary key,
  public_id  char(36)     not null,
  kind       varchar(10)  not null,
  state      varchar(10)  not null,
  modality   varchar(10)  null,
  answer_again boolean    not null default false,
  answer_day date         null,
  reason     varchar(500) null,
  created_at datetime(6)  not null,
  created_by varchar(120) not null,
  apply_at   datetime(6)  not null,
  settled_at datetime(6)  null,
  people     int          not null default 0,
  version    int          not null default 0,
  constraint uq_event_change_public unique (public_id),
  constraint ck_event_change_kind check (kind in ('MODALITY', 'POSTPONE', 'NEW_DATE')),
  constraint ck_event_change_state check (state in ('WAITING', 'DONE', 'UNDONE')),
  constraint ck_event_change_modality check ((kind = 'MODALITY') = (modality is not null))
) default charset = utf8mb4;
create index ix_event_change_due on event_change (state, apply_at);

create table event_change_part (
  id              bigint       not null auto_increment primary key,
  change_id       bigint       not null,
  event_id        bigint       not null,
  first_day       date         null,
  seats_in_person int          null,
  seats_virtual   int          null,
  venue_name      varchar(160) null,
  venue_address   varchar(300) null,
  meeting_link    varchar(500) null,
  -- what it was when it was changed, for the way back
  was_modality        varchar(10)  null,
  was_seats_in_person int          null,
  was_seats_virtual   int          null,
  was_venue_name      varchar(160) null,
  was_venue_address   varchar(300) null,
  was_meeting_link    varchar(500) null,
  left_out        varchar(500) null,
  constraint uq_event_change_part unique (change_id, event_id),
  constraint fk_event_change_part foreign key (change_id) references event_change (id),
  constraint fk_event_change_part_event foreign key (event_id) references event (id)
) default charset = utf8mb4;
create index ix_event_change_part_event on event_change_part (event_id, change_id);
