-- Who owes a report for which day, and which days are closed. Whatever speaks of missing reports asks here.
--
-- A report is due for a unit and service day when it is planned, or when it came: a report that nobody
-- asked for counts, so it is counted as one that was owed, and no place receives more than it expects.
--
-- What is asked with every screen keeps one plan (`plan_cache_mode`): left to itself, PostgreSQL plans these
-- statements anew at each call, which takes longer than running them, and finds none that is better.

-- The reporting units of a round with the first and last day for which each may owe a report: a unit
-- whose last day lies before its first owes none. What keeps a unit from owing for a stretch of days
-- (it joined midway, it ended, the round is not held in it, its stage is not open) is one more bound here.
create or replace function owing_units(of_district text, of_campaign uuid, of_round integer)
returns table (unit_code text, subdistrict_code text, owes_from date, owes_until date)
language plpgsql stable rows 300 as $$
begin
  return query
    select unit.code, unit.subdistrict_code,
           greatest(round.starts_on, unit.reports_from, stage.opens_on),
           least(round.ends_on, unit.reports_until, stage.closes_on)
    from reporting_unit as unit
    left join unit_set_member as member
      on member.district_code = of_district and member.campaign_id = of_campaign
     and member.kind = 'stage' and member.unit_code = unit.code
    left join unit_set as stage
      on stage.district_code = of_district and stage.campaign_id = of_campaign
     and stage.kind = 'stage' and stage.code = member.set_code
    join round
      on round.district_code = of_district and round.campaign_id = of_campaign
     and round.number = of_round
    where unit.district_code = of_district and unit.campaign_id = of_campaign
      -- A campaign that gives nothing has indicators alone: nobody reports a day of it.
      and exists (
        select from intervention as given
        where given.district_code = of_district and given.campaign_id = of_campaign)
      -- A round that is held in part of the units is owed nothing by the others.
      and (not exists (
            select from round_unit as held
            where held.district_code = of_district and held.campaign_id = of_campaign
              and held.round_number = of_round)
        or exists (
            select from round_unit as own
            where own.district_code = of_district and own.campaign_id = of_campaign
              and own.round_number = of_round and own.unit_code = unit.code));
end $$;

-- The days of a round, sweeping days too, on which a place is closed: every unit of it is, by a note on
-- its kecamatan or on the kabupaten.
create or replace function closed_days(
  of_district text, of_campaign uuid, of_round integer, of_kind text)
returns table (place_code text, day date)
language plpgsql stable rows 10 set plan_cache_mode = force_generic_plan as $$
begin
  return query
    with place as (
      select case of_kind when 'unit' then unit.code
                          when 'subdistrict' then unit.subdistrict_code
                          else of_district end as code,
             unit.subdistrict_code as subdistrict, count(*) as units
      from reporting_unit as unit
      where unit.district_code = of_district and unit.campaign_id = of_campaign
        -- Nearly every campaign has none; then no unit is looked at.
        and exists (
          select from day_note as note
          where note.district_code = of_district and note.campaign_id = of_campaign
            and note.closes)
      group by 1, 2
    ), closing as (
      select distinct note.place_code as code, note.day
      from day_note as note
      join round
        on round.district_code = of_district and round.campaign_id = of_campaign
       and round.number = of_round
      where note.district_code = of_district and note.campaign_id = of_campaign
        and note.closes
        and note.day between round.starts_on and coalesce(round.sweeping_ends_on, round.ends_on)
    ), closed as (
      select distinct place.code, place.subdistrict, place.units, closing.day
      from place
      join closing on closing.code in (of_district, place.subdistrict)
    )
    select closed.code, closed.day
    from closed
    group by closed.code, closed.day
    having sum(closed.units)
         = (select sum(place.units) from place where place.code = closed.code);
end $$;

-- Reports that came for each place and service day.
create or replace function reports_received(
  of_district text, of_campaign uuid, of_round integer, of_kind text, since date, until date)
returns table (place_code text, day date, received integer)
language plpgsql stable as $$
begin
  if of_kind = 'unit' then
    return query
      select report.unit_code, report.day, 1
      from daily_report as report
      where report.district_code = of_district and report.campaign_id = of_campaign
        and report.round_number = of_round and not report.is_sweeping
        and report.day between coalesce(since, report.day) and coalesce(until, report.day);
  else
    return query
      select counted.place_code, counted.day, counted.received::integer
      from place_day_reports as counted
      join round
        on round.district_code = of_district and round.campaign_id = of_campaign
       and round.number = of_round
      where counted.district_code = of_district and counted.campaign_id = of_campaign
        and counted.round_number = of_round and counted.place_kind = of_kind
        and counted.received > 0 and counted.day <= round.ends_on
        and counted.day between coalesce(since, counted.day) and coalesce(until, counted.day);
  end if;
end $$;

-- Reports due for each place of a kind and service day, from one day to another (null: from the first,
-- to the last); a day on which none is due has no row. By the campaign's rhythm
--   daily     each unit plans every day that is not closed;
--   sessions  each unit plans the days of its sessions that are not called off and not closed, as far
--             as the round and the unit go; where nobody plans any, what came is what was due;
--   periods   each unit plans the last day of each month, quarter or half-year that is not closed, as
--             far as the round and the unit go, unless it reported on another day of the period.
create or replace function reports_due(
  of_district text, of_campaign uuid, of_round integer, of_kind text, since date, until date)
returns table (place_code text, day date, due integer)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare
  asked record;
begin
  select campaign.rhythm, campaign.period,
         greatest(round.starts_on, since) as first_day, least(round.ends_on, until) as last_day
  into asked
  from campaign
  join round
    on round.district_code = of_district and round.campaign_id = of_campaign
   and round.number = of_round
  where campaign.district_code = of_district and campaign.id = of_campaign;

  if asked.rhythm = 'daily' then
    -- Units times days, less what a few of them do not owe: units are not multiplied by days one by one.
    return query
      with unit as materialized (
        select owing.*, case of_kind when 'unit' then owing.unit_code
                                     when 'subdistrict' then owing.subdistrict_code
                                     else of_district end as place
        from owing_units(of_district, of_campaign, of_round) as owing
      ), unplanned as (
        select unit.unit_code, unit.place, calendar.day::date as day
        from unit
        cross join lateral
          generate_series(asked.first_day, asked.last_day, interval '1 day') as calendar (day)
        where (unit.owes_from > asked.first_day or unit.owes_until < asked.last_day)
          and calendar.day not between unit.owes_from and unit.owes_until
        union
        select unit.unit_code, unit.place, closed.day
        from closed_days(of_district, of_campaign, of_round, 'unit') as closed
        join unit on unit.unit_code = closed.place_code
        where closed.day between asked.first_day and asked.last_day
      ), excused as (
        select unplanned.place, unplanned.day, count(*) as units
        from unplanned
        where not exists (
          select from daily_report as report
          where report.district_code = of_district and report.campaign_id = of_campaign
            and report.round_number = of_round and report.unit_code = unplanned.unit_code
            and report.day = unplanned.day)
        group by 1, 2
      ), named as (
        select unit.place, count(*) as units from unit group by 1
      )
      select named.place, calendar.day::date, (named.units - coalesce(excused.units, 0))::integer
      from named
      cross join
        generate_series(asked.first_day, asked.last_day, interval '1 day') as calendar (day)
      left join excused on excused.place = named.place and excused.day = calendar.day
      where named.units > coalesce(excused.units, 0);
  elsif asked.rhythm = 'sessions' then
    if not exists (
      select from planned_session as session
      where session.district_code = of_district and session.campaign_id = of_campaign
        and session.day between asked.first_day and asked.last_day
        and session.called_off is null
        and not exists (
          select from daily_report as report
          where report.district_code = of_district and report.campaign_id = of_campaign
            and report.round_number = of_round and report.unit_code = session.unit_code
            and report.day = session.day)
    ) then
      -- Every planned day was reported, or none is planned.
      return query
        select * from reports_received(of_district, of_campaign, of_round, of_kind, since, until);
      return;
    end if;
    return query
      with planned as (
        select distinct session.unit_code, session.day
        from planned_session as session
        where session.district_code = of_district and session.campaign_id = of_campaign
          and session.day between asked.first_day and asked.last_day
          and session.called_off is null
      ), closed as materialized (
        select closed.place_code as unit_code, closed.day
        from closed_days(of_district, of_campaign, of_round, 'unit') as closed
      )
      select due.place, due.day, sum(due.reports)::integer
      from (
        select case of_kind when 'unit' then unit.unit_code
                            when 'subdistrict' then unit.subdistrict_code
                            else of_district end as place,
               planned.day, 1 as reports
        from planned
        join owing_units(of_district, of_campaign, of_round) as unit
          on unit.unit_code = planned.unit_code
         and planned.day between unit.owes_from and unit.owes_until
        where not exists (
            select from closed
            where closed.unit_code = planned.unit_code and closed.day = planned.day)
          and not exists (
            select from daily_report as report
            where report.district_code = of_district and report.campaign_id = of_campaign
              and report.round_number = of_round and report.unit_code = planned.unit_code
              and report.day = planned.day)
        union all
        select received.place_code, received.day, received.received
        from reports_received(of_district, of_campaign, of_round, of_kind, since, until) as received
      ) as due
      group by 1, 2;
  else
    return query
      with unit as materialized (
        select owing.*, case of_kind when 'unit' then owing.unit_code
                                     when 'subdistrict' then owing.subdistrict_code
                                     else of_district end as place
        from owing_units(of_district, of_campaign, of_round) as owing
      ), closed as materialized (
        select closed.place_code as unit_code, closed.day
        from closed_days(of_district, of_campaign, of_round, 'unit') as closed
      ), planned as (
        -- Closings are a kecamatan's, so its units that owe alike plan alike.
        select alike.subdistrict_code, alike.owes_from, alike.owes_until,
               min(calendar.day)::date as begins_on, max(calendar.day)::date as ends_on,
               (max(calendar.day) filter (where not exists (
                 select from closed
                 where closed.unit_code = alike.any_unit and closed.day = calendar.day)))::date
                 as planned_on
        from (
          select unit.subdistrict_code, unit.owes_from, unit.owes_until,
                 min(unit.unit_code) as any_unit
          from unit group by 1, 2, 3
        ) as alike
        cross join lateral
          generate_series(alike.owes_from, alike.owes_until, interval '1 day') as calendar (day)
        group by 1, 2, 3, extract(year from calendar.day),
                 ceil(extract(month from calendar.day)
                      / case asked.period when 'month' then 1 when 'quarter' then 3 else 6 end)
      )
      select due.place, due.day, sum(due.reports)::integer
      from (
        select unit.place, planned.planned_on as day, 1 as reports
        from unit
        join planned using (subdistrict_code, owes_from, owes_until)
        where planned.planned_on between asked.first_day and asked.last_day
          and not exists (
            select from daily_report as report
            where report.district_code = of_district and report.campaign_id = of_campaign
              and report.round_number = of_round and report.unit_code = unit.unit_code
              and report.day between planned.begins_on and planned.ends_on)
        union all
        select received.place_code, received.day, received.received
        from reports_received(of_district, of_campaign, of_round, of_kind, since, until) as received
      ) as due
      group by 1, 2;
  end if;
end $$;
