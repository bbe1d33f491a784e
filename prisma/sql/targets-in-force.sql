-- Which target population decides on which day, and its sums per place.

-- The number of each cell in each round, and the days on which it decides: from `from_day` on, without
-- `until_day`. On a day decides the number with the latest `in_force_from` that has come, of one day
-- the one loaded last; a number for a round goes before one for every round. The first number of a cell
-- decides on the days before it too. What comes into force after a round decides nothing in it. Units that
-- a round is not held in have no number in it.
create or replace function target_periods(of_district text, of_campaign uuid)
returns table (
  source text, round_number smallint, unit_code text, subdistrict_code text,
  intervention_code text, target_group_code text, people int, from_day date, until_day date
) language plpgsql stable as $$
#variable_conflict use_column
begin
  return query
    with number as (
      select loaded.source, round.number as round_number, cell.unit_code, cell.intervention_code,
             cell.target_group_code, cell.people, loaded.in_force_from as day, loaded.id,
             cell.round_number > 0 as is_of_round,
             coalesce(round.sweeping_ends_on, round.ends_on) as last_day,
             min(loaded.in_force_from) over (
               partition by loaded.source, round.number, cell.unit_code, cell.intervention_code,
                            cell.target_group_code) as first_day
      from target_population as cell
      join target_set as loaded
        on loaded.district_code = of_district and loaded.campaign_id = of_campaign
       and loaded.id = cell.target_set_id
      join round
        on round.district_code = of_district and round.campaign_id = of_campaign
       and cell.round_number in (0, round.number)
      where cell.district_code = of_district and cell.campaign_id = of_campaign
    ), begins as (
      select distinct source, round_number, unit_code, intervention_code, target_group_code, day,
             day = first_day as is_first
      from number where day <= last_day or day = first_day
    ), deciding as (
      select distinct on (begins.source, begins.round_number, begins.unit_code,
                          begins.intervention_code, begins.target_group_code, begins.day)
             begins.*, number.people
      from begins
      join number using (source, round_number, unit_code, intervention_code, target_group_code)
      where number.day <= begins.day
      order by begins.source, begins.round_number, begins.unit_code, begins.intervention_code,
               begins.target_group_code, begins.day, number.is_of_round desc, number.day desc,
               number.id desc
    )
    select deciding.source, deciding.round_number, deciding.unit_code, unit.subdistrict_code,
           deciding.intervention_code, deciding.target_group_code, deciding.people,
           case when deciding.is_first then '-infinity' else deciding.day end,
           coalesce(
             lead(deciding.day) over (
               partition by deciding.source, deciding.round_number, deciding.unit_code,
                            deciding.intervention_code, deciding.target_group_code
               order by deciding.day),
             'infinity')
    from deciding
    join reporting_unit as unit
      on unit.district_code = of_district and unit.campaign_id = of_campaign
     and unit.code = deciding.unit_code
    where not exists (
        select from round_unit as held
        where held.district_code = of_district and held.campaign_id = of_campaign
          and held.round_number = deciding.round_number)
       or exists (
        select from round_unit as own
        where own.district_code = of_district and own.campaign_id = of_campaign
          and own.round_number = deciding.round_number and own.unit_code = deciding.unit_code);
end $$;

create or replace function expected_place_target(of_district text, of_campaign uuid)
returns setof place_target language plpgsql stable as $$
begin
  return query
    with part as materialized (
      select target.source, target.round_number, place.kind, place.code, target.intervention_code,
             target.target_group_code, target.people, target.from_day, target.until_day
      from target_periods(of_district, of_campaign) as target
      cross join lateral (values
        ('unit', target.unit_code), ('subdistrict', target.subdistrict_code),
        ('district', of_district)
      ) as place (kind, code)
    ), begins as (
      select part.source, part.round_number, part.kind, part.code, part.intervention_code,
             part.target_group_code, part.from_day,
             coalesce(
               lead(part.from_day) over (
                 partition by part.source, part.round_number, part.kind, part.code,
                              part.intervention_code, part.target_group_code
                 order by part.from_day),
               'infinity') as until_day
      from part group by 1, 2, 3, 4, 5, 6, 7
    )
    select of_district, of_campaign, begins.source, begins.round_number, begins.kind, begins.code,
           begins.intervention_code, begins.target_group_code, sum(part.people)::bigint,
           count(*)::int, begins.from_day, begins.until_day
    from begins
    join part using (source, round_number, kind, code, intervention_code, target_group_code)
    where part.from_day <= begins.from_day and begins.from_day < part.until_day
    group by begins.source, begins.round_number, begins.kind, begins.code, begins.intervention_code,
             begins.target_group_code, begins.from_day, begins.until_day;
end $$;

-- Call after each import and after each change of rounds, in the same transaction.
create or replace function refresh_place_target(of_district text, of_campaign uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from place_target as target
  where target.district_code = of_district and target.campaign_id = of_campaign;
  insert into place_target select * from expected_place_target(of_district, of_campaign);
end $$;
revoke all on function refresh_place_target(text, uuid) from public;
grant execute on function refresh_place_target(text, uuid) to cakupan_app;
