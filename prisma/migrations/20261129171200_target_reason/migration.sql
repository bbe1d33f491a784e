-- Why one number was corrected; null: a file or a whole set was loaded.
alter table target_set add column reason text
  constraint target_set_reason check (reason is null or length(reason) between 1 and 300);
