-- The history of a cell: which submission took a number away, and which made a zero report.

alter table submission
  -- The version that it made is a zero report. One that made none leaves it false.
  add column is_zero boolean not null default false;

update submission set is_zero = true
from daily_report as report
where report.district_code = submission.district_code
  and report.campaign_id = submission.campaign_id
  and report.submission_id = submission.id
  and report.is_zero;

-- Where a report stays and a number of it goes, the report's submission took it away.
create or replace function tallies_deleted() returns trigger language plpgsql as $$
begin
  insert into tally_history (
    district_code, campaign_id, round_number, unit_code, day, intervention_code,
    target_group_code, residents_before, non_residents_before, submission_before, submission_after)
  select gone.district_code, gone.campaign_id, gone.round_number, gone.unit_code, gone.day,
         intervention_code, target_group_code, residents, non_residents, gone.submission_id,
         nullif(report.submission_id, gone.submission_id)
  from old_rows as gone
  left join daily_report as report using (district_code, campaign_id, round_number, unit_code, day);

  perform roll_up_tallies(with_unverified(array(
    select row(district_code, campaign_id, round_number, unit_code, day, intervention_code,
               target_group_code, -residents, -non_residents, 0)::tally_change
    from old_rows)));
  return null;
end $$;

-- What happened to one report, one account, one place.
create index audit_entry_district_code_subject_id_idx
  on audit_entry (district_code, subject, id desc);
