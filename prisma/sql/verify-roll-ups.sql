-- The roll-ups made anew from tallies, reports and target populations, and compared with what is kept.

create or replace function expected_place_total(of_district text, of_campaign uuid)
returns setof place_total language sql stable as $$
  select tally.district_code, tally.campaign_id, round_number, place.kind, place.code,
         intervention_code, target_group_code, sum(residents)::bigint, sum(non_residents)::bigint,
         sum(case when report.status = 'verified' then 0 else residents end)::bigint
  from tally
  join daily_report as report using (district_code, campaign_id, round_number, unit_code, day)
  join reporting_unit as unit
    on unit.district_code = tally.district_code and unit.campaign_id = tally.campaign_id
   and unit.code = tally.unit_code
  cross join lateral (values
    ('unit', unit_code), ('subdistrict', subdistrict_code), ('district', tally.district_code)
  ) as place (kind, code)
  where tally.district_code = of_district and tally.campaign_id = of_campaign
  group by 1, 2, 3, 4, 5, 6, 7
$$;

create or replace function expected_place_day_total(of_district text, of_campaign uuid)
returns setof place_day_total language sql stable as $$
  select tally.district_code, tally.campaign_id, round_number, place.kind, place.code, day,
         intervention_code, target_group_code, sum(residents)::bigint, sum(non_residents)::bigint,
         sum(case when report.status = 'verified' then 0 else residents end)::bigint
  from tally
  join daily_report as report using (district_code, campaign_id, round_number, unit_code, day)
  join reporting_unit as unit
    on unit.district_code = tally.district_code and unit.campaign_id = tally.campaign_id
   and unit.code = tally.unit_code
  cross join lateral (values
    ('subdistrict', subdistrict_code), ('district', tally.district_code)
  ) as place (kind, code)
  where tally.district_code = of_district and tally.campaign_id = of_campaign
  group by 1, 2, 3, 4, 5, 6, 7, 8
$$;

create or replace function expected_place_reports(of_district text, of_campaign uuid)
returns setof place_reports language sql stable as $$
  select report.district_code, report.campaign_id, round_number, place.kind, place.code,
         count(*)::bigint, count(*) filter (where is_on_time)::bigint,
         count(*) filter (where status = 'verified')::bigint
  from daily_report as report
  join reporting_unit as unit
    on unit.district_code = report.district_code and unit.campaign_id = report.campaign_id
   and unit.code = report.unit_code
  cross join lateral (values
    ('unit', unit_code), ('subdistrict', subdistrict_code), ('district', report.district_code)
  ) as place (kind, code)
  where report.district_code = of_district and report.campaign_id = of_campaign
    and not is_sweeping
  group by 1, 2, 3, 4, 5
$$;

create or replace function expected_place_day_reports(of_district text, of_campaign uuid)
returns setof place_day_reports language sql stable as $$
  select report.district_code, report.campaign_id, round_number, place.kind, place.code, day,
         count(*)::bigint, count(*) filter (where is_on_time)::bigint,
         count(*) filter (where status = 'verified')::bigint
  from daily_report as report
  join reporting_unit as unit
    on unit.district_code = report.district_code and unit.campaign_id = report.campaign_id
   and unit.code = report.unit_code
  cross join lateral (values
    ('subdistrict', subdistrict_code), ('district', report.district_code)
  ) as place (kind, code)
  where report.district_code = of_district and report.campaign_id = of_campaign
  group by 1, 2, 3, 4, 5, 6
$$;

-- Each row that a roll-up has and should not have, or should have and has not. Rows of nothing
-- but zeros stand for what was taken back and count as absent.
create or replace function roll_up_differences(of_district text, of_campaign uuid)
returns table (roll_up text, kept text, computed text) language sql stable as $$
  with kept as (
    select 'place_total' as roll_up, to_jsonb(t) as fact from place_total as t
    where district_code = of_district and campaign_id = of_campaign
      and (residents, non_residents, unverified) <> (0, 0, 0)
    union all
    select 'place_day_total', to_jsonb(t) from place_day_total as t
    where district_code = of_district and campaign_id = of_campaign
      and (residents, non_residents, unverified) <> (0, 0, 0)
    union all
    select 'place_reports', to_jsonb(t) from place_reports as t
    where district_code = of_district and campaign_id = of_campaign
      and (received, on_time, verified) <> (0, 0, 0)
    union all
    select 'place_day_reports', to_jsonb(t) from place_day_reports as t
    where district_code = of_district and campaign_id = of_campaign
      and (received, on_time, verified) <> (0, 0, 0)
    union all
    select 'place_target', to_jsonb(t) from place_target as t
    where district_code = of_district and campaign_id = of_campaign
  ), computed as (
    select 'place_total' as roll_up, to_jsonb(t) as fact
    from expected_place_total(of_district, of_campaign) as t
    where (residents, non_residents, unverified) <> (0, 0, 0)
    union all
    select 'place_day_total', to_jsonb(t) from expected_place_day_total(of_district, of_campaign) as t
    where (residents, non_residents, unverified) <> (0, 0, 0)
    union all
    select 'place_reports', to_jsonb(t) from expected_place_reports(of_district, of_campaign) as t
    union all
    select 'place_day_reports', to_jsonb(t)
    from expected_place_day_reports(of_district, of_campaign) as t
    union all
    select 'place_target', to_jsonb(t) from expected_place_target(of_district, of_campaign) as t
  )
  select coalesce(kept.roll_up, computed.roll_up), kept.fact::text, computed.fact::text
  from kept
  full join computed on kept.roll_up = computed.roll_up and kept.fact = computed.fact
  where kept.fact is null or computed.fact is null
$$;

create or replace function recompute_roll_ups(of_district text, of_campaign uuid) returns void
language sql as $$
  delete from place_total where district_code = of_district and campaign_id = of_campaign;
  insert into place_total select * from expected_place_total(of_district, of_campaign);
  delete from place_day_total where district_code = of_district and campaign_id = of_campaign;
  insert into place_day_total select * from expected_place_day_total(of_district, of_campaign);
  delete from place_reports where district_code = of_district and campaign_id = of_campaign;
  insert into place_reports select * from expected_place_reports(of_district, of_campaign);
  delete from place_day_reports where district_code = of_district and campaign_id = of_campaign;
  insert into place_day_reports select * from expected_place_day_reports(of_district, of_campaign);
  select refresh_place_target(of_district, of_campaign);
$$;
