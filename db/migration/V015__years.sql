-- What an SME says of a year of theirs (R8.3, R4.7): the favourite event, and whether the year is shared. Of the link only
-- the nonce is kept: it opens nothing without the portal's secret, and taking it away ends the link.

create table sme_year (
  id                 bigint      not null auto_increment primary key,
  sme_id             bigint      not null,
  in_year            int         not null,
  favourite_event_id bigint      null,
  share_nonce        char(22)    null,
  shared_at          datetime(6) null,
  version            int         not null default 0,
  constraint uq_sme_year unique (sme_id, in_year),
  constraint fk_sme_year_sme foreign key (sme_id) references sme (id),
  constraint fk_sme_year_favourite foreign key (favourite_event_id) references event (id),
  constraint ck_sme_year_shared check ((share_nonce is null) = (shared_at is null))
) default charset = utf8mb4;
