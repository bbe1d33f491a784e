-- Which target population decides, and its sums per place.

-- The newest set that names a cell decides; a row for one round goes before a row for every round.
create or replace function target_in_force(of_district text, of_campaign uuid)
returns table (
  source text, round_number smallint, unit_code text, subdistrict_code text,
  intervention_code text, target_group_code text, people int
) language sql stable as $$
  with newest as (
    select distinct on (source, unit_code, intervention_code, target_group_code, round_number)
           source, unit_code, intervention_code, target_group_code, round_number, people
    from target_population
    join target_set
      on target_set.district_code = target_population.district_code
     and target_set.campaign_id = target_population.campaign_id
     and target_set.id = target_population.target_set_id
    where target_population.district_code = of_district
      and target_population.campaign_id = of_campaign
    order by source, unit_code, intervention_code, target_group_code, round_number,
             target_set_id desc
  ), for_round as (
    select distinct on (source, number, unit_code, intervention_code, target_group_code)
           newest.source, round.number, newest.unit_code, newest.intervention_code,
           newest.target_group_code, newest.people
    from newest
    join round on round.district_code = of_district and round.campaign_id = of_campaign
     and newest.round_number in (0, round.number)
    order by source, number, unit_code, intervention_code, target_group_code,
             newest.round_number desc
  )
  select for_round.source, for_round.number, for_round.unit_code, unit.subdistrict_code,
         for_round.intervention_code, for_round.target_group_code, for_round.people
  from for_round
  join reporting_unit as unit
    on unit.district_code = of_district and unit.campaign_id = of_campaign
   and unit.code = for_round.unit_code
$$;

create or replace function expected_place_target(of_district text, of_campaign uuid)
returns setof place_target language sql stable as $$
  select of_district, of_campaign, source, round_number, place.kind, place.code,
         intervention_code, target_group_code, sum(people)::bigint, count(*)::int
  from target_in_force(of_district, of_campaign)
  cross join lateral (values
    ('unit', unit_code), ('subdistrict', subdistrict_code), ('district', of_district)
  ) as place (kind, code)
  group by source, round_number, kind, code, intervention_code, target_group_code
$$;

-- Call after each import and after each change of rounds, in the same transaction.
create or replace function refresh_place_target(of_district text, of_campaign uuid) returns void
language sql as $$
  delete from place_target where district_code = of_district and campaign_id = of_campaign;
  insert into place_target select * from expected_place_target(of_district, of_campaign);
$$;
