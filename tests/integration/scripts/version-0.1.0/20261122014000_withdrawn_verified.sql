-- A verified report that is withdrawn takes its tallies with it, and by then nobody can tell that it
-- was verified: its doses would leave the unverified ones, which they were never among. So they
-- count as unverified first, in the moment before it goes.

create function report_unverified_before_deletion() returns trigger language plpgsql as $$
begin
  perform roll_up_tallies(array(
    select row(district_code, campaign_id, round_number, unit_code, day, intervention_code,
               target_group_code, 0, 0, residents)::tally_change
    from tally
    where district_code = old.district_code and campaign_id = old.campaign_id
      and round_number = old.round_number and unit_code = old.unit_code and day = old.day));
  return old;
end $$;

create trigger report_unverified_before_deletion before delete on daily_report
  for each row when (old.status = 'verified')
  execute function report_unverified_before_deletion();
