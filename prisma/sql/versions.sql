-- campaign.version: what an ETag or a kept answer is good for. It rises with each statement that
-- writes to the campaign or to anything in it but submissions and the trail.

create or replace function raise_own_version() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  return new;
end $$;

create or replace trigger campaign_version before update on campaign
  for each row execute function raise_own_version();

create or replace function raise_version_of_new() returns trigger language plpgsql as $$
begin
  update campaign set id = id
  where (district_code, id) in (select distinct district_code, campaign_id from new_rows);
  return null;
end $$;

create or replace function raise_version_of_old() returns trigger language plpgsql as $$
begin
  update campaign set id = id
  where (district_code, id) in (select distinct district_code, campaign_id from old_rows);
  return null;
end $$;

create or replace trigger round_insert_raises_version after insert on round
  referencing new table as new_rows for each statement execute function raise_version_of_new();
create or replace trigger round_update_raises_version after update on round
  referencing new table as new_rows for each statement execute function raise_version_of_new();
create or replace trigger round_delete_raises_version after delete on round
  referencing old table as old_rows for each statement execute function raise_version_of_old();

create or replace trigger intervention_insert_raises_version after insert on intervention
  referencing new table as new_rows for each statement execute function raise_version_of_new();
create or replace trigger intervention_update_raises_version after update on intervention
  referencing new table as new_rows for each statement execute function raise_version_of_new();
create or replace trigger intervention_delete_raises_version after delete on intervention
  referencing old table as old_rows for each statement execute function raise_version_of_old();

create or replace trigger target_group_insert_raises_version after insert on target_group
  referencing new table as new_rows for each statement execute function raise_version_of_new();
create or replace trigger target_group_update_raises_version after update on target_group
  referencing new table as new_rows for each statement execute function raise_version_of_new();
create or replace trigger target_group_delete_raises_version after delete on target_group
  referencing old table as old_rows for each statement execute function raise_version_of_old();

create or replace trigger intervention_target_group_insert_raises_version after insert on intervention_target_group
  referencing new table as new_rows for each statement execute function raise_version_of_new();
create or replace trigger intervention_target_group_update_raises_version after update on intervention_target_group
  referencing new table as new_rows for each statement execute function raise_version_of_new();
create or replace trigger intervention_target_group_delete_raises_version after delete on intervention_target_group
  referencing old table as old_rows for each statement execute function raise_version_of_old();

create or replace trigger reporting_unit_insert_raises_version after insert on reporting_unit
  referencing new table as new_rows for each statement execute function raise_version_of_new();
create or replace trigger reporting_unit_update_raises_version after update on reporting_unit
  referencing new table as new_rows for each statement execute function raise_version_of_new();
create or replace trigger reporting_unit_delete_raises_version after delete on reporting_unit
  referencing old table as old_rows for each statement execute function raise_version_of_old();

create or replace trigger target_set_insert_raises_version after insert on target_set
  referencing new table as new_rows for each statement execute function raise_version_of_new();
create or replace trigger target_set_update_raises_version after update on target_set
  referencing new table as new_rows for each statement execute function raise_version_of_new();
create or replace trigger target_set_delete_raises_version after delete on target_set
  referencing old table as old_rows for each statement execute function raise_version_of_old();

create or replace trigger target_population_insert_raises_version after insert on target_population
  referencing new table as new_rows for each statement execute function raise_version_of_new();
create or replace trigger target_population_update_raises_version after update on target_population
  referencing new table as new_rows for each statement execute function raise_version_of_new();
create or replace trigger target_population_delete_raises_version after delete on target_population
  referencing old table as old_rows for each statement execute function raise_version_of_old();

create or replace trigger daily_report_insert_raises_version after insert on daily_report
  referencing new table as new_rows for each statement execute function raise_version_of_new();
create or replace trigger daily_report_update_raises_version after update on daily_report
  referencing new table as new_rows for each statement execute function raise_version_of_new();
create or replace trigger daily_report_delete_raises_version after delete on daily_report
  referencing old table as old_rows for each statement execute function raise_version_of_old();

create or replace trigger tally_insert_raises_version after insert on tally
  referencing new table as new_rows for each statement execute function raise_version_of_new();
create or replace trigger tally_update_raises_version after update on tally
  referencing new table as new_rows for each statement execute function raise_version_of_new();
create or replace trigger tally_delete_raises_version after delete on tally
  referencing old table as old_rows for each statement execute function raise_version_of_old();

create or replace trigger day_reopening_insert_raises_version after insert on day_reopening
  referencing new table as new_rows for each statement execute function raise_version_of_new();
create or replace trigger day_reopening_update_raises_version after update on day_reopening
  referencing new table as new_rows for each statement execute function raise_version_of_new();
create or replace trigger day_reopening_delete_raises_version after delete on day_reopening
  referencing old table as old_rows for each statement execute function raise_version_of_old();

create or replace trigger day_note_insert_raises_version after insert on day_note
  referencing new table as new_rows for each statement execute function raise_version_of_new();
create or replace trigger day_note_update_raises_version after update on day_note
  referencing new table as new_rows for each statement execute function raise_version_of_new();
create or replace trigger day_note_delete_raises_version after delete on day_note
  referencing old table as old_rows for each statement execute function raise_version_of_old();

create or replace trigger stated_total_insert_raises_version after insert on stated_total
  referencing new table as new_rows for each statement execute function raise_version_of_new();
create or replace trigger stated_total_update_raises_version after update on stated_total
  referencing new table as new_rows for each statement execute function raise_version_of_new();
create or replace trigger stated_total_delete_raises_version after delete on stated_total
  referencing old table as old_rows for each statement execute function raise_version_of_old();

create or replace trigger finding_note_insert_raises_version after insert on finding_note
  referencing new table as new_rows for each statement execute function raise_version_of_new();
create or replace trigger finding_note_update_raises_version after update on finding_note
  referencing new table as new_rows for each statement execute function raise_version_of_new();
create or replace trigger finding_note_delete_raises_version after delete on finding_note
  referencing old table as old_rows for each statement execute function raise_version_of_old();

create or replace trigger import_refusal_insert_raises_version after insert on import_refusal
  referencing new table as new_rows for each statement execute function raise_version_of_new();
create or replace trigger import_refusal_update_raises_version after update on import_refusal
  referencing new table as new_rows for each statement execute function raise_version_of_new();
create or replace trigger import_refusal_delete_raises_version after delete on import_refusal
  referencing old table as old_rows for each statement execute function raise_version_of_old();
