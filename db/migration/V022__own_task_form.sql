-- Work of their own that an SME tells (R8.5) counts once, however often its form is sent.

alter table sme_task
  add column form_key char(36) null,
  add constraint uq_sme_task_form unique (sme_id, form_key);
