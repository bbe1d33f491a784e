-- A condition of a gate may ask for the units of one set. Sets are written anew with each change, so
-- that a condition names one that there is, is asked by the command that writes them.
alter table gate_term
  add column set_kind text,
  add column set_code text,
  add constraint gate_term_set check ((set_kind is null) = (set_code is null));
