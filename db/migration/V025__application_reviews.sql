-- The queue of programme managers (R1.3): what each point of a criterion means, what the scores of an application come to
-- once both are in, and decisions that are told together after their undo window.

-- Five lines: what 0, 1, 2, 3 and 4 points mean.
alter table rubric_criterion add column anchors varchar(1000) not null default '';

-- The weighted mean of the points, 0 to 4, by the version they were given by.
alter table application_review add column total decimal(6, 4) null;

-- How many scored it; mean and disagreement are known from the second on, so nothing shows them before.
alter table application add column scores_in int not null default 0;
alter table application add column score decimal(6, 4) null;
alter table application add column disagreement boolean not null default false;
alter table application add constraint ck_application_scores_in check (scores_in between 0 and 2);
alter table application add constraint ck_application_score check (score is null or scores_in = 2);

create table application_publication (
  id         bigint       not null auto_increment primary key,
  public_id  char(36)     not null,
  state      varchar(8)   not null,
  created_at datetime(6)  not null,
  created_by varchar(120) not null,
  apply_at   datetime(6)  not null,
  settled_at datetime(6)  null,
  version    int          not null default 0,
  constraint uq_application_publication unique (public_id),
  constraint ck_application_publication_state check (state in ('WAITING', 'DONE', 'UNDONE')),
  constraint ck_application_publication_settled check ((state = 'WAITING') = (settled_at is null))
) default charset = utf8mb4;
create index ix_application_publication on application_publication (state, apply_at);

create table application_publication_part (
  id             bigint       not null auto_increment primary key,
  publication_id bigint       not null,
  application_id bigint       not null,
  decision       varchar(10)  not null,
  left_out       varchar(500) null,
  -- the application while this waits, else null: it waits in one publication only
  waiting_key    bigint       null,
  constraint uq_application_publication_part unique (publication_id, application_id),
  constraint uq_application_publication_waiting unique (waiting_key),
  constraint fk_application_publication_part foreign key (publication_id) references application_publication (id),
  constraint fk_application_publication_part_of foreign key (application_id) references application (id),
  constraint ck_application_publication_part check (decision in ('ACCEPT', 'WAITLIST', 'DECLINE'))
) default charset = utf8mb4;

insert into rubric (number, created_at, created_by) values (1, '2020-01-01 00:00:00', 'SME Portal');
insert into rubric_criterion (rubric_id, position, name, description, weight, anchors)
select id, 1, 'Depth of practice', 'Has built and run what the exam asks about, and not only read of it.', 35,
'No practice is told
Has tried it out, alone
Has worked with it in a team for a year
Has run it in production for years
Is asked by others when it gets difficult'
from rubric where number = 1;
insert into rubric_criterion (rubric_id, position, name, description, weight, anchors)
select id, 2, 'Breadth over the domains', 'How many domains of the exams of interest the experience covers.', 20,
'None can be seen
One domain
Two or three domains
Most of them
All of them, with an example each'
from rubric where number = 1;
insert into rubric_criterion (rubric_id, position, name, description, weight, anchors)
select id, 3, 'Writing and clarity', 'The answers are clear, to the point, and in words of their own.', 20,
'Cannot be followed
Has to be read twice
Clear, with detours
Clear and to the point
Could stand in a question as it is'
from rubric where number = 1;
insert into rubric_criterion (rubric_id, position, name, description, weight, anchors)
select id, 4, 'Time and reliability', 'Names time that fits, and has kept such promises before.', 15,
'No time
A day a year
One workshop a year
Two or more a year
Two or more, and has done such work before'
from rubric where number = 1;
insert into rubric_criterion (rubric_id, position, name, description, weight, anchors)
select id, 5, 'Diversity of the panel', 'Brings a region, a trade or an employer that our panels lack.', 10,
'As most of our SMEs
Another employer
Another trade or another size of company
A region with few SMEs
A region and a trade that we lack'
from rubric where number = 1;
