-- What a programme manager decided about two items of an exam: no duplicates after all, or enemies that must not stand on one
-- form (R5.4). The lower id stands first; the reason may hold words of the items and is sealed.
create table item_pair (
  item_low      bigint      not null,
  item_high     bigint      not null,
  decision      varchar(10) not null,
  revision_low  int         not null,
  revision_high int         not null,
  reason        mediumtext  null,
  decided_at    datetime(6) not null,
  decided_by    bigint      not null,
  primary key (item_low, item_high),
  constraint fk_item_pair_low foreign key (item_low) references item (id),
  constraint fk_item_pair_high foreign key (item_high) references item (id),
  constraint fk_item_pair_by foreign key (decided_by) references account (id),
  constraint ck_item_pair_order check (item_low < item_high),
  constraint ck_item_pair_decision check (decision in ('NOT_ALIKE', 'ENEMIES')),
  constraint ck_item_pair_reason check (decision <> 'ENEMIES' or reason is not null)
) default charset = utf8mb4;
create index ix_item_pair_high on item_pair (item_high, decision);

-- When it was asked whether a draft is like another item; rows are deleted after an hour.
create table similarity_ask (
  id       bigint      not null auto_increment primary key,
  item_id  bigint      not null,
  asked_at datetime(6) not null,
  constraint fk_similarity_ask foreign key (item_id) references item (id)
) default charset = utf8mb4;
create index ix_similarity_ask on similarity_ask (item_id, asked_at);
