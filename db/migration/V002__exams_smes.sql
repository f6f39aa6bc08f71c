-- The catalogue of exams and the people who write for them.

create table exam (
  id           bigint       not null auto_increment primary key,
  code         varchar(20)  not null,
  name         varchar(120) not null,
  level        varchar(40)  not null,
  version_year int          not null,
  constraint uq_exam unique (code)
) default charset = utf8mb4;

create table exam_domain (
  id             bigint       not null auto_increment primary key,
  exam_id        bigint       not null,
  number         int          not null,
  name           varchar(160) not null,
  weight_percent decimal(5,2) not null,
  constraint uq_exam_domain unique (exam_id, number),
  constraint fk_exam_domain foreign key (exam_id) references exam (id),
  constraint ck_exam_domain_weight check (weight_percent > 0 and weight_percent <= 100)
) default charset = utf8mb4;

create table sme (
  id                 bigint        not null auto_increment primary key,
  public_id          char(36)      not null,
  account_id         bigint        null,
  email              varchar(254)  not null,
  name               varchar(120)  not null,
  country            char(2)       not null,
  zone               varchar(64)   not null,
  employer           varchar(120)  null,
  expertise          varchar(500)  null,
  languages          varchar(200)  null,
  visible_to_members boolean       not null default false,
  state              varchar(10)   not null,
  joined_on          date          not null,
  created_at         datetime(6)   not null,
  version            int           not null default 0,
  constraint uq_sme_public unique (public_id),
  constraint uq_sme_email unique (email),
  constraint uq_sme_account unique (account_id),
  constraint fk_sme_account foreign key (account_id) references account (id),
  constraint ck_sme_state check (state in ('ACTIVE', 'PAUSED'))
) default charset = utf8mb4;
create index ix_sme_name on sme (name, id);
create index ix_sme_country on sme (country, id);

create table sme_exam (
  sme_id  bigint not null,
  exam_id bigint not null,
  primary key (sme_id, exam_id),
  constraint fk_sme_exam_sme foreign key (sme_id) references sme (id),
  constraint fk_sme_exam_exam foreign key (exam_id) references exam (id)
) default charset = utf8mb4;
create index ix_sme_exam on sme_exam (exam_id, sme_id);
