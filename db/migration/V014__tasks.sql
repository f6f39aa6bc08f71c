-- Work for the programme outside of events (R8.5): asked for by a programme manager or told by the SME, with its minutes.

create table sme_task (
  id         bigint        not null auto_increment primary key,
  public_id  char(36)      not null,
  sme_id     bigint        not null,
  exam_id    bigint        null,
  title      varchar(160)  not null,
  details    varchar(1000) null,
  due_on     date          null,
  state      varchar(10)   not null,
  done_on    date          null,
  minutes    int           null,
  added_by   varchar(120)  not null,
  created_at datetime(6)   not null,
  version    int           not null default 0,
  constraint uq_sme_task_public unique (public_id),
  constraint fk_sme_task_sme foreign key (sme_id) references sme (id),
  constraint fk_sme_task_exam foreign key (exam_id) references exam (id),
  constraint ck_sme_task_state check (state in ('OPEN', 'DONE', 'DROPPED')),
  constraint ck_sme_task_minutes check (minutes is null or minutes between 1 and 60000),
  constraint ck_sme_task_done check ((state = 'DONE') = (done_on is not null and minutes is not null))
) default charset = utf8mb4;
create index ix_sme_task_sme on sme_task (sme_id, state, done_on);
create index ix_sme_task_done on sme_task (state, done_on);
