-- Which target population decides on which day, and its sums per place.

-- The number of each place and column in each round, and the days on which it decides: from `from_day`
-- on, without `until_day`. On a day decides the number with the latest `in_force_from` that has come, of
-- one day the one loaded last; a number for a round goes before one for every round. The first number
-- decides on the days before it too. What comes into force after a round decides nothing in it.
create or replace function target_periods(of_district text, of_campaign uuid)
returns table (
  source text, round_number smallint, kind text, code text, intervention_code text,
  target_group_code text, people int, from_day date, until_day date
) language plpgsql stable as $$
#variable_conflict use_column
begin
  return query
    with loaded as (
      select 'unit' as kind, cell.unit_code as code, cell.target_set_id, cell.intervention_code,
             cell.target_group_code, cell.round_number, cell.people
      from target_population as cell
      where cell.district_code = of_district and cell.campaign_id = of_campaign
      union all
      select case own.region_code when of_district then 'district' else 'subdistrict' end,
             own.region_code, own.target_set_id, own.intervention_code, own.target_group_code,
             own.round_number, own.people
      from region_target as own
      where own.district_code = of_district and own.campaign_id = of_campaign
    ), number as (
      select sets.source, round.number as round_number, loaded.kind, loaded.code,
             loaded.intervention_code, loaded.target_group_code, loaded.people,
             sets.in_force_from as day, sets.id, loaded.round_number > 0 as is_of_round,
             coalesce(round.sweeping_ends_on, round.ends_on) as last_day,
             min(sets.in_force_from) over (
               partition by sets.source, round.number, loaded.kind, loaded.code,
                            loaded.intervention_code, loaded.target_group_code) as first_day
      from loaded
      join target_set as sets
        on sets.district_code = of_district and sets.campaign_id = of_campaign
       and sets.id = loaded.target_set_id
      join round
        on round.district_code = of_district and round.campaign_id = of_campaign
       and loaded.round_number in (0, round.number)
    ), begins as (
      select distinct source, round_number, kind, code, intervention_code, target_group_code, day,
             day = first_day as is_first
      from number where day <= last_day or day = first_day
    ), deciding as (
      select distinct on (begins.source, begins.round_number, begins.kind, begins.code,
                          begins.intervention_code, begins.target_group_code, begins.day)
             begins.*, number.people
      from begins
      join number using (source, round_number, kind, code, intervention_code, target_group_code)
      where number.day <= begins.day
      order by begins.source, begins.round_number, begins.kind, begins.code,
               begins.intervention_code, begins.target_group_code, begins.day,
               number.is_of_round desc, number.day desc, number.id desc
    )
    select source, round_number, kind, code, intervention_code, target_group_code, people,
           case when is_first then '-infinity' else day end,
           coalesce(
             lead(day) over (
               partition by source, round_number, kind, code, intervention_code, target_group_code
               order by day),
             'infinity')
    from deciding;
end $$;

-- A place that has a figure of its own is divided by it; what its parts add up to stands beside it.
create or replace function expected_place_target(of_district text, of_campaign uuid)
returns setof place_target language plpgsql stable as $$
begin
  return query
    with own as materialized (
      select * from target_periods(of_district, of_campaign)
    ), unit as materialized (
      -- Units that a round is not held in have no number in it.
      select round.number as round_number, each.code, each.subdistrict_code
      from reporting_unit as each
      join round on round.district_code = of_district and round.campaign_id = of_campaign
      where each.district_code = of_district and each.campaign_id = of_campaign
        and (not exists (
            select from round_unit as held
            where held.district_code = of_district and held.campaign_id = of_campaign
              and held.round_number = round.number)
          or exists (
            select from round_unit as held
            where held.district_code = of_district and held.campaign_id = of_campaign
              and held.round_number = round.number and held.unit_code = each.code))
    ), subdistrict_part as materialized (
      select own.source, own.round_number, unit.subdistrict_code as code, own.intervention_code,
             own.target_group_code, false as is_own, own.people::bigint as people, 1 as units,
             null::bigint as detail, own.from_day, own.until_day
      from own join unit using (round_number, code) where own.kind = 'unit'
      union all
      select own.source, own.round_number, own.code, own.intervention_code, own.target_group_code,
             true, own.people, (select count(*)::int from unit
                              where unit.subdistrict_code = own.code
                                and unit.round_number = own.round_number),
             null, own.from_day, own.until_day
      from own where own.kind = 'subdistrict'
    ), subdistrict as materialized (
      select begins.source, begins.round_number, begins.code, begins.intervention_code,
             begins.target_group_code,
             coalesce(sum(part.people) filter (where part.is_own),
                      sum(part.people) filter (where not part.is_own))::bigint as people,
             coalesce(sum(part.units) filter (where part.is_own), sum(part.units))::int as units,
             case when bool_or(part.is_own)
                  then coalesce(sum(part.people) filter (where not part.is_own), 0)::bigint
             end as detail,
             begins.from_day, begins.until_day
      from (
        select each.source, each.round_number, each.code, each.intervention_code,
               each.target_group_code, each.from_day,
               coalesce(
                 lead(each.from_day) over (
                   partition by each.source, each.round_number, each.code, each.intervention_code,
                                each.target_group_code
                   order by each.from_day),
                 'infinity') as until_day
        from subdistrict_part as each group by 1, 2, 3, 4, 5, 6
      ) as begins
      join subdistrict_part as part
        using (source, round_number, code, intervention_code, target_group_code)
      where part.from_day <= begins.from_day and begins.from_day < part.until_day
      group by begins.source, begins.round_number, begins.code, begins.intervention_code,
               begins.target_group_code, begins.from_day, begins.until_day
    ), district_part as materialized (
      select part.source, part.round_number, part.intervention_code, part.target_group_code,
             false as is_own, part.people, part.units, part.detail, part.from_day, part.until_day
      from subdistrict as part
      union all
      select own.source, own.round_number, own.intervention_code, own.target_group_code, true,
             own.people, (select count(*)::int from unit where unit.round_number = own.round_number),
             null, own.from_day, own.until_day
      from own where own.kind = 'district'
    ), district as (
      select begins.source, begins.round_number, begins.intervention_code, begins.target_group_code,
             coalesce(sum(part.people) filter (where part.is_own),
                      sum(part.people) filter (where not part.is_own))::bigint as people,
             coalesce(sum(part.units) filter (where part.is_own), sum(part.units))::int as units,
             case when bool_or(part.is_own or part.detail is not null)
                  then coalesce(sum(coalesce(part.detail, part.people))
                                  filter (where not part.is_own), 0)::bigint
             end as detail,
             begins.from_day, begins.until_day
      from (
        select each.source, each.round_number, each.intervention_code, each.target_group_code,
               each.from_day,
               coalesce(
                 lead(each.from_day) over (
                   partition by each.source, each.round_number, each.intervention_code,
                                each.target_group_code
                   order by each.from_day),
                 'infinity') as until_day
        from district_part as each group by 1, 2, 3, 4, 5
      ) as begins
      join district_part as part
        using (source, round_number, intervention_code, target_group_code)
      where part.from_day <= begins.from_day and begins.from_day < part.until_day
      group by begins.source, begins.round_number, begins.intervention_code,
               begins.target_group_code, begins.from_day, begins.until_day
    )
    select of_district, of_campaign, own.source, own.round_number, 'unit', own.code,
           own.intervention_code, own.target_group_code, own.people::bigint, 1, own.from_day,
           own.until_day, null::bigint
    from own join unit using (round_number, code) where own.kind = 'unit'
    union all
    select of_district, of_campaign, part.source, part.round_number, 'subdistrict', part.code,
           part.intervention_code, part.target_group_code, part.people, part.units, part.from_day,
           part.until_day, part.detail
    from subdistrict as part
    union all
    select of_district, of_campaign, whole.source, whole.round_number, 'district', of_district,
           whole.intervention_code, whole.target_group_code, whole.people, whole.units,
           whole.from_day, whole.until_day, whole.detail
    from district as whole;
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
