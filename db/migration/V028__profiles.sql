-- What an SME says about themselves (R1.5): limits, and the exams they passed with evidence that a programme manager
-- confirms. Only what was confirmed becomes an exam that they are invited for (sme_exam).

create table sme_profile (
  sme_id     bigint      not null primary key,
  max_events int         null,
  travel     varchar(10) not null,
  version    int         not null default 0,
  constraint fk_sme_profile foreign key (sme_id) references sme (id),
  constraint ck_sme_profile_events check (max_events between 1 and 50),
  constraint ck_sme_profile_travel check (travel in ('NONE', 'COUNTRY', 'REGION', 'ANYWHERE'))
) default charset = utf8mb4;

create table qualification (
  id              bigint       not null auto_increment primary key,
  public_id       char(36)     not null,
  sme_id          bigint       not null,
  exam_id         bigint       not null,
  certificate     varchar(160) not null,
  evidence_number varchar(80)  null,
  evidence_url    varchar(500) null,
  obtained_on     date         not null,
  expires_on      date         null,
  state           varchar(10)  not null,
  told_at         datetime(6)  not null,
  decided_at      datetime(6)  null,
  decided_by      varchar(120) null,
  reason          varchar(500) null,
  version         int          not null default 0,
  constraint uq_qualification_public unique (public_id),
  constraint uq_qualification unique (sme_id, exam_id, obtained_on),
  constraint fk_qualification_sme foreign key (sme_id) references sme (id),
  constraint fk_qualification_exam foreign key (exam_id) references exam (id),
  constraint ck_qualification_state check (state in ('CLAIMED', 'CONFIRMED', 'REJECTED')),
  constraint ck_qualification_evidence check (evidence_number is not null or evidence_url is not null),
  constraint ck_qualification_days check (expires_on is null or expires_on > obtained_on),
  constraint ck_qualification_decided check ((state = 'CLAIMED') = (decided_at is null)),
  constraint ck_qualification_reason check (state <> 'REJECTED' or reason is not null)
) default charset = utf8mb4;
