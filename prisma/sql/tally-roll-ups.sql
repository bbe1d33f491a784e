-- What follows from a write to tallies: their history, and the sums per place and day. All of it
-- in the transaction of the write.

-- Adds signed changes to every total that the tallies are part of. Places are written in key
-- order, so that two writers meet in the same order.
create or replace function add_tally_changes(changes tally_change[]) returns void language sql as $$
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
    insert into place_total as total
    select district_code, campaign_id, round_number, place_kind, place_code,
           intervention_code, target_group_code, sum(residents), sum(non_residents), sum(unverified)
    from place
    group by 1, 2, 3, 4, 5, 6, 7
    order by 1, 2, 3, 4, 5, 6, 7
    on conflict (district_code, campaign_id, round_number, place_kind, place_code,
                 intervention_code, target_group_code)
    do update set residents     = total.residents + excluded.residents,
                  non_residents = total.non_residents + excluded.non_residents,
                  unverified    = total.unverified + excluded.unverified
  )
  insert into place_day_total as total
  select district_code, campaign_id, round_number, place_kind, place_code, day,
         intervention_code, target_group_code, sum(residents), sum(non_residents), sum(unverified)
  from place
  where place_kind <> 'unit'
  group by 1, 2, 3, 4, 5, 6, 7, 8
  order by 1, 2, 3, 4, 5, 6, 7, 8
  on conflict (district_code, campaign_id, round_number, place_kind, place_code, day,
               intervention_code, target_group_code)
  do update set residents     = total.residents + excluded.residents,
                non_residents = total.non_residents + excluded.non_residents,
                unverified    = total.unverified + excluded.unverified
$$;

-- An upsert calls the triggers of inserting and of updating, and one of the two mostly has no row. A
-- function in SQL is planned whenever it is called: this one is called for rows only.
create or replace function roll_up_tallies(changes tally_change[]) returns void language plpgsql as $$
begin
  if changes <> '{}' then
    perform add_tally_changes(changes);
  end if;
end $$;

-- The part of changed tallies that belongs to reports that nobody has verified.
create or replace function with_unverified(changes tally_change[]) returns tally_change[]
language sql stable as $$
  select array(
    select row(changed.district_code, changed.campaign_id, changed.round_number, changed.unit_code,
               changed.day, changed.intervention_code, changed.target_group_code,
               changed.residents, changed.non_residents,
               case when report.status = 'verified' then 0 else changed.residents end)::tally_change
    from unnest(changes) as changed
    left join daily_report as report
      on report.district_code = changed.district_code
     and report.campaign_id = changed.campaign_id
     and report.round_number = changed.round_number
     and report.unit_code = changed.unit_code
     and report.day = changed.day)
$$;

create or replace function tallies_inserted() returns trigger language plpgsql as $$
begin
  perform roll_up_tallies(with_unverified(array(
    select row(district_code, campaign_id, round_number, unit_code, day, intervention_code,
               target_group_code, residents, non_residents, 0)::tally_change
    from new_rows)));
  return null;
end $$;

create or replace function tallies_updated() returns trigger language plpgsql as $$
begin
  insert into tally_history (
    district_code, campaign_id, round_number, unit_code, day, intervention_code,
    target_group_code, residents_before, non_residents_before, residents_after,
    non_residents_after, submission_before, submission_after)
  select before.district_code, before.campaign_id, before.round_number, before.unit_code,
         before.day, before.intervention_code, before.target_group_code,
         before.residents, before.non_residents, after.residents, after.non_residents,
         before.submission_id, after.submission_id
  from old_rows as before
  join new_rows as after
    using (district_code, campaign_id, round_number, unit_code, day, intervention_code,
           target_group_code)
  where (before.residents, before.non_residents) <> (after.residents, after.non_residents);

  perform roll_up_tallies(with_unverified(array(
    select row(district_code, campaign_id, round_number, unit_code, day, intervention_code,
               target_group_code, sum(residents), sum(non_residents), 0)::tally_change
    from (
      select district_code, campaign_id, round_number, unit_code, day, intervention_code,
             target_group_code, residents, non_residents
      from new_rows
      union all
      select district_code, campaign_id, round_number, unit_code, day, intervention_code,
             target_group_code, -residents, -non_residents
      from old_rows
    ) as signed
    group by district_code, campaign_id, round_number, unit_code, day, intervention_code,
             target_group_code)));
  return null;
end $$;

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

create or replace trigger tally_inserted after insert on tally
  referencing new table as new_rows
  for each statement execute function tallies_inserted();
create or replace trigger tally_updated after update on tally
  referencing old table as old_rows new table as new_rows
  for each statement execute function tallies_updated();
create or replace trigger tally_deleted after delete on tally
  referencing old table as old_rows
  for each statement execute function tallies_deleted();
