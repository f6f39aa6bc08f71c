-- When an SME is away (R1.5): whole days of their own calendar. The note is for themselves.

create table sme_blackout (
  id        bigint       not null auto_increment primary key,
  public_id char(36)     not null,
  sme_id    bigint       not null,
  first_day date         not null,
  last_day  date         not null,
  note      varchar(200) null,
  constraint uq_sme_blackout_public unique (public_id),
  constraint fk_sme_blackout foreign key (sme_id) references sme (id),
  constraint ck_sme_blackout_order check (first_day <= last_day)
) default charset = utf8mb4;
create index ix_sme_blackout on sme_blackout (sme_id, last_day);
