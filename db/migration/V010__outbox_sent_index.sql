-- For "sent in the last 24 hours" on dashboards.
create index ix_outbox_sent on outbox_message (state, sent_at);
