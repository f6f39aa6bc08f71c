-- The venue book: houses with their rooms. An event keeps its own words of where it is, as people were told them.

create table venue (
  id         bigint        not null auto_increment primary key,
  public_id  char(36)      not null,
  name       varchar(120)  not null,
  address    varchar(160)  null,
  city       varchar(80)   not null,
  country    char(2)       not null,
  zone       varchar(64)   not null,
  notes      varchar(1000) null,
  open       boolean       not null default true,
  created_at datetime(6)   not null,
  version    int           not null default 0,
  constraint uq_venue_public unique (public_id),
  constraint uq_venue_name unique (name, city)
) default charset = utf8mb4;

create table venue_room (
  id       bigint      not null auto_increment primary key,
  venue_id bigint      not null,
  name     varchar(30) not null,
  capacity int         not null,
  open     boolean     not null default true,
  constraint uq_venue_room unique (venue_id, name),
  constraint uq_venue_room_of unique (venue_id, id),
  constraint fk_venue_room foreign key (venue_id) references venue (id),
  constraint ck_venue_room_capacity check (capacity between 1 and 5000)
) default charset = utf8mb4;

alter table event
  add column venue_id bigint null,
  add column room_id  bigint null,
  add constraint fk_event_venue foreign key (venue_id) references venue (id),
  add constraint fk_event_venue_room foreign key (venue_id, room_id) references venue_room (venue_id, id),
  add constraint ck_event_room check (room_id is null or venue_id is not null);
create index ix_event_venue on event (venue_id, starts_at);
create index ix_event_lead on event (lead_id, starts_at);
