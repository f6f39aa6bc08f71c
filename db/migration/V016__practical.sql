-- What somebody needs to come and stay well (R1.5), and how to find and join an event (R2.7).

-- Private: the SME reads and writes them, programme managers get counts and notes without names.
create table sme_needs (
  sme_id      bigint       not null primary key,
  diet_note   varchar(300) null,
  access_note varchar(300) null,
  version     int          not null default 0,
  constraint fk_sme_needs foreign key (sme_id) references sme (id)
) default charset = utf8mb4;

create table sme_need (
  sme_id bigint      not null,
  need   varchar(20) not null,
  primary key (sme_id, need),
  constraint fk_sme_need foreign key (sme_id) references sme_needs (sme_id)
) default charset = utf8mb4;

create table event_practical (
  event_id        bigint        not null primary key,
  meeting_point   varchar(500)  null,
  contact_name    varchar(120)  null,
  contact_phone   varchar(40)   null,
  lobby           varchar(2000) null,
  meals           varchar(2000) null,
  travel          varchar(2000) null,
  joining         varchar(2000) null,
  technical_check varchar(2000) null,
  version         int           not null default 0,
  constraint fk_event_practical foreign key (event_id) references event (id)
) default charset = utf8mb4;

-- From a programme manager to one SME of the panel: train, hotel.
create table travel_note (
  id         bigint        not null auto_increment primary key,
  event_id   bigint        not null,
  sme_id     bigint        not null,
  note       varchar(1000) not null,
  written_by varchar(120)  not null,
  written_at datetime(6)   not null,
  version    int           not null default 0,
  constraint uq_travel_note unique (event_id, sme_id),
  constraint fk_travel_note_event foreign key (event_id) references event (id),
  constraint fk_travel_note_sme foreign key (sme_id) references sme (id)
) default charset = utf8mb4;
create index ix_travel_note_sme on travel_note (sme_id);
