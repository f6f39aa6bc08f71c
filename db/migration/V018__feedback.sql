-- What people say about an event (R4.7): one answer per SME and event, which they may change for a while.

create table feedback (
  id         bigint        not null auto_increment primary key,
  event_id   bigint        not null,
  sme_id     bigint        not null,
  overall    int           not null,
  pace       varchar(10)   not null,
  again      boolean       not null,
  to_keep    varchar(1000) null,
  to_change  varchar(1000) null,
  by_name    boolean       not null,
  given_at   datetime(6)   not null,
  version    int           not null default 0,
  constraint uq_feedback unique (event_id, sme_id),
  constraint fk_feedback_event foreign key (event_id) references event (id),
  constraint fk_feedback_sme foreign key (sme_id) references sme (id),
  constraint ck_feedback_overall check (overall between 1 and 5),
  constraint ck_feedback_pace check (pace in ('TOO_SLOW', 'RIGHT', 'TOO_FAST'))
) default charset = utf8mb4;
create index ix_feedback_sme on feedback (sme_id, event_id);
