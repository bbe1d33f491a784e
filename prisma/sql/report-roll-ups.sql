-- What follows from a write to daily reports: how many came, in time, verified, per place and day;
-- and which doses nobody has verified.

-- Adds signed changes to every count that the reports are part of, places in key order.
create or replace function add_report_changes(changes report_change[]) returns void language sql as $$
  with change as (
    select changed.*, unit.subdistrict_code
    from unnest(changes) as changed
    join reporting_unit as unit
      on unit.district_code = changed.district_code and unit.campaign_id = changed.campaign_id
     and unit.code = changed.unit_code
  ), place as (
    select change.*, kind as place_kind, code as place_code
    from change
    cross join lateral (values
      ('unit', unit_code), ('subdistrict', subdistrict_code), ('district', district_code)
    ) as of_place (kind, code)
  ), totals as (
    insert into place_reports as total
    select district_code, campaign_id, round_number, place_kind, place_code,
           sum(received), sum(on_time), sum(verified)
    from place
    where not is_sweeping
    group by 1, 2, 3, 4, 5
    order by 1, 2, 3, 4, 5
    on conflict (district_code, campaign_id, round_number, place_kind, place_code)
    do update set received = total.received + excluded.received,
                  on_time  = total.on_time + excluded.on_time,
                  verified = total.verified + excluded.verified
  )
  insert into place_day_reports as total
  select district_code, campaign_id, round_number, place_kind, place_code, day,
         sum(received), sum(on_time), sum(verified)
  from place
  where place_kind <> 'unit'
  group by 1, 2, 3, 4, 5, 6
  order by 1, 2, 3, 4, 5, 6
  on conflict (district_code, campaign_id, round_number, place_kind, place_code, day)
  do update set received = total.received + excluded.received,
                on_time  = total.on_time + excluded.on_time,
                verified = total.verified + excluded.verified
$$;

-- Called for rows only, as roll_up_tallies.
create or replace function roll_up_reports(changes report_change[]) returns void language plpgsql as $$
begin
  if changes <> '{}' then
    perform add_report_changes(changes);
  end if;
end $$;

create or replace function reports_inserted() returns trigger language plpgsql as $$
begin
  perform roll_up_reports(array(
    select row(district_code, campaign_id, round_number, unit_code, day, is_sweeping,
               1, is_on_time::int, (status = 'verified')::int)::report_change
    from new_rows));
  return null;
end $$;

create or replace function reports_updated() returns trigger language plpgsql as $$
begin
  perform roll_up_reports(array(
    select row(district_code, campaign_id, round_number, unit_code, day, is_sweeping,
               sum(received), sum(on_time), sum(verified))::report_change
    from (
      select district_code, campaign_id, round_number, unit_code, day, is_sweeping,
             1 as received, is_on_time::int as on_time, (status = 'verified')::int as verified
      from new_rows
      union all
      select district_code, campaign_id, round_number, unit_code, day, is_sweeping,
             -1, -is_on_time::int, -(status = 'verified')::int
      from old_rows
    ) as signed
    group by district_code, campaign_id, round_number, unit_code, day, is_sweeping
    having sum(received) <> 0 or sum(on_time) <> 0 or sum(verified) <> 0));

  -- What was unverified until now and is not, or the other way round, with all its tallies.
  perform roll_up_tallies(array(
    select row(tally.district_code, tally.campaign_id, tally.round_number, tally.unit_code,
               tally.day, tally.intervention_code, tally.target_group_code, 0, 0,
               case when after.status = 'verified' then -residents else residents end)::tally_change
    from old_rows as before
    join new_rows as after using (district_code, campaign_id, round_number, unit_code, day)
    join tally using (district_code, campaign_id, round_number, unit_code, day)
    where (before.status = 'verified') <> (after.status = 'verified')));
  return null;
end $$;

create or replace function reports_deleted() returns trigger language plpgsql as $$
begin
  perform roll_up_reports(array(
    select row(district_code, campaign_id, round_number, unit_code, day, is_sweeping,
               -1, -is_on_time::int, -(status = 'verified')::int)::report_change
    from old_rows));
  return null;
end $$;

create or replace trigger report_inserted after insert on daily_report
  referencing new table as new_rows
  for each statement execute function reports_inserted();
create or replace trigger report_updated after update on daily_report
  referencing old table as old_rows new table as new_rows
  for each statement execute function reports_updated();
create or replace trigger report_deleted after delete on daily_report
  referencing old table as old_rows
  for each statement execute function reports_deleted();

-- A verified report that is withdrawn takes its tallies with it, and by then nobody can tell that it
-- was verified: its doses would leave the unverified ones, which they were never among. So they
-- count as unverified first, in the moment before it goes.
create or replace function report_unverified_before_deletion() returns trigger language plpgsql as $$
begin
  perform roll_up_tallies(array(
    select row(district_code, campaign_id, round_number, unit_code, day, intervention_code,
               target_group_code, 0, 0, residents)::tally_change
    from tally
    where district_code = old.district_code and campaign_id = old.campaign_id
      and round_number = old.round_number and unit_code = old.unit_code and day = old.day));
  return old;
end $$;

create or replace trigger report_unverified_before_deletion before delete on daily_report
  for each row when (old.status = 'verified')
  execute function report_unverified_before_deletion();
