-- Quality checks by duty (R6.4): what is asked, by versions, and who signed which revision. Notes are sealed.
create table checklist (
  id         bigint      not null auto_increment primary key,
  duty       varchar(16) not null,
  number     int         not null,
  created_at datetime(6) not null,
  constraint uq_checklist unique (duty, number),
  constraint ck_checklist_duty check (duty in ('EDITOR', 'TECHNICAL', 'FAIRNESS'))
) default charset = utf8mb4;

create table checklist_question (
  checklist_id bigint       not null,
  place        int          not null,
  text         varchar(300) not null,
  primary key (checklist_id, place),
  constraint fk_checklist_question foreign key (checklist_id) references checklist (id)
) default charset = utf8mb4;

-- Written once, never changed: a person signs a revision for a duty.
create table check_signature (
  id           bigint      not null auto_increment primary key,
  public_id    char(36)    not null,
  revision_id  bigint      not null,
  duty         varchar(16) not null,
  checklist_id bigint      not null,
  account_id   bigint      not null,
  signed_at    datetime(6) not null,
  constraint uq_check_signature_public unique (public_id),
  constraint uq_check_signature unique (revision_id, duty),
  constraint fk_check_signature_revision foreign key (revision_id) references item_revision (id),
  constraint fk_check_signature_list foreign key (checklist_id) references checklist (id),
  constraint fk_check_signature_account foreign key (account_id) references account (id),
  constraint ck_check_signature_duty check (duty in ('EDITOR', 'TECHNICAL', 'FAIRNESS'))
) default charset = utf8mb4;
create index ix_check_signature_account on check_signature (account_id, signed_at);

create table check_answer (
  signature_id bigint      not null,
  place        int         not null,
  mark         varchar(16) not null,
  note         mediumtext  null,
  primary key (signature_id, place),
  constraint fk_check_answer foreign key (signature_id) references check_signature (id),
  constraint ck_check_answer_mark check (mark in ('YES', 'NO', 'NOT_APPLICABLE')),
  constraint ck_check_answer_note check (mark <> 'NO' or note is not null)
) default charset = utf8mb4;

-- References of the item that were opened and still say it.
create table check_reference (
  signature_id bigint     not null,
  reference    varchar(8) not null,
  primary key (signature_id, reference),
  constraint fk_check_reference foreign key (signature_id) references check_signature (id)
) default charset = utf8mb4;

insert into checklist (duty, number, created_at) values
  ('EDITOR', 1, utc_timestamp(6)), ('TECHNICAL', 1, utc_timestamp(6)), ('FAIRNESS', 1, utc_timestamp(6));

insert into checklist_question (checklist_id, place, text)
select c.id, q.place, q.text from checklist c join (
  select 'EDITOR' as duty, 1 as place, 'The language is clear, and each sentence can be read in one way only.' as text
  union all select 'EDITOR', 2, 'The item poses one problem, and the question can be understood without the options.'
  union all select 'EDITOR', 3, 'Everything in the scenario is needed to answer.'
  union all select 'EDITOR', 4, 'The options are alike in length, form and detail; none stands out.'
  union all select 'EDITOR', 5, 'No word of scenario or question points to the key.'
  union all select 'EDITOR', 6, 'Spelling, units and names of services follow the style of the programme.'
  union all select 'EDITOR', 7, 'Each image has an alternative text that says what a candidate needs of it.'
  union all select 'EDITOR', 8, 'The list of enemies is right as far as you know.'
  union all select 'TECHNICAL', 1, 'The key is right today and can be defended against an expert who doubts it.'
  union all select 'TECHNICAL', 2, 'Each distractor is wrong for certain, for the reason that its rationale gives.'
  union all select 'TECHNICAL', 3, 'Each distractor is plausible to somebody who lacks the skill that is asked for.'
  union all select 'TECHNICAL', 4, 'Services, limits, commands and prices are those of the present version.'
  union all select 'TECHNICAL', 5, 'The item asks what its domain and task name, at the level of the exam.'
  union all select 'TECHNICAL', 6, 'The references back the key and not only the topic.'
  union all select 'TECHNICAL', 7, 'Each image is accurate, and so is its alternative text.'
  union all select 'TECHNICAL', 8, 'The list of enemies is right as far as you know.'
  union all select 'FAIRNESS', 1, 'Nobody has an advantage by culture, region, gender, age or employer.'
  union all select 'FAIRNESS', 2, 'No idiom, joke or knowledge from outside the exam is needed.'
  union all select 'FAIRNESS', 3, 'People, names and places are described with respect and without stereotypes.'
  union all select 'FAIRNESS', 4, 'Somebody who reads English as a second language understands it at the first reading.'
  union all select 'FAIRNESS', 5, 'It can be answered with a screen reader, and nothing depends on colour or place alone.'
  union all select 'FAIRNESS', 6, 'No topic in it is likely to upset somebody during an exam.'
) q on q.duty = c.duty;
