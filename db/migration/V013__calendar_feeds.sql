-- Calendar feeds (R2.6): one private address per account and kind. A new nonce, or no row, ends the address that was.

create table calendar_feed (
  id         bigint      not null auto_increment primary key,
  account_id bigint      not null,
  kind       varchar(10) not null,
  nonce      char(22)    not null,
  made_at    datetime(6) not null,
  constraint uq_calendar_feed unique (account_id, kind),
  constraint fk_calendar_feed foreign key (account_id) references account (id),
  constraint ck_calendar_feed_kind check (kind in ('OWN', 'PROGRAMME'))
) default charset = utf8mb4;
