-- Feedback of a group that the author of the item has opened. Who that is does not stand here (R6.1), nor when it was.
create table feedback_read (
  entry_id bigint not null primary key,
  constraint fk_feedback_read_entry foreign key (entry_id) references review_entry (id)
) default charset = utf8mb4;
