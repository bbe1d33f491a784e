-- Which columns a unit has: a group may be asked of some kinds of units only. `isAskedOf` in
-- lib/campaign/asked.ts says the same where a browser asks.

-- Whether what is asked of these kinds (none: every kind) is asked of a unit of this one.
create or replace function is_asked_of(unit_kinds text[], of_kind text)
returns boolean language sql immutable parallel safe as $$
  select unit_kinds = '{}' or of_kind = any (unit_kinds)
$$;

-- Counts and target populations of units in columns that are not asked of them: there are none, because
-- what would leave some is refused. A campaign without such a group is not looked at.
create or replace function unasked_cells(of_district text, of_campaign uuid)
returns table (unit_code text, target_group_code text) language plpgsql stable as $$
begin
  return query
    with unasked as materialized (
      select unit.code as unit, asked.code as target_group
      from target_group as asked
      join reporting_unit as unit
        on unit.district_code = of_district and unit.campaign_id = of_campaign
       and not is_asked_of(asked.unit_kinds, unit.kind)
      where asked.district_code = of_district and asked.campaign_id = of_campaign
        and asked.unit_kinds <> '{}'
    )
    select unasked.unit, unasked.target_group
    from unasked
    where exists (
        select from round
        join tally
          on tally.district_code = of_district and tally.campaign_id = of_campaign
         and tally.round_number = round.number and tally.unit_code = unasked.unit
         and tally.target_group_code = unasked.target_group
        where round.district_code = of_district and round.campaign_id = of_campaign)
      or exists (
        select from target_set as sets
        join target_population as target
          on target.district_code = of_district and target.campaign_id = of_campaign
         and target.target_set_id = sets.id and target.unit_code = unasked.unit
         and target.target_group_code = unasked.target_group
        where sets.district_code = of_district and sets.campaign_id = of_campaign);
end $$;
