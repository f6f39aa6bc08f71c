-- The agreement that every SME accepts (R1.4): versions in Markdown, and who accepted which, from where, for good.

create table agreement (
  id           bigint        not null auto_increment primary key,
  public_id    char(36)      not null,
  number       int           not null,
  title        varchar(160)  not null,
  text         mediumtext    not null,
  -- what is new in it, told to those who accepted an earlier one
  changes      varchar(1000) null,
  state        varchar(10)   not null,
  -- at most one draft at a time: 1 while it is one, else null
  draft_key    int           null,
  created_at   datetime(6)   not null,
  created_by   varchar(120)  not null,
  published_at datetime(6)   null,
  published_by varchar(120)  null,
  version      int           not null default 0,
  constraint uq_agreement_public unique (public_id),
  constraint uq_agreement_number unique (number),
  constraint uq_agreement_draft unique (draft_key),
  constraint ck_agreement_state check (state in ('DRAFT', 'PUBLISHED')),
  constraint ck_agreement_draft check ((state = 'DRAFT') = (draft_key is not null)),
  constraint ck_agreement_published check ((state = 'PUBLISHED') = (published_at is not null and published_by is not null))
) default charset = utf8mb4;
create index ix_agreement_newest on agreement (state, number);

-- Rows are added only. The hash is that of the text which was accepted.
create table agreement_acceptance (
  id           bigint      not null auto_increment primary key,
  agreement_id bigint      not null,
  account_id   bigint      not null,
  accepted_at  datetime(6) not null,
  address      varchar(45) not null,
  text_sha256  char(64)    not null,
  constraint uq_agreement_acceptance unique (account_id, agreement_id),
  constraint fk_agreement_acceptance foreign key (agreement_id) references agreement (id),
  constraint fk_agreement_acceptance_account foreign key (account_id) references account (id)
) default charset = utf8mb4;
create index ix_agreement_acceptance on agreement_acceptance (agreement_id, accepted_at);
