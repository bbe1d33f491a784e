-- Records of registers: whether each has all its versions, what stands is the newest of them, and sums that are
-- kept beside them are those of the records.

create or replace function record_differences(of_district text, of_campaign uuid)
returns table (what text, kept text, computed text) language plpgsql stable as $$
begin
  return query
    with history as (
      select history.kind, history.record_id, max(history.version) as newest, count(*) as versions
      from record_version as history
      where history.district_code = of_district and history.campaign_id = of_campaign
      group by history.kind, history.record_id
    ),
    standing as (
      select 'indicator' as kind, row.id, row.version from indicator as row
      where row.district_code = of_district and row.campaign_id = of_campaign
      union all
      select 'indicatorValue', row.id, row.version from indicator_value as row
      where row.district_code = of_district and row.campaign_id = of_campaign
      union all
      select 'batch', row.id, row.version from stock_batch as row
      where row.district_code = of_district and row.campaign_id = of_campaign
      union all
      select 'stockMove', row.id, 1 from stock_move as row
      where row.district_code = of_district and row.campaign_id = of_campaign
      union all
      select 'strategy', row.id, row.version from strategy as row
      where row.district_code = of_district and row.campaign_id = of_campaign
      union all
      select 'team', row.id, row.version from team as row
      where row.district_code = of_district and row.campaign_id = of_campaign
      union all
      select 'session', row.id, row.version from planned_session as row
      where row.district_code = of_district and row.campaign_id = of_campaign
      union all
      select 'adverseEvent', row.id, row.version from adverse_event as row
      where row.district_code = of_district and row.campaign_id = of_campaign
      union all
      select 'assessment', row.id, row.version from rapid_assessment as row
      where row.district_code = of_district and row.campaign_id = of_campaign
    )
    select 'versions of ' || history.kind || ' ' || history.record_id,
           history.versions::text, history.newest::text
    from history where history.versions <> history.newest
    union all
    -- What a demo put there has no history; what was taken away has no row.
    select 'version of ' || history.kind || ' ' || history.record_id,
           standing.version::text, history.newest::text
    from history join standing on standing.kind = history.kind and standing.id = history.record_id
    where standing.version <> history.newest
    union all
    -- A follow-up begins at version 1, and each answer and review makes the next.
    select 'answers of follow-up ' || followed.id, count(said.id)::text,
           (followed.version - 1)::text
    from directive
    join follow_up as followed on followed.district_code = of_district
     and followed.directive_id = directive.id
    left join follow_up_event as said on said.district_code = of_district
     and said.follow_up_id = followed.id
    where directive.district_code = of_district and directive.campaign_id = of_campaign
      and not directive.is_demo
    group by followed.id, followed.version
    having count(said.id) <> followed.version - 1;
  return query
    select 'assessments of ' || coalesce(total.unit_code, made.unit_code),
           total.assessments::text, made.assessments::text
    from (
      select row.unit_code, row.intervention_code, row.houses, row.missed,
             count(*)::integer as assessments
      from rapid_assessment as row
      where row.district_code = of_district and row.campaign_id = of_campaign
      group by row.unit_code, row.intervention_code, row.houses, row.missed
    ) as made
    full join (
      select row.unit_code, row.intervention_code, row.houses, row.missed, row.assessments
      from rapid_assessment_total as row
      where row.district_code = of_district and row.campaign_id = of_campaign
        and row.assessments > 0
    ) as total using (unit_code, intervention_code, houses, missed)
    where total.assessments is distinct from made.assessments
    union all
    select 'adverse events of ' || coalesce(total.unit_code, made.unit_code),
           total.events || '/' || total.serious, made.events || '/' || made.serious
    from (
      select row.unit_code, row.batch, count(*)::integer as events,
             (count(*) filter (where row.is_serious))::integer as serious
      from adverse_event as row
      where row.district_code = of_district and row.campaign_id = of_campaign
      group by row.unit_code, row.batch
    ) as made
    full join (
      select row.unit_code, row.batch, row.events, row.serious
      from adverse_event_total as row
      where row.district_code = of_district and row.campaign_id = of_campaign and row.events > 0
    ) as total using (unit_code, batch)
    where (total.events, total.serious) is distinct from (made.events, made.serious)
    union all
    select 'stock of ' || coalesce(day_sum.store, made.store) || ' '
             || coalesce(day_sum.day, made.day),
           day_sum.doses::text, made.doses::text
    from (
      select move.batch_id, place.store, move.day, sum(place.doses)::bigint as doses
      from stock_move as move
      cross join lateral (values
        (move.to_store, move.doses), (move.from_store, -move.doses)
      ) as place (store, doses)
      where move.district_code = of_district and move.campaign_id = of_campaign
        and place.store is not null
      group by move.batch_id, place.store, move.day
    ) as made
    full join (
      select row.batch_id, row.store, row.day,
             (row.received + row.moved - row.returned - row.discarded + row.adjusted)::bigint
               as doses
      from stock_day as row
      where row.district_code = of_district and row.campaign_id = of_campaign
    ) as day_sum using (batch_id, store, day)
    where coalesce(day_sum.doses, 0) <> coalesce(made.doses, 0);
end $$;

revoke all on function record_differences(text, uuid) from public;
