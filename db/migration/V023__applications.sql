-- Joining the programme (R1.1 to R1.4): applications with their answers, stages and decisions, the invitations to apply,
-- the rubric they are scored by (data, versioned), reviews blind to each other, notes. And settings of the programme.

create table programme_setting (
  name       varchar(40)  not null primary key,
  value      varchar(200) not null,
  changed_at datetime(6)  not null,
  changed_by varchar(120) not null
) default charset = utf8mb4;

-- Asked to apply by a programme manager: by mail, or by a link for many, such as one for the stand at a conference.
create table apply_invite (
  id         bigint       not null auto_increment primary key,
  public_id  char(36)     not null,
  email      varchar(254) null,
  name       varchar(120) null,
  label      varchar(120) null,
  note       varchar(1000) null,
  nonce      char(22)     not null,
  invited_by bigint       not null,
  created_at datetime(6)  not null,
  expires_at datetime(6)  not null,
  revoked_at datetime(6)  null,
  version    int          not null default 0,
  constraint uq_apply_invite_public unique (public_id),
  constraint fk_apply_invite_by foreign key (invited_by) references account (id),
  constraint ck_apply_invite_whom check (email is not null or label is not null)
) default charset = utf8mb4;

create table application (
  id               bigint        not null auto_increment primary key,
  public_id        char(36)      not null,
  state            varchar(12)   not null,
  -- of the cookie that continues a draft in the same browser: its SHA-256
  draft_hash       char(64)      null,
  nonce            char(22)      not null,
  invite_id        bigint        null,
  email            varchar(254)  null,
  name             varchar(120)  null,
  country          char(2)       null,
  zone             varchar(64)   null,
  employer         varchar(120)  null,
  certifications   varchar(1000) null,
  years_experience int           null,
  expertise        varchar(500)  null,
  languages        varchar(200)  null,
  motivation       varchar(4000) null,
  heard_of         varchar(200)  null,
  attendance       varchar(10)   null,
  step             int           not null default 1,
  -- what the applicant agreed to, and when
  privacy_at       datetime(6)   null,
  contact_at       datetime(6)   null,
  created_at       datetime(6)   not null,
  changed_at       datetime(6)   not null,
  sent_at          datetime(6)   null,
  confirmed_at     datetime(6)   null,
  promised_on      date          null,
  -- decided, and told to the applicant only when it is published
  decision         varchar(10)   null,
  decision_reason  varchar(1000) null,
  decided_by       bigint        null,
  decided_at       datetime(6)   null,
  published_at     datetime(6)   null,
  sme_id           bigint        null,
  -- the address while this application counts, else null: at most one that counts for each address
  live_key         varchar(254)  null,
  version          int           not null default 0,
  constraint uq_application_public unique (public_id),
  constraint uq_application_draft unique (draft_hash),
  constraint uq_application_live unique (live_key),
  constraint fk_application_invite foreign key (invite_id) references apply_invite (id),
  constraint fk_application_decider foreign key (decided_by) references account (id),
  constraint fk_application_sme foreign key (sme_id) references sme (id),
  constraint ck_application_state check (state in ('DRAFT', 'UNCONFIRMED', 'SUBMITTED', 'IN_REVIEW', 'WAITLISTED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
  constraint ck_application_attendance check (attendance in ('VIRTUAL', 'NEARBY', 'ANYWHERE')),
  constraint ck_application_years check (years_experience between 0 and 70),
  constraint ck_application_email check (state = 'DRAFT' or email is not null),
  constraint ck_application_counts check (state in ('DRAFT', 'UNCONFIRMED', 'WITHDRAWN') or confirmed_at is not null),
  constraint ck_application_live check ((state in ('SUBMITTED', 'IN_REVIEW', 'WAITLISTED')) = (live_key is not null)),
  constraint ck_application_decision check (decision in ('ACCEPT', 'WAITLIST', 'DECLINE')),
  constraint ck_application_decided check ((decision is null) = (decided_at is null)),
  constraint ck_application_sme check ((state = 'ACCEPTED') = (sme_id is not null))
) default charset = utf8mb4;
create index ix_application_state on application (state, confirmed_at, id);
create index ix_application_promised on application (state, promised_on);
create index ix_application_email on application (email, state);
create index ix_application_changed on application (state, changed_at);

create table application_exam (
  application_id bigint not null,
  exam_id        bigint not null,
  primary key (application_id, exam_id),
  constraint fk_application_exam foreign key (application_id) references application (id) on delete cascade,
  constraint fk_application_exam_exam foreign key (exam_id) references exam (id)
) default charset = utf8mb4;
create index ix_application_exam on application_exam (exam_id, application_id);

-- Every stage that an application went through.
create table application_move (
  id             bigint        not null auto_increment primary key,
  application_id bigint        not null,
  from_state     varchar(12)   null,
  to_state       varchar(12)   not null,
  at             datetime(6)   not null,
  actor          varchar(120)  not null,
  reason         varchar(1000) null,
  constraint fk_application_move foreign key (application_id) references application (id) on delete cascade
) default charset = utf8mb4;
create index ix_application_move on application_move (application_id, id);

create table rubric (
  id         bigint       not null auto_increment primary key,
  number     int          not null,
  created_at datetime(6)  not null,
  created_by varchar(120) not null,
  constraint uq_rubric unique (number)
) default charset = utf8mb4;

create table rubric_criterion (
  id          bigint        not null auto_increment primary key,
  rubric_id   bigint        not null,
  position    int           not null,
  name        varchar(80)   not null,
  description varchar(500)  not null,
  weight      int           not null,
  constraint uq_rubric_criterion unique (rubric_id, position),
  constraint uq_rubric_criterion_name unique (rubric_id, name),
  constraint fk_rubric_criterion foreign key (rubric_id) references rubric (id),
  constraint ck_rubric_criterion_weight check (weight between 0 and 100)
) default charset = utf8mb4;

-- One reviewer's scores of one application, by the rubric that was current when they began.
create table application_review (
  id             bigint        not null auto_increment primary key,
  application_id bigint        not null,
  reviewer_id    bigint        not null,
  rubric_id      bigint        not null,
  comment        varchar(2000) null,
  begun_at       datetime(6)   not null,
  scored_at      datetime(6)   null,
  version        int           not null default 0,
  constraint uq_application_review unique (application_id, reviewer_id),
  constraint fk_application_review foreign key (application_id) references application (id) on delete cascade,
  constraint fk_application_review_by foreign key (reviewer_id) references account (id),
  constraint fk_application_review_rubric foreign key (rubric_id) references rubric (id)
) default charset = utf8mb4;
create index ix_application_review_by on application_review (reviewer_id, scored_at);

create table application_score (
  review_id    bigint not null,
  criterion_id bigint not null,
  points       int    not null,
  primary key (review_id, criterion_id),
  constraint fk_application_score foreign key (review_id) references application_review (id) on delete cascade,
  constraint fk_application_score_criterion foreign key (criterion_id) references rubric_criterion (id),
  constraint ck_application_score_points check (points between 0 and 4)
) default charset = utf8mb4;

create table application_note (
  id             bigint        not null auto_increment primary key,
  application_id bigint        not null,
  author_id      bigint        not null,
  text           varchar(2000) not null,
  at             datetime(6)   not null,
  constraint fk_application_note foreign key (application_id) references application (id) on delete cascade,
  constraint fk_application_note_author foreign key (author_id) references account (id)
) default charset = utf8mb4;
create index ix_application_note on application_note (application_id, id);

-- A list with a filter that somebody keeps under a name: the path of the page and its query.
create table saved_filter (
  id         bigint        not null auto_increment primary key,
  public_id  char(36)      not null,
  account_id bigint        not null,
  page       varchar(80)   not null,
  name       varchar(80)   not null,
  query      varchar(1000) not null,
  constraint uq_saved_filter_public unique (public_id),
  constraint uq_saved_filter unique (account_id, page, name),
  constraint fk_saved_filter foreign key (account_id) references account (id)
) default charset = utf8mb4;
