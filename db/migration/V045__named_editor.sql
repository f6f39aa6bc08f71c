-- An editor whom a programme manager named to revise an item in its author's place (items.md 1, row 4); done_at ends it.
-- Whoever wrote at it in that way decides nothing about it later, so the row stays.
create table item_editor (
  id         bigint      not null auto_increment primary key,
  item_id    bigint      not null,
  account_id bigint      not null,
  named_by   bigint      not null,
  named_at   datetime(6) not null,
  done_at    datetime(6) null,
  constraint fk_item_editor_item foreign key (item_id) references item (id),
  constraint fk_item_editor_account foreign key (account_id) references account (id),
  constraint fk_item_editor_named_by foreign key (named_by) references account (id)
) default charset = utf8mb4;
alter table item_view drop constraint ck_item_view_kind;
alter table item_view add constraint ck_item_view_kind
  check (kind in ('WRITE', 'READ', 'PRINT', 'COMPARE', 'REVIEW', 'REVISE'));
create index ix_item_editor_account on item_editor (account_id, done_at);
