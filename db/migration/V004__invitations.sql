-- One invitation per event and SME; every move of it is kept.

create table invitation (
  id            bigint       not null auto_increment primary key,
  public_id     char(36)     not null,
  event_id      bigint       not null,
  sme_id        bigint       not null,
  status        varchar(10)  not null,
  wave          int          not null,
  batch         char(36)     null,
  standby       boolean      not null default false,
  seat_pool_id  bigint       null,
  holds_seat    boolean      not null default false,
  ticket        int          null,
  offered_until datetime(6)  null,
  sequence      int          not null default 0,
  nonce         char(22)     not null,
  sent_at       datetime(6)  null,
  answered_at   datetime(6)  null,
  reminded_at   datetime(6)  null,
  reminders     int          not null default 0,
  reason        varchar(500) null,
  created_at    datetime(6)  not null,
  version       int          not null default 0,
  constraint uq_invitation_public unique (public_id),
  constraint uq_invitation_event_sme unique (event_id, sme_id),
  constraint uq_invitation_ticket unique (seat_pool_id, ticket),
  constraint fk_invitation_event foreign key (event_id) references event (id),
  constraint fk_invitation_sme foreign key (sme_id) references sme (id),
  constraint fk_invitation_pool foreign key (seat_pool_id) references seat_pool (id),
  constraint ck_invitation_status check (status in ('QUEUED', 'SENT', 'ACCEPTED', 'DECLINED', 'TENTATIVE', 'WAITLISTED', 'OFFERED', 'EXPIRED', 'WITHDRAWN')),
  constraint ck_invitation_seat check (holds_seat = (status in ('ACCEPTED', 'OFFERED'))),
  constraint ck_invitation_ticket check (status <> 'WAITLISTED' or ticket is not null)
) default charset = utf8mb4;
create index ix_invitation_sme on invitation (sme_id, status);
create index ix_invitation_event on invitation (event_id, status);
create index ix_invitation_batch on invitation (batch);

create table invitation_move (
  id            bigint       not null auto_increment primary key,
  invitation_id bigint       not null,
  from_status   varchar(10)  null,
  to_status     varchar(10)  not null,
  at            datetime(6)  not null,
  actor         varchar(120) not null,
  reason        varchar(500) null,
  constraint fk_invitation_move foreign key (invitation_id) references invitation (id)
) default charset = utf8mb4;
create index ix_invitation_move on invitation_move (invitation_id, id);
