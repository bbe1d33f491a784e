-- What Prisma's schema cannot say: checks, and the triggers that keep versions, history and
-- roll-ups in the same transaction as each write.

-- Checks ------------------------------------------------------------------------------------

alter table region
  add constraint region_level check (level between 0 and 4),
  add constraint region_kind check (
    kind in ('nation', 'province', 'kabupaten', 'kota', 'subdistrict', 'desa', 'kelurahan'));

alter table app_user
  add constraint app_user_username check (username ~ '^[a-z0-9][a-z0-9._-]{2,39}$'),
  add constraint app_user_role check (
    role in ('administrator', 'healthOffice', 'subdistrictHead', 'villageHead', 'regentOffice'));

alter table campaign
  add constraint campaign_slug check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  add constraint campaign_dates check (ends_on >= starts_on and ends_on - starts_on <= 1096),
  add constraint campaign_time_zone check (
    time_zone in ('Asia/Jakarta', 'Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura')),
  add constraint campaign_source check (deciding_target_source in ('local', 'pusdatin'));

alter table round
  add constraint round_number check (number between 1 and 20),
  add constraint round_planned check (planned_ends_on >= planned_starts_on),
  add constraint round_dates check (ends_on >= starts_on),
  add constraint round_sweeping check (sweeping_ends_on > ends_on);

alter table intervention
  add constraint intervention_code check (code ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$'),
  add constraint intervention_goal check (coverage_goal > 0 and coverage_goal <= 1);

alter table target_group
  add constraint target_group_code check (code ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$');

alter table reporting_unit
  add constraint reporting_unit_code check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$'),
  add constraint reporting_unit_kind check (
    kind in ('village', 'puskesmas', 'school', 'office', 'subdistrict'));

alter table target_set
  add constraint target_set_source check (source in ('local', 'pusdatin'));

alter table target_population
  add constraint target_population_people check (people >= 0),
  add constraint target_population_round check (round_number between 0 and 20);

alter table daily_report
  add constraint daily_report_version check (version >= 1);

alter table tally
  add constraint tally_counts check (residents between 0 and 999999 and non_residents between 0 and 999999);

-- Dates inside the campaign -------------------------------------------------------------------

create function check_round_dates() returns trigger language plpgsql as $$
declare
  outer_dates record;
begin
  select starts_on, ends_on into outer_dates
  from campaign where district_code = new.district_code and id = new.campaign_id;

  if new.starts_on < outer_dates.starts_on
     or coalesce(new.sweeping_ends_on, new.ends_on) > outer_dates.ends_on then
    raise exception 'round % lies outside its campaign', new.number
      using errcode = 'check_violation', constraint = 'round_inside_campaign';
  end if;
  if exists (
    select from round as other
    where other.district_code = new.district_code and other.campaign_id = new.campaign_id
      and other.number <> new.number
      and other.starts_on <= coalesce(new.sweeping_ends_on, new.ends_on)
      and new.starts_on <= coalesce(other.sweeping_ends_on, other.ends_on)
  ) then
    raise exception 'round % overlaps another', new.number
      using errcode = 'check_violation', constraint = 'round_overlap';
  end if;
  if exists (
    select from daily_report as report
    where report.district_code = new.district_code and report.campaign_id = new.campaign_id
      and report.round_number = new.number
      and not report.day between new.starts_on and coalesce(new.sweeping_ends_on, new.ends_on)
  ) then
    raise exception 'round % has reports outside its dates', new.number
      using errcode = 'check_violation', constraint = 'round_holds_its_reports';
  end if;
  return null;
end $$;

create constraint trigger round_dates_inside
  after insert or update on round deferrable initially deferred
  for each row execute function check_round_dates();

create function check_campaign_dates() returns trigger language plpgsql as $$
begin
  if exists (
    select from round
    where district_code = new.district_code and campaign_id = new.id
      and (starts_on < new.starts_on or coalesce(sweeping_ends_on, ends_on) > new.ends_on)
  ) then
    raise exception 'a round lies outside the campaign'
      using errcode = 'check_violation', constraint = 'round_inside_campaign';
  end if;
  return null;
end $$;

create constraint trigger campaign_holds_its_rounds
  after update on campaign deferrable initially deferred
  for each row execute function check_campaign_dates();

create function check_report_day() returns trigger language plpgsql as $$
declare
  dates record;
begin
  select starts_on, ends_on, coalesce(sweeping_ends_on, ends_on) as last_day into dates
  from round
  where district_code = new.district_code and campaign_id = new.campaign_id
    and number = new.round_number;

  if new.day not between dates.starts_on and dates.last_day then
    raise exception 'day % lies outside its round', new.day
      using errcode = 'check_violation', constraint = 'report_day_inside_round';
  end if;
  new.is_sweeping := new.day > dates.ends_on;
  return new;
end $$;

create trigger report_day_inside
  before insert or update on daily_report
  for each row execute function check_report_day();

-- A round whose last service day moves has other sweeping days.
create function renew_sweeping() returns trigger language plpgsql as $$
begin
  update daily_report set is_sweeping = day > new.ends_on
  where district_code = new.district_code and campaign_id = new.campaign_id
    and round_number = new.number and is_sweeping <> (day > new.ends_on);
  return null;
end $$;

create trigger round_renews_sweeping
  after update of ends_on on round
  for each row execute function renew_sweeping();

-- Version: what an ETag or a kept answer is good for ------------------------------------------

create function raise_own_version() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  return new;
end $$;

create trigger campaign_version before update on campaign
  for each row execute function raise_own_version();

create function raise_version_of_new() returns trigger language plpgsql as $$
begin
  update campaign set id = id
  where (district_code, id) in (select distinct district_code, campaign_id from new_rows);
  return null;
end $$;

create function raise_version_of_old() returns trigger language plpgsql as $$
begin
  update campaign set id = id
  where (district_code, id) in (select distinct district_code, campaign_id from old_rows);
  return null;
end $$;

do $$
declare
  watched text;
begin
  foreach watched in array array[
    'round', 'intervention', 'target_group', 'intervention_target_group', 'reporting_unit',
    'target_set', 'target_population', 'daily_report', 'tally'
  ] loop
    execute format('create trigger %I after insert on %I referencing new table as new_rows
      for each statement execute function raise_version_of_new()', watched || '_insert_raises_version', watched);
    execute format('create trigger %I after update on %I referencing new table as new_rows
      for each statement execute function raise_version_of_new()', watched || '_update_raises_version', watched);
    execute format('create trigger %I after delete on %I referencing old table as old_rows
      for each statement execute function raise_version_of_old()', watched || '_delete_raises_version', watched);
  end loop;
end $$;

-- Tallies: history and roll-ups ---------------------------------------------------------------

create type tally_change as (
  district_code text, campaign_id uuid, round_number smallint, unit_code text, day date,
  intervention_code text, target_group_code text, residents bigint, non_residents bigint);

-- Adds signed changes to every total that the tallies are part of. Places are written in key
-- order, so that two writers meet in the same order.
create function roll_up_tallies(changes tally_change[]) returns void language sql as $$
  with change as (
    select changed.*, unit.subdistrict_code
    from unnest(changes) as changed
    join reporting_unit as unit
      on unit.district_code = changed.district_code and unit.campaign_id = changed.campaign_id
     and unit.code = changed.unit_code
  ), place as (
    select change.*, kind as place_kind, code as place_code
    from change
    cross join lateral (values
      ('unit', unit_code), ('subdistrict', subdistrict_code), ('district', district_code)
    ) as of_place (kind, code)
  ), totals as (
    insert into place_total as total
    select district_code, campaign_id, round_number, place_kind, place_code,
           intervention_code, target_group_code, sum(residents), sum(non_residents)
    from place
    group by 1, 2, 3, 4, 5, 6, 7
    order by 1, 2, 3, 4, 5, 6, 7
    on conflict (district_code, campaign_id, round_number, place_kind, place_code,
                 intervention_code, target_group_code)
    do update set residents     = total.residents + excluded.residents,
                  non_residents = total.non_residents + excluded.non_residents
  )
  insert into place_day_total as total
  select district_code, campaign_id, round_number, place_kind, place_code, day,
         intervention_code, target_group_code, sum(residents), sum(non_residents)
  from place
  where place_kind <> 'unit'
  group by 1, 2, 3, 4, 5, 6, 7, 8
  order by 1, 2, 3, 4, 5, 6, 7, 8
  on conflict (district_code, campaign_id, round_number, place_kind, place_code, day,
               intervention_code, target_group_code)
  do update set residents     = total.residents + excluded.residents,
                non_residents = total.non_residents + excluded.non_residents
$$;

create function tallies_inserted() returns trigger language plpgsql as $$
begin
  perform roll_up_tallies(array(
    select row(district_code, campaign_id, round_number, unit_code, day, intervention_code,
               target_group_code, residents, non_residents)::tally_change
    from new_rows));
  return null;
end $$;

create function tallies_updated() returns trigger language plpgsql as $$
begin
  insert into tally_history (
    district_code, campaign_id, round_number, unit_code, day, intervention_code,
    target_group_code, residents_before, non_residents_before, residents_after,
    non_residents_after, submission_before, submission_after)
  select before.district_code, before.campaign_id, before.round_number, before.unit_code,
         before.day, before.intervention_code, before.target_group_code,
         before.residents, before.non_residents, after.residents, after.non_residents,
         before.submission_id, after.submission_id
  from old_rows as before
  join new_rows as after
    using (district_code, campaign_id, round_number, unit_code, day, intervention_code,
           target_group_code)
  where (before.residents, before.non_residents) <> (after.residents, after.non_residents);

  perform roll_up_tallies(array(
    select row(district_code, campaign_id, round_number, unit_code, day, intervention_code,
               target_group_code, sum(residents), sum(non_residents))::tally_change
    from (
      select district_code, campaign_id, round_number, unit_code, day, intervention_code,
             target_group_code, residents, non_residents
      from new_rows
      union all
      select district_code, campaign_id, round_number, unit_code, day, intervention_code,
             target_group_code, -residents, -non_residents
      from old_rows
    ) as signed
    group by district_code, campaign_id, round_number, unit_code, day, intervention_code,
             target_group_code));
  return null;
end $$;

create function tallies_deleted() returns trigger language plpgsql as $$
begin
  insert into tally_history (
    district_code, campaign_id, round_number, unit_code, day, intervention_code,
    target_group_code, residents_before, non_residents_before, submission_before)
  select district_code, campaign_id, round_number, unit_code, day, intervention_code,
         target_group_code, residents, non_residents, submission_id
  from old_rows;

  perform roll_up_tallies(array(
    select row(district_code, campaign_id, round_number, unit_code, day, intervention_code,
               target_group_code, -residents, -non_residents)::tally_change
    from old_rows));
  return null;
end $$;

create trigger tally_inserted after insert on tally referencing new table as new_rows
  for each statement execute function tallies_inserted();
create trigger tally_updated after update on tally
  referencing old table as old_rows new table as new_rows
  for each statement execute function tallies_updated();
create trigger tally_deleted after delete on tally referencing old table as old_rows
  for each statement execute function tallies_deleted();

-- Daily reports: roll-ups ---------------------------------------------------------------------

create type report_change as (
  district_code text, campaign_id uuid, round_number smallint, unit_code text, day date,
  is_sweeping boolean, received bigint, on_time bigint);

create function roll_up_reports(changes report_change[]) returns void language sql as $$
  with change as (
    select changed.*, unit.subdistrict_code
    from unnest(changes) as changed
    join reporting_unit as unit
      on unit.district_code = changed.district_code and unit.campaign_id = changed.campaign_id
     and unit.code = changed.unit_code
  ), place as (
    select change.*, kind as place_kind, code as place_code
    from change
    cross join lateral (values
      ('unit', unit_code), ('subdistrict', subdistrict_code), ('district', district_code)
    ) as of_place (kind, code)
  ), totals as (
    insert into place_reports as total
    select district_code, campaign_id, round_number, place_kind, place_code,
           sum(received), sum(on_time)
    from place
    where not is_sweeping
    group by 1, 2, 3, 4, 5
    order by 1, 2, 3, 4, 5
    on conflict (district_code, campaign_id, round_number, place_kind, place_code)
    do update set received = total.received + excluded.received,
                  on_time  = total.on_time + excluded.on_time
  )
  insert into place_day_reports as total
  select district_code, campaign_id, round_number, place_kind, place_code, day,
         sum(received), sum(on_time)
  from place
  where place_kind <> 'unit'
  group by 1, 2, 3, 4, 5, 6
  order by 1, 2, 3, 4, 5, 6
  on conflict (district_code, campaign_id, round_number, place_kind, place_code, day)
  do update set received = total.received + excluded.received,
                on_time  = total.on_time + excluded.on_time
$$;

create function reports_inserted() returns trigger language plpgsql as $$
begin
  perform roll_up_reports(array(
    select row(district_code, campaign_id, round_number, unit_code, day, is_sweeping,
               1, is_on_time::int)::report_change
    from new_rows));
  return null;
end $$;

create function reports_updated() returns trigger language plpgsql as $$
begin
  perform roll_up_reports(array(
    select row(district_code, campaign_id, round_number, unit_code, day, is_sweeping,
               sum(received), sum(on_time))::report_change
    from (
      select district_code, campaign_id, round_number, unit_code, day, is_sweeping,
             1 as received, is_on_time::int as on_time
      from new_rows
      union all
      select district_code, campaign_id, round_number, unit_code, day, is_sweeping,
             -1, -is_on_time::int
      from old_rows
    ) as signed
    group by district_code, campaign_id, round_number, unit_code, day, is_sweeping
    having sum(received) <> 0 or sum(on_time) <> 0));
  return null;
end $$;

create function reports_deleted() returns trigger language plpgsql as $$
begin
  perform roll_up_reports(array(
    select row(district_code, campaign_id, round_number, unit_code, day, is_sweeping,
               -1, -is_on_time::int)::report_change
    from old_rows));
  return null;
end $$;

create trigger report_inserted after insert on daily_report referencing new table as new_rows
  for each statement execute function reports_inserted();
create trigger report_updated after update on daily_report
  referencing old table as old_rows new table as new_rows
  for each statement execute function reports_updated();
create trigger report_deleted after delete on daily_report referencing old table as old_rows
  for each statement execute function reports_deleted();

-- Target population in force ------------------------------------------------------------------

-- The newest set that names a cell decides; a row for one round goes before a row for every round.
create function target_in_force(of_district text, of_campaign uuid)
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

create function expected_place_target(of_district text, of_campaign uuid)
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
create function refresh_place_target(of_district text, of_campaign uuid) returns void
language sql as $$
  delete from place_target where district_code = of_district and campaign_id = of_campaign;
  insert into place_target select * from expected_place_target(of_district, of_campaign);
$$;

-- Recomputing -----------------------------------------------------------------------------------

create function expected_place_total(of_district text, of_campaign uuid)
returns setof place_total language sql stable as $$
  select tally.district_code, tally.campaign_id, round_number, place.kind, place.code,
         intervention_code, target_group_code, sum(residents)::bigint, sum(non_residents)::bigint
  from tally
  join reporting_unit as unit
    on unit.district_code = tally.district_code and unit.campaign_id = tally.campaign_id
   and unit.code = tally.unit_code
  cross join lateral (values
    ('unit', unit_code), ('subdistrict', subdistrict_code), ('district', tally.district_code)
  ) as place (kind, code)
  where tally.district_code = of_district and tally.campaign_id = of_campaign
  group by 1, 2, 3, 4, 5, 6, 7
$$;

create function expected_place_day_total(of_district text, of_campaign uuid)
returns setof place_day_total language sql stable as $$
  select tally.district_code, tally.campaign_id, round_number, place.kind, place.code, day,
         intervention_code, target_group_code, sum(residents)::bigint, sum(non_residents)::bigint
  from tally
  join reporting_unit as unit
    on unit.district_code = tally.district_code and unit.campaign_id = tally.campaign_id
   and unit.code = tally.unit_code
  cross join lateral (values
    ('subdistrict', subdistrict_code), ('district', tally.district_code)
  ) as place (kind, code)
  where tally.district_code = of_district and tally.campaign_id = of_campaign
  group by 1, 2, 3, 4, 5, 6, 7, 8
$$;

create function expected_place_reports(of_district text, of_campaign uuid)
returns setof place_reports language sql stable as $$
  select report.district_code, report.campaign_id, round_number, place.kind, place.code,
         count(*)::bigint, count(*) filter (where is_on_time)::bigint
  from daily_report as report
  join reporting_unit as unit
    on unit.district_code = report.district_code and unit.campaign_id = report.campaign_id
   and unit.code = report.unit_code
  cross join lateral (values
    ('unit', unit_code), ('subdistrict', subdistrict_code), ('district', report.district_code)
  ) as place (kind, code)
  where report.district_code = of_district and report.campaign_id = of_campaign
    and not is_sweeping
  group by 1, 2, 3, 4, 5
$$;

create function expected_place_day_reports(of_district text, of_campaign uuid)
returns setof place_day_reports language sql stable as $$
  select report.district_code, report.campaign_id, round_number, place.kind, place.code, day,
         count(*)::bigint, count(*) filter (where is_on_time)::bigint
  from daily_report as report
  join reporting_unit as unit
    on unit.district_code = report.district_code and unit.campaign_id = report.campaign_id
   and unit.code = report.unit_code
  cross join lateral (values
    ('subdistrict', subdistrict_code), ('district', report.district_code)
  ) as place (kind, code)
  where report.district_code = of_district and report.campaign_id = of_campaign
  group by 1, 2, 3, 4, 5, 6
$$;

-- Each row that a roll-up has and should not have, or should have and has not. Rows of nothing
-- but zeros stand for what was taken back and count as absent.
create function roll_up_differences(of_district text, of_campaign uuid)
returns table (roll_up text, kept text, computed text) language sql stable as $$
  with kept as (
    select 'place_total' as roll_up, to_jsonb(t) as fact from place_total as t
    where district_code = of_district and campaign_id = of_campaign
      and (residents, non_residents) <> (0, 0)
    union all
    select 'place_day_total', to_jsonb(t) from place_day_total as t
    where district_code = of_district and campaign_id = of_campaign
      and (residents, non_residents) <> (0, 0)
    union all
    select 'place_reports', to_jsonb(t) from place_reports as t
    where district_code = of_district and campaign_id = of_campaign and (received, on_time) <> (0, 0)
    union all
    select 'place_day_reports', to_jsonb(t) from place_day_reports as t
    where district_code = of_district and campaign_id = of_campaign and (received, on_time) <> (0, 0)
    union all
    select 'place_target', to_jsonb(t) from place_target as t
    where district_code = of_district and campaign_id = of_campaign
  ), computed as (
    select 'place_total' as roll_up, to_jsonb(t) as fact
    from expected_place_total(of_district, of_campaign) as t
    where (residents, non_residents) <> (0, 0)
    union all
    select 'place_day_total', to_jsonb(t) from expected_place_day_total(of_district, of_campaign) as t
    where (residents, non_residents) <> (0, 0)
    union all
    select 'place_reports', to_jsonb(t) from expected_place_reports(of_district, of_campaign) as t
    union all
    select 'place_day_reports', to_jsonb(t)
    from expected_place_day_reports(of_district, of_campaign) as t
    union all
    select 'place_target', to_jsonb(t) from expected_place_target(of_district, of_campaign) as t
  )
  select coalesce(kept.roll_up, computed.roll_up), kept.fact::text, computed.fact::text
  from kept
  full join computed on kept.roll_up = computed.roll_up and kept.fact = computed.fact
  where kept.fact is null or computed.fact is null
$$;

create function recompute_roll_ups(of_district text, of_campaign uuid) returns void
language sql as $$
  delete from place_total where district_code = of_district and campaign_id = of_campaign;
  insert into place_total select * from expected_place_total(of_district, of_campaign);
  delete from place_day_total where district_code = of_district and campaign_id = of_campaign;
  insert into place_day_total select * from expected_place_day_total(of_district, of_campaign);
  delete from place_reports where district_code = of_district and campaign_id = of_campaign;
  insert into place_reports select * from expected_place_reports(of_district, of_campaign);
  delete from place_day_reports where district_code = of_district and campaign_id = of_campaign;
  insert into place_day_reports select * from expected_place_day_reports(of_district, of_campaign);
  select refresh_place_target(of_district, of_campaign);
$$;
