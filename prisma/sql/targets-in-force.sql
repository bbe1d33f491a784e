-- Which target population decides on which day, and its sums per place.

-- The number of each place and column in each round, and the days on which it decides: from `from_day`
-- on, without `until_day`. On a day decides the number with the latest `in_force_from` that has come, of
-- one day the one loaded last; a number for a round goes before one for every round. The first number
-- decides on the days before it too. What comes into force after a round decides nothing in it. A figure
-- of a larger place that is withdrawn (null) ends the one before it, and decides nothing itself.
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
    ), period as (
      select source, round_number, kind, code, intervention_code, target_group_code, people,
             case when is_first then '-infinity' else day end as from_day,
             coalesce(
               lead(day) over (
                 partition by source, round_number, kind, code, intervention_code, target_group_code
                 order by day),
               'infinity') as until_day
      from deciding
    )
    select source, round_number, kind, code, intervention_code, target_group_code, people, from_day,
           until_day
    from period where people is not null;
end $$;

-- A place that has a figure of its own is divided by it; what its parts add up to stands beside it.
-- On each day the numbers of the units in force are added: of a unit that ended not from the day after
-- its last on, of one that goes on with its people not before its first day. Of a round, only what comes
-- to pass before its end counts.
create or replace function expected_place_target(of_district text, of_campaign uuid)
returns setof place_target language plpgsql stable as $$
begin
  return query
    with own as materialized (
      select * from target_periods(of_district, of_campaign)
    ), unit as materialized (
      -- Units that a round is not held in have no number in it.
      select round.number as round_number, each.code, each.kind, each.subdistrict_code,
             life.from_day, life.until_day
      from reporting_unit as each
      join round on round.district_code = of_district and round.campaign_id = of_campaign
      cross join lateral (
        select coalesce(round.sweeping_ends_on, round.ends_on) as day
      ) as last
      cross join lateral (
        select case when each.reports_from > round.starts_on and exists (
                      select from unit_successor as succession
                      where succession.district_code = of_district
                        and succession.campaign_id = of_campaign
                        and succession.successor_code = each.code)
                    then each.reports_from else '-infinity' end as from_day,
               case when each.reports_until < last.day
                    then each.reports_until + 1 else 'infinity' end as until_day
      ) as life
      where each.district_code = of_district and each.campaign_id = of_campaign
        and life.from_day <= last.day and life.until_day > round.starts_on
        and (not exists (
            select from round_unit as held
            where held.district_code = of_district and held.campaign_id = of_campaign
              and held.round_number = round.number)
          or exists (
            select from round_unit as held
            where held.district_code = of_district and held.campaign_id = of_campaign
              and held.round_number = round.number and held.unit_code = each.code))
    ), number_of_unit as materialized (
      select own.source, own.round_number, own.code, unit.subdistrict_code, own.intervention_code,
             own.target_group_code, own.people,
             greatest(own.from_day, unit.from_day) as from_day,
             least(own.until_day, unit.until_day) as until_day
      from own join unit using (round_number, code)
      where own.kind = 'unit'
        and greatest(own.from_day, unit.from_day) < least(own.until_day, unit.until_day)
    ), change_of_units as materialized (
      -- Days from which a kecamatan has other units.
      select unit.round_number, unit.subdistrict_code, bound.day
      from unit cross join lateral (values (unit.from_day), (unit.until_day)) as bound (day)
      where isfinite(bound.day)
      group by 1, 2, 3
    ), subdistrict_part as materialized (
      select number.source, number.round_number, number.subdistrict_code as code,
             number.intervention_code, number.target_group_code, false as is_own,
             number.people::bigint as people, 1 as units, null::bigint as detail,
             number.from_day, number.until_day
      from number_of_unit as number
      union all
      select own.source, own.round_number, own.code, own.intervention_code, own.target_group_code,
             true, own.people, 0, null, own.from_day, own.until_day
      from own where own.kind = 'subdistrict'
    ), subdistrict as materialized (
      select begins.source, begins.round_number, begins.code, begins.intervention_code,
             begins.target_group_code,
             coalesce(sum(part.people) filter (where part.is_own),
                      sum(part.people) filter (where not part.is_own))::bigint as people,
             case when bool_or(part.is_own)
                  then (select count(*) from unit
                        join target_group as asked
                          on asked.district_code = of_district and asked.campaign_id = of_campaign
                         and asked.code = begins.target_group_code
                         and is_asked_of(asked.unit_kinds, unit.kind)
                        where unit.round_number = begins.round_number
                          and unit.subdistrict_code = begins.code
                          and unit.from_day <= begins.from_day and begins.from_day < unit.until_day)
                  else sum(part.units)
             end::int as units,
             case when bool_or(part.is_own)
                  then coalesce(sum(part.people) filter (where not part.is_own), 0)::bigint
             end as detail,
             bool_or(part.is_own) as is_own, begins.from_day, begins.until_day
      from (
        select each.source, each.round_number, each.code, each.intervention_code,
               each.target_group_code, each.day as from_day,
               coalesce(
                 lead(each.day) over (
                   partition by each.source, each.round_number, each.code, each.intervention_code,
                                each.target_group_code
                   order by each.day),
                 'infinity') as until_day
        from (
          select part.source, part.round_number, part.code, part.intervention_code,
                 part.target_group_code, part.from_day as day
          from subdistrict_part as part
          union
          select part.source, part.round_number, part.code, part.intervention_code,
                 part.target_group_code, part.until_day
          from subdistrict_part as part where part.until_day < 'infinity'
          union
          select part.source, part.round_number, part.code, part.intervention_code,
                 part.target_group_code, change.day
          from subdistrict_part as part
          join change_of_units as change
            on change.round_number = part.round_number and change.subdistrict_code = part.code
          where part.is_own
        ) as each
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
             own.people, 0, null, own.from_day, own.until_day
      from own where own.kind = 'district'
    ), district as (
      select begins.source, begins.round_number, begins.intervention_code, begins.target_group_code,
             coalesce(sum(part.people) filter (where part.is_own),
                      sum(part.people) filter (where not part.is_own))::bigint as people,
             case when bool_or(part.is_own)
                  then (select count(*) from unit
                        join target_group as asked
                          on asked.district_code = of_district and asked.campaign_id = of_campaign
                         and asked.code = begins.target_group_code
                         and is_asked_of(asked.unit_kinds, unit.kind)
                        where unit.round_number = begins.round_number
                          and unit.from_day <= begins.from_day and begins.from_day < unit.until_day)
                  else sum(part.units)
             end::int as units,
             case when bool_or(part.is_own or part.detail is not null)
                  then coalesce(sum(coalesce(part.detail, part.people))
                                  filter (where not part.is_own), 0)::bigint
             end as detail,
             bool_or(part.is_own) as is_own, begins.from_day, begins.until_day
      from (
        select each.source, each.round_number, each.intervention_code, each.target_group_code,
               each.day as from_day,
               coalesce(
                 lead(each.day) over (
                   partition by each.source, each.round_number, each.intervention_code,
                                each.target_group_code
                   order by each.day),
                 'infinity') as until_day
        from (
          select part.source, part.round_number, part.intervention_code, part.target_group_code,
                 part.from_day as day
          from district_part as part
          union
          select part.source, part.round_number, part.intervention_code, part.target_group_code,
                 part.until_day
          from district_part as part where part.until_day < 'infinity'
          union
          select part.source, part.round_number, part.intervention_code, part.target_group_code,
                 change.day
          from district_part as part
          join change_of_units as change on change.round_number = part.round_number
          where part.is_own
        ) as each
      ) as begins
      join district_part as part
        using (source, round_number, intervention_code, target_group_code)
      where part.from_day <= begins.from_day and begins.from_day < part.until_day
      group by begins.source, begins.round_number, begins.intervention_code,
               begins.target_group_code, begins.from_day, begins.until_day
    )
    select of_district, of_campaign, number.source, number.round_number, 'unit', number.code,
           number.intervention_code, number.target_group_code, number.people::bigint, 1,
           number.from_day, number.until_day, null::bigint, true
    from number_of_unit as number
    union all
    select of_district, of_campaign, part.source, part.round_number, 'subdistrict', part.code,
           part.intervention_code, part.target_group_code, part.people, part.units, part.from_day,
           part.until_day, part.detail, part.is_own
    from subdistrict as part
    union all
    select of_district, of_campaign, whole.source, whole.round_number, 'district', of_district,
           whole.intervention_code, whole.target_group_code, whole.people, whole.units,
           whole.from_day, whole.until_day, whole.detail, whole.is_own
    from district as whole;
end $$;

-- Call after each import and after each change of rounds or units, in the same transaction.
create or replace function refresh_place_target(of_district text, of_campaign uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from place_target as target
  where target.district_code = of_district and target.campaign_id = of_campaign;
  insert into place_target select * from expected_place_target(of_district, of_campaign);
end $$;
revoke all on function refresh_place_target(text, uuid) from public;
grant execute on function refresh_place_target(text, uuid) to cakupan_app;
