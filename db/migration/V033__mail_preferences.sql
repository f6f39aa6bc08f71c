-- Which optional mails an address wants (R1.5). A row is there from the first optional mail on, because its link needs a
-- nonce; without a row everything is wanted.

create table mail_preference (
  id        bigint       not null auto_increment primary key,
  address   varchar(254) not null,
  nonce     varchar(32)  not null,
  reminders boolean      not null default true,
  feedback  boolean      not null default true,
  tasks     boolean      not null default true,
  version   int          not null default 0,
  constraint uq_mail_preference unique (address)
) default charset = utf8mb4;
