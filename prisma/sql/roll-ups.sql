-- The sums of reports and tallies, per place and day. Who writes reports counts them before and after
-- (`counted_…`) and adds the difference to every sum that they are part of (`roll_up_…`). Places are
-- written in key order, so that two writers meet in the same order.

-- What the named reports, [{round, unit, day}], add to the counts of reports. Each is looked up by its
-- key: as a join, all reports of the campaign are read for a few.
create or replace function counted_reports(of_district text, of_campaign uuid, of_reports jsonb)
returns setof report_change language plpgsql stable as $$
begin
  return query
    select of_district, of_campaign, report.round_number, report.unit_code, report.day,
           report.is_sweeping, 1::bigint, report.is_on_time::int::bigint,
           (report.status = 'verified')::int::bigint
    from (select distinct named.round, named.unit, named.day
          from jsonb_to_recordset(of_reports) as named (round smallint, unit text, day date)
         ) as named
    cross join lateral (
      select held.* from daily_report as held
      where held.district_code = of_district and held.campaign_id = of_campaign
        and held.round_number = named.round and held.unit_code = named.unit
        and held.day = named.day
      limit 1
    ) as report;
end $$;

-- What the named reports add to the sums of tallies. `unverified`: while nobody has verified them.
create or replace function counted_tallies(of_district text, of_campaign uuid, of_reports jsonb)
returns setof tally_change language plpgsql stable as $$
begin
  return query
    select of_district, of_campaign, tally.round_number, tally.unit_code, tally.day,
           tally.intervention_code, tally.target_group_code, tally.residents::bigint,
           tally.non_residents::bigint,
           case when report.status = 'verified' then 0 else tally.residents end::bigint
    from (select distinct named.round, named.unit, named.day
          from jsonb_to_recordset(of_reports) as named (round smallint, unit text, day date)
         ) as named
    cross join lateral (
      select held.* from daily_report as held
      where held.district_code = of_district and held.campaign_id = of_campaign
        and held.round_number = named.round and held.unit_code = named.unit
        and held.day = named.day
      limit 1
    ) as report
    cross join lateral (
      select held.* from tally as held
      where held.district_code = of_district and held.campaign_id = of_campaign
        and held.round_number = named.round and held.unit_code = named.unit
        and held.day = named.day
      offset 0
    ) as tally;
end $$;

create or replace function roll_up_reports(
  of_district text, of_campaign uuid, of_reports jsonb, counted_before report_change[]
) returns void language plpgsql as $$
declare
  changes report_change[] := array(
    select row(of_district, of_campaign, signed.round_number, signed.unit_code, signed.day,
               signed.is_sweeping, sum(signed.received), sum(signed.on_time),
               sum(signed.verified))::report_change
    from (
      select * from counted_reports(of_district, of_campaign, of_reports) as counted_after
      union all
      select before.district_code, before.campaign_id, before.round_number, before.unit_code,
             before.day, before.is_sweeping, -before.received, -before.on_time, -before.verified
      from unnest(counted_before) as before
    ) as signed
    group by signed.round_number, signed.unit_code, signed.day, signed.is_sweeping
    having sum(signed.received) <> 0 or sum(signed.on_time) <> 0 or sum(signed.verified) <> 0);
begin
  if cardinality(changes) = 0 then
    return;
  end if;
  with place as (
    select change.round_number, of_place.kind, of_place.code, change.day, change.is_sweeping,
           change.received, change.on_time, change.verified
    from unnest(changes) as change
    join reporting_unit as unit
      on unit.district_code = of_district and unit.campaign_id = of_campaign
     and unit.code = change.unit_code
    cross join lateral (values
      ('unit', unit.code), ('subdistrict', unit.subdistrict_code), ('district', of_district)
    ) as of_place (kind, code)
  ), totals as (
    insert into place_reports as total
    select of_district, of_campaign, place.round_number, place.kind, place.code,
           sum(place.received), sum(place.on_time), sum(place.verified)
    from place
    where not place.is_sweeping
    group by place.round_number, place.kind, place.code
    order by place.round_number, place.kind, place.code
    on conflict (district_code, campaign_id, round_number, place_kind, place_code)
    do update set received = total.received + excluded.received,
                  on_time  = total.on_time + excluded.on_time,
                  verified = total.verified + excluded.verified
  )
  insert into place_day_reports as total
  select of_district, of_campaign, place.round_number, place.kind, place.code, place.day,
         sum(place.received), sum(place.on_time), sum(place.verified)
  from place
  where place.kind <> 'unit'
  group by place.round_number, place.kind, place.code, place.day
  order by place.round_number, place.kind, place.code, place.day
  on conflict (district_code, campaign_id, round_number, place_kind, place_code, day)
  do update set received = total.received + excluded.received,
                on_time  = total.on_time + excluded.on_time,
                verified = total.verified + excluded.verified;
end $$;

create or replace function roll_up_tallies(
  of_district text, of_campaign uuid, of_reports jsonb, counted_before tally_change[]
) returns void language plpgsql as $$
declare
  changes tally_change[] := array(
    select row(of_district, of_campaign, signed.round_number, signed.unit_code, signed.day,
               signed.intervention_code, signed.target_group_code, sum(signed.residents),
               sum(signed.non_residents), sum(signed.unverified))::tally_change
    from (
      select * from counted_tallies(of_district, of_campaign, of_reports) as counted_after
      union all
      select before.district_code, before.campaign_id, before.round_number, before.unit_code,
             before.day, before.intervention_code, before.target_group_code,
             -before.residents, -before.non_residents, -before.unverified
      from unnest(counted_before) as before
    ) as signed
    group by signed.round_number, signed.unit_code, signed.day, signed.intervention_code,
             signed.target_group_code
    having sum(signed.residents) <> 0 or sum(signed.non_residents) <> 0
        or sum(signed.unverified) <> 0);
begin
  if cardinality(changes) = 0 then
    return;
  end if;
  with place as (
    select change.round_number, of_place.kind, of_place.code, change.day,
           change.intervention_code, change.target_group_code,
           change.residents, change.non_residents, change.unverified
    from unnest(changes) as change
    join reporting_unit as unit
      on unit.district_code = of_district and unit.campaign_id = of_campaign
     and unit.code = change.unit_code
    cross join lateral (values
      ('unit', unit.code), ('subdistrict', unit.subdistrict_code), ('district', of_district)
    ) as of_place (kind, code)
  ), totals as (
    insert into place_total as total
    select of_district, of_campaign, place.round_number, place.kind, place.code,
           place.intervention_code, place.target_group_code,
           sum(place.residents), sum(place.non_residents), sum(place.unverified)
    from place
    group by place.round_number, place.kind, place.code, place.intervention_code,
             place.target_group_code
    order by place.round_number, place.kind, place.code, place.intervention_code,
             place.target_group_code
    on conflict (district_code, campaign_id, round_number, place_kind, place_code,
                 intervention_code, target_group_code)
    do update set residents     = total.residents + excluded.residents,
                  non_residents = total.non_residents + excluded.non_residents,
                  unverified    = total.unverified + excluded.unverified
  )
  insert into place_day_total as total
  select of_district, of_campaign, place.round_number, place.kind, place.code, place.day,
         place.intervention_code, place.target_group_code,
         sum(place.residents), sum(place.non_residents), sum(place.unverified)
  from place
  where place.kind <> 'unit'
  group by place.round_number, place.kind, place.code, place.day, place.intervention_code,
           place.target_group_code
  order by place.round_number, place.kind, place.code, place.day, place.intervention_code,
           place.target_group_code
  on conflict (district_code, campaign_id, round_number, place_kind, place_code, day,
               intervention_code, target_group_code)
  do update set residents     = total.residents + excluded.residents,
                non_residents = total.non_residents + excluded.non_residents,
                unverified    = total.unverified + excluded.unverified;
end $$;
