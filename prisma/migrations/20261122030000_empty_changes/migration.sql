-- An upsert calls the triggers of inserting and of updating, one of them mostly with no row at all,
-- and a function in SQL is planned whenever it is called. These two do nothing about nothing, and
-- keep their plans.

create or replace function roll_up_tallies(changes tally_change[]) returns void
language plpgsql as $$
begin
  if changes = '{}' then
    return;
  end if;
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
                unverified    = total.unverified + excluded.unverified;
end $$;

create or replace function roll_up_reports(changes report_change[]) returns void
language plpgsql as $$
begin
  if changes = '{}' then
    return;
  end if;
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
                verified = total.verified + excluded.verified;
end $$;
