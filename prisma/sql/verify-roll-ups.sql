-- The roll-ups made anew from tallies, reports and target populations, and compared with what is kept.

create or replace function expected_place_total(of_district text, of_campaign uuid)
returns setof place_total language plpgsql stable as $$
begin
  return query
    select of_district, of_campaign, tally.round_number, place.kind, place.code,
           tally.intervention_code, tally.target_group_code, sum(tally.residents)::bigint,
           sum(tally.non_residents)::bigint,
           sum(case when report.status = 'verified' then 0 else tally.residents end)::bigint
    from tally
    join daily_report as report
      on report.district_code = of_district and report.campaign_id = of_campaign
     and report.round_number = tally.round_number and report.unit_code = tally.unit_code
     and report.day = tally.day
    join reporting_unit as unit
      on unit.district_code = of_district and unit.campaign_id = of_campaign
     and unit.code = tally.unit_code
    cross join lateral (values
      ('unit', unit.code), ('subdistrict', unit.subdistrict_code), ('district', of_district)
    ) as place (kind, code)
    where tally.district_code = of_district and tally.campaign_id = of_campaign
    group by tally.round_number, place.kind, place.code, tally.intervention_code,
             tally.target_group_code;
end $$;

create or replace function expected_place_day_total(of_district text, of_campaign uuid)
returns setof place_day_total language plpgsql stable as $$
begin
  return query
    select of_district, of_campaign, tally.round_number, place.kind, place.code, tally.day,
           tally.intervention_code, tally.target_group_code, sum(tally.residents)::bigint,
           sum(tally.non_residents)::bigint,
           sum(case when report.status = 'verified' then 0 else tally.residents end)::bigint
    from tally
    join daily_report as report
      on report.district_code = of_district and report.campaign_id = of_campaign
     and report.round_number = tally.round_number and report.unit_code = tally.unit_code
     and report.day = tally.day
    join reporting_unit as unit
      on unit.district_code = of_district and unit.campaign_id = of_campaign
     and unit.code = tally.unit_code
    cross join lateral (values
      ('subdistrict', unit.subdistrict_code), ('district', of_district)
    ) as place (kind, code)
    where tally.district_code = of_district and tally.campaign_id = of_campaign
    group by tally.round_number, place.kind, place.code, tally.day, tally.intervention_code,
             tally.target_group_code;
end $$;

create or replace function expected_place_reports(of_district text, of_campaign uuid)
returns setof place_reports language plpgsql stable as $$
begin
  return query
    select of_district, of_campaign, report.round_number, place.kind, place.code,
           count(*)::bigint, count(*) filter (where report.is_on_time)::bigint,
           count(*) filter (where report.status = 'verified')::bigint
    from daily_report as report
    join reporting_unit as unit
      on unit.district_code = of_district and unit.campaign_id = of_campaign
     and unit.code = report.unit_code
    cross join lateral (values
      ('unit', unit.code), ('subdistrict', unit.subdistrict_code), ('district', of_district)
    ) as place (kind, code)
    where report.district_code = of_district and report.campaign_id = of_campaign
      and not report.is_sweeping
    group by report.round_number, place.kind, place.code;
end $$;

create or replace function expected_place_day_reports(of_district text, of_campaign uuid)
returns setof place_day_reports language plpgsql stable as $$
begin
  return query
    select of_district, of_campaign, report.round_number, place.kind, place.code, report.day,
           count(*)::bigint, count(*) filter (where report.is_on_time)::bigint,
           count(*) filter (where report.status = 'verified')::bigint
    from daily_report as report
    join reporting_unit as unit
      on unit.district_code = of_district and unit.campaign_id = of_campaign
     and unit.code = report.unit_code
    cross join lateral (values
      ('subdistrict', unit.subdistrict_code), ('district', of_district)
    ) as place (kind, code)
    where report.district_code = of_district and report.campaign_id = of_campaign
    group by report.round_number, place.kind, place.code, report.day;
end $$;

-- Each row that a roll-up has and should not have, or should have and has not. Rows of nothing
-- but zeros stand for what was taken back and count as absent.
create or replace function roll_up_differences(of_district text, of_campaign uuid)
returns table (roll_up text, kept text, computed text) language plpgsql stable as $$
begin
  return query
    with held as (
      select 'place_total' as name, to_jsonb(total) as fact from place_total as total
      where total.district_code = of_district and total.campaign_id = of_campaign
        and (total.residents, total.non_residents, total.unverified) <> (0, 0, 0)
      union all
      select 'place_day_total', to_jsonb(day_total) from place_day_total as day_total
      where day_total.district_code = of_district and day_total.campaign_id = of_campaign
        and (day_total.residents, day_total.non_residents, day_total.unverified) <> (0, 0, 0)
      union all
      select 'place_reports', to_jsonb(reports) from place_reports as reports
      where reports.district_code = of_district and reports.campaign_id = of_campaign
        and (reports.received, reports.on_time, reports.verified) <> (0, 0, 0)
      union all
      select 'place_day_reports', to_jsonb(day_reports) from place_day_reports as day_reports
      where day_reports.district_code = of_district and day_reports.campaign_id = of_campaign
        and (day_reports.received, day_reports.on_time, day_reports.verified) <> (0, 0, 0)
      union all
      select 'place_target', to_jsonb(target) from place_target as target
      where target.district_code = of_district and target.campaign_id = of_campaign
    ), made as (
      select 'place_total' as name, to_jsonb(t) as fact
      from expected_place_total(of_district, of_campaign) as t
      where (t.residents, t.non_residents, t.unverified) <> (0, 0, 0)
      union all
      select 'place_day_total', to_jsonb(t)
      from expected_place_day_total(of_district, of_campaign) as t
      where (t.residents, t.non_residents, t.unverified) <> (0, 0, 0)
      union all
      select 'place_reports', to_jsonb(t) from expected_place_reports(of_district, of_campaign) as t
      union all
      select 'place_day_reports', to_jsonb(t)
      from expected_place_day_reports(of_district, of_campaign) as t
      union all
      select 'place_target', to_jsonb(t) from expected_place_target(of_district, of_campaign) as t
    )
    select coalesce(held.name, made.name), held.fact::text, made.fact::text
    from held
    full join made on held.name = made.name and held.fact = made.fact
    where held.fact is null or made.fact is null;
end $$;

create or replace function recompute_roll_ups(of_district text, of_campaign uuid) returns void
language plpgsql as $$
begin
  delete from place_total as total
  where total.district_code = of_district and total.campaign_id = of_campaign;
  insert into place_total select * from expected_place_total(of_district, of_campaign);
  delete from place_day_total as day_total
  where day_total.district_code = of_district and day_total.campaign_id = of_campaign;
  insert into place_day_total select * from expected_place_day_total(of_district, of_campaign);
  delete from place_reports as reports
  where reports.district_code = of_district and reports.campaign_id = of_campaign;
  insert into place_reports select * from expected_place_reports(of_district, of_campaign);
  delete from place_day_reports as day_reports
  where day_reports.district_code = of_district and day_reports.campaign_id = of_campaign;
  insert into place_day_reports select * from expected_place_day_reports(of_district, of_campaign);
  perform refresh_place_target(of_district, of_campaign);
end $$;
