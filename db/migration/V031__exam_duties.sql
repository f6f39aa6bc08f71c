-- Who does what for which exam: programme managers that are assigned to it, and the duties they grant.

create table exam_duty (
  account_id bigint       not null,
  exam_id    bigint       not null,
  duty       varchar(16)  not null,
  granted_by varchar(120) not null,
  granted_at datetime(6)  not null,
  primary key (account_id, exam_id, duty),
  constraint fk_exam_duty_account foreign key (account_id) references account (id),
  constraint fk_exam_duty_exam foreign key (exam_id) references exam (id),
  constraint ck_exam_duty check (duty in ('PM', 'EDITOR', 'TECHNICAL', 'FAIRNESS', 'KEY_VERIFIER', 'PSYCHOMETRICIAN'))
) default charset = utf8mb4;
create index ix_exam_duty_exam on exam_duty (exam_id, duty, account_id);
