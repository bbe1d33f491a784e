-- The service days of a round for which units that joined midway owe no report. A day for which such
-- a unit did report is not among them: its report counts, so it is counted as one that was owed, and
-- no place receives more than it expects. In PL/pgSQL because its plan is kept and its few rows are
-- foreseen: nearly every campaign has none.
create or replace function reports_not_due(of_district text, of_campaign uuid, of_round integer)
returns table (unit_code text, subdistrict_code text, day date)
language plpgsql stable rows 10 as $$
begin
  return query
    select unit.code, unit.subdistrict_code, each.day::date
    from reporting_unit as unit
    join round
      on round.district_code = of_district and round.campaign_id = of_campaign
     and round.number = of_round
    cross join lateral generate_series(
      round.starts_on, least(round.ends_on, unit.reports_from - 1), interval '1 day') as each (day)
    where unit.district_code = of_district and unit.campaign_id = of_campaign
      and unit.reports_from > round.starts_on
      and not exists (
        select from daily_report as report
        where report.district_code = of_district
          and report.campaign_id = of_campaign
          and report.round_number = of_round
          and report.unit_code = unit.code
          and report.day = each.day::date);
end $$;
