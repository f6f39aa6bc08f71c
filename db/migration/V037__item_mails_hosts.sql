-- Whether an address wants the mails about its items: that one came back, or was ended (R1.5).
alter table mail_preference add column items boolean not null default true;

-- Hosts of the vendor's documentation stand in one setting, a line each.
alter table programme_setting modify column value varchar(1000) not null;
