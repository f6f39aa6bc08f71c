-- A corrected address takes the unsent messages along.

create index ix_outbox_recipient on outbox_message (recipient, state);
