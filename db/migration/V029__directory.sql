-- The directory (R1.6): what a search looks into, folded by the portal (FoldedText), because a collation folds neither ø
-- and ł nor the spelling of umlauts as two letters. Compared byte by byte; filled for rows that are here already at the
-- next start.
alter table sme
  add column search_text varchar(4000) character set utf8mb4 collate utf8mb4_bin null;

-- Two SMEs who look alike and are two people, as somebody decided.
create table sme_not_same (
  sme_id     bigint      not null,
  other_id   bigint      not null,
  decided_at datetime(6) not null,
  primary key (sme_id, other_id),
  constraint fk_sme_not_same_sme foreign key (sme_id) references sme (id) on delete cascade,
  constraint fk_sme_not_same_other foreign key (other_id) references sme (id) on delete cascade,
  constraint ck_sme_not_same_order check (sme_id < other_id)
) default charset = utf8mb4;
