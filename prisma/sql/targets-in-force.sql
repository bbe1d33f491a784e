-- Which target population decides, and its sums per place.

-- The newest set that names a cell decides; a row for one round goes before a row for every round.
create or replace function target_in_force(of_district text, of_campaign uuid)
returns table (
  source text, round_number smallint, unit_code text, subdistrict_code text,
  intervention_code text, target_group_code text, people int
) language plpgsql stable as $$
#variable_conflict use_column
begin
  return query
    with newest as (
      select distinct on (loaded.source, cell.unit_code, cell.intervention_code,
                          cell.target_group_code, cell.round_number)
             loaded.source, cell.unit_code, cell.intervention_code, cell.target_group_code,
             cell.round_number, cell.people
      from target_population as cell
      join target_set as loaded
        on loaded.district_code = of_district and loaded.campaign_id = of_campaign
       and loaded.id = cell.target_set_id
      where cell.district_code = of_district and cell.campaign_id = of_campaign
      order by loaded.source, cell.unit_code, cell.intervention_code, cell.target_group_code,
               cell.round_number, cell.target_set_id desc
    ), for_round as (
      select distinct on (newest.source, round.number, newest.unit_code, newest.intervention_code,
                          newest.target_group_code)
             newest.source, round.number, newest.unit_code, newest.intervention_code,
             newest.target_group_code, newest.people
      from newest
      join round
        on round.district_code = of_district and round.campaign_id = of_campaign
       and newest.round_number in (0, round.number)
      order by newest.source, round.number, newest.unit_code, newest.intervention_code,
               newest.target_group_code, newest.round_number desc
    )
    select for_round.source, for_round.number, for_round.unit_code, unit.subdistrict_code,
           for_round.intervention_code, for_round.target_group_code, for_round.people
    from for_round
    join reporting_unit as unit
      on unit.district_code = of_district and unit.campaign_id = of_campaign
     and unit.code = for_round.unit_code;
end $$;

create or replace function expected_place_target(of_district text, of_campaign uuid)
returns setof place_target language plpgsql stable as $$
begin
  return query
    select of_district, of_campaign, target.source, target.round_number, place.kind, place.code,
           target.intervention_code, target.target_group_code, sum(target.people)::bigint,
           count(*)::int
    from target_in_force(of_district, of_campaign) as target
    cross join lateral (values
      ('unit', target.unit_code), ('subdistrict', target.subdistrict_code),
      ('district', of_district)
    ) as place (kind, code)
    group by target.source, target.round_number, place.kind, place.code,
             target.intervention_code, target.target_group_code;
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
