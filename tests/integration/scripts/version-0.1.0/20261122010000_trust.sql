-- What it takes to trust a number: the status of a report, why and from where it was changed, days
-- that are closed and opened again, notes on days, and what data quality is judged by.

-- Reports: status -----------------------------------------------------------------------------

-- A draft is on the device that it is typed on; the server knows what was sent.
alter table daily_report
  add column status text not null default 'submitted',
  add column status_at timestamptz,
  add column status_by uuid,
  add column return_reason text,
  add constraint daily_report_status check (status in ('submitted', 'verified', 'returned')),
  add constraint daily_report_return_reason check ((status = 'returned') = (return_reason is not null));

create index daily_report_district_code_campaign_id_status_day_idx
  on daily_report (district_code, campaign_id, status, day);

-- Submissions: from where, why, and how they were typed ---------------------------------------

alter table submission
  add column reason_code text,
  add column reason_note text,
  -- What the sender chose when two versions stood against each other.
  add column conflict_kept text,
  add column figures text not null default 'daily',
  add constraint submission_via check (via in ('screen', 'offline', 'import', 'api', 'seed')),
  add constraint submission_conflict_kept check (conflict_kept in ('mine', 'theirs')),
  add constraint submission_figures check (figures in ('daily', 'cumulative'));

-- A cumulative figure that falls, with a reason, makes a day that takes doses back.
alter table tally
  drop constraint tally_counts,
  add constraint tally_counts check (
    residents between -999999 and 999999 and non_residents between 0 and 999999);

alter table app_user
  add column entry_figures text not null default 'daily',
  add constraint app_user_entry_figures check (entry_figures in ('daily', 'cumulative'));

-- Days that are closed and opened again ---------------------------------------------------------

create table day_reopening (
  district_code text not null,
  campaign_id uuid not null,
  id uuid not null default gen_random_uuid(),
  place_code text not null,
  day date not null,
  asked_by uuid,
  asked_at timestamptz not null default now(),
  ask_reason text not null,
  decided_by uuid,
  decided_at timestamptz,
  decision text,
  decision_note text,
  opens_until timestamptz,
  constraint day_reopening_pkey primary key (district_code, campaign_id, id),
  constraint day_reopening_district_code_campaign_id_fkey foreign key (district_code, campaign_id)
    references campaign (district_code, id) on delete cascade on update no action,
  constraint day_reopening_decision check (
    decision in ('opened', 'declined')
    and (decision is null) = (decided_at is null)
    and (decision is not distinct from 'opened') = (opens_until is not null))
);
create index day_reopening_district_code_campaign_id_place_code_day_idx
  on day_reopening (district_code, campaign_id, place_code, day);
create unique index day_reopening_one_open_question
  on day_reopening (district_code, campaign_id, place_code, day) where decision is null;

-- Notes on a day ----------------------------------------------------------------------------------

create table day_note (
  district_code text not null,
  campaign_id uuid not null,
  id uuid not null default gen_random_uuid(),
  place_code text not null,
  day date not null,
  kind text not null,
  note text not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  constraint day_note_pkey primary key (district_code, campaign_id, id),
  constraint day_note_district_code_campaign_id_fkey foreign key (district_code, campaign_id)
    references campaign (district_code, id) on delete cascade on update no action,
  constraint day_note_kind check (kind in ('weather', 'stockOut', 'holiday', 'other'))
);
create index day_note_district_code_campaign_id_day_idx on day_note (district_code, campaign_id, day);

-- Data quality ----------------------------------------------------------------------------------

alter table campaign
  -- Deviations (MAD) from the usual beyond which a day is odd.
  add column usual_deviations numeric(4, 1) not null default 3,
  -- Largest share of a unit's inhabitants that its target population may be.
  add column most_target_share numeric(5, 4) not null default 0.35,
  add constraint campaign_usual_deviations check (usual_deviations between 1 and 20),
  add constraint campaign_most_target_share check (most_target_share > 0 and most_target_share <= 1);

alter table reporting_unit
  add column inhabitants int,
  add constraint reporting_unit_inhabitants check (inhabitants >= 0);

-- A total that somebody announced, to compare the reports with.
create table stated_total (
  district_code text not null,
  campaign_id uuid not null,
  id uuid not null default gen_random_uuid(),
  place_code text not null,
  intervention_code text not null,
  day date not null,
  is_cumulative boolean not null,
  doses int not null,
  source text not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  constraint stated_total_pkey primary key (district_code, campaign_id, id),
  constraint stated_total_district_code_campaign_id_fkey foreign key (district_code, campaign_id)
    references campaign (district_code, id) on delete cascade on update no action,
  constraint stated_total_doses check (doses >= 0)
);

-- A finding that was explained. It stays explained until the facts that it is about change.
create table finding_note (
  district_code text not null,
  campaign_id uuid not null,
  rule text not null,
  subject text not null,
  facts text not null,
  note text not null,
  noted_by uuid,
  noted_at timestamptz not null default now(),
  constraint finding_note_pkey primary key (district_code, campaign_id, rule, subject),
  constraint finding_note_district_code_campaign_id_fkey foreign key (district_code, campaign_id)
    references campaign (district_code, id) on delete cascade on update no action
);

-- A line of an imported file of reports that was refused.
create table import_refusal (
  district_code text not null,
  campaign_id uuid not null,
  id uuid not null default gen_random_uuid(),
  file_name text not null,
  line int not null,
  unit_code text,
  day_text text not null,
  kind text not null,
  detail jsonb not null,
  imported_by uuid,
  imported_at timestamptz not null default now(),
  constraint import_refusal_pkey primary key (district_code, campaign_id, id),
  constraint import_refusal_district_code_campaign_id_fkey foreign key (district_code, campaign_id)
    references campaign (district_code, id) on delete cascade on update no action,
  constraint import_refusal_kind check (kind in ('noSuchDay', 'cumulativeFell'))
);

do $$
declare
  watched text;
begin
  foreach watched in array array['day_reopening', 'day_note', 'stated_total', 'finding_note', 'import_refusal'] loop
    execute format('create trigger %I after insert on %I referencing new table as new_rows
      for each statement execute function raise_version_of_new()', watched || '_insert_raises_version', watched);
    execute format('create trigger %I after update on %I referencing new table as new_rows
      for each statement execute function raise_version_of_new()', watched || '_update_raises_version', watched);
    execute format('create trigger %I after delete on %I referencing old table as old_rows
      for each statement execute function raise_version_of_old()', watched || '_delete_raises_version', watched);
  end loop;
end $$;

-- Roll-ups: what of a total nobody has verified ---------------------------------------------------

alter table place_total add column unverified bigint not null default 0;
alter table place_day_total add column unverified bigint not null default 0;
alter table place_reports add column verified bigint not null default 0;
alter table place_day_reports add column verified bigint not null default 0;

drop function roll_up_tallies(tally_change[]);
alter type tally_change add attribute unverified bigint;

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
           intervention_code, target_group_code, sum(residents), sum(non_residents), sum(unverified)
    from place
    group by 1, 2, 3, 4, 5, 6, 7
    order by 1, 2, 3, 4, 5, 6, 7
    on conflict (district_code, campaign_id, round_number, place_kind, place_code,
                 intervention_code, target_group_code)
    do update set residents     = total.residents + excluded.residents,
                  non_residents = total.non_residents + excluded.non_residents,
                  unverified    = total.unverified + excluded.unverified
  )
  insert into place_day_total as total
  select district_code, campaign_id, round_number, place_kind, place_code, day,
         intervention_code, target_group_code, sum(residents), sum(non_residents), sum(unverified)
  from place
  where place_kind <> 'unit'
  group by 1, 2, 3, 4, 5, 6, 7, 8
  order by 1, 2, 3, 4, 5, 6, 7, 8
  on conflict (district_code, campaign_id, round_number, place_kind, place_code, day,
               intervention_code, target_group_code)
  do update set residents     = total.residents + excluded.residents,
                non_residents = total.non_residents + excluded.non_residents,
                unverified    = total.unverified + excluded.unverified
$$;

-- The part of changed tallies that belongs to reports that nobody has verified.
create function with_unverified(changes tally_change[]) returns tally_change[]
language sql stable as $$
  select array(
    select row(changed.district_code, changed.campaign_id, changed.round_number, changed.unit_code,
               changed.day, changed.intervention_code, changed.target_group_code,
               changed.residents, changed.non_residents,
               case when report.status = 'verified' then 0 else changed.residents end)::tally_change
    from unnest(changes) as changed
    left join daily_report as report
      on report.district_code = changed.district_code
     and report.campaign_id = changed.campaign_id
     and report.round_number = changed.round_number
     and report.unit_code = changed.unit_code
     and report.day = changed.day)
$$;

create or replace function tallies_inserted() returns trigger language plpgsql as $$
begin
  perform roll_up_tallies(with_unverified(array(
    select row(district_code, campaign_id, round_number, unit_code, day, intervention_code,
               target_group_code, residents, non_residents, 0)::tally_change
    from new_rows)));
  return null;
end $$;

create or replace function tallies_updated() returns trigger language plpgsql as $$
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

  perform roll_up_tallies(with_unverified(array(
    select row(district_code, campaign_id, round_number, unit_code, day, intervention_code,
               target_group_code, sum(residents), sum(non_residents), 0)::tally_change
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
             target_group_code)));
  return null;
end $$;

create or replace function tallies_deleted() returns trigger language plpgsql as $$
begin
  insert into tally_history (
    district_code, campaign_id, round_number, unit_code, day, intervention_code,
    target_group_code, residents_before, non_residents_before, submission_before)
  select district_code, campaign_id, round_number, unit_code, day, intervention_code,
         target_group_code, residents, non_residents, submission_id
  from old_rows;

  perform roll_up_tallies(with_unverified(array(
    select row(district_code, campaign_id, round_number, unit_code, day, intervention_code,
               target_group_code, -residents, -non_residents, 0)::tally_change
    from old_rows)));
  return null;
end $$;

drop function roll_up_reports(report_change[]);
alter type report_change add attribute verified bigint;

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
           sum(received), sum(on_time), sum(verified)
    from place
    where not is_sweeping
    group by 1, 2, 3, 4, 5
    order by 1, 2, 3, 4, 5
    on conflict (district_code, campaign_id, round_number, place_kind, place_code)
    do update set received = total.received + excluded.received,
                  on_time  = total.on_time + excluded.on_time,
                  verified = total.verified + excluded.verified
  )
  insert into place_day_reports as total
  select district_code, campaign_id, round_number, place_kind, place_code, day,
         sum(received), sum(on_time), sum(verified)
  from place
  where place_kind <> 'unit'
  group by 1, 2, 3, 4, 5, 6
  order by 1, 2, 3, 4, 5, 6
  on conflict (district_code, campaign_id, round_number, place_kind, place_code, day)
  do update set received = total.received + excluded.received,
                on_time  = total.on_time + excluded.on_time,
                verified = total.verified + excluded.verified
$$;

create or replace function reports_inserted() returns trigger language plpgsql as $$
begin
  perform roll_up_reports(array(
    select row(district_code, campaign_id, round_number, unit_code, day, is_sweeping,
               1, is_on_time::int, (status = 'verified')::int)::report_change
    from new_rows));
  return null;
end $$;

create or replace function reports_updated() returns trigger language plpgsql as $$
begin
  perform roll_up_reports(array(
    select row(district_code, campaign_id, round_number, unit_code, day, is_sweeping,
               sum(received), sum(on_time), sum(verified))::report_change
    from (
      select district_code, campaign_id, round_number, unit_code, day, is_sweeping,
             1 as received, is_on_time::int as on_time, (status = 'verified')::int as verified
      from new_rows
      union all
      select district_code, campaign_id, round_number, unit_code, day, is_sweeping,
             -1, -is_on_time::int, -(status = 'verified')::int
      from old_rows
    ) as signed
    group by district_code, campaign_id, round_number, unit_code, day, is_sweeping
    having sum(received) <> 0 or sum(on_time) <> 0 or sum(verified) <> 0));

  -- What was unverified until now and is not, or the other way round, with all its tallies.
  perform roll_up_tallies(array(
    select row(tally.district_code, tally.campaign_id, tally.round_number, tally.unit_code,
               tally.day, tally.intervention_code, tally.target_group_code, 0, 0,
               case when after.status = 'verified' then -residents else residents end)::tally_change
    from old_rows as before
    join new_rows as after using (district_code, campaign_id, round_number, unit_code, day)
    join tally using (district_code, campaign_id, round_number, unit_code, day)
    where (before.status = 'verified') <> (after.status = 'verified')));
  return null;
end $$;

create or replace function reports_deleted() returns trigger language plpgsql as $$
begin
  perform roll_up_reports(array(
    select row(district_code, campaign_id, round_number, unit_code, day, is_sweeping,
               -1, -is_on_time::int, -(status = 'verified')::int)::report_change
    from old_rows));
  return null;
end $$;

create or replace function expected_place_total(of_district text, of_campaign uuid)
returns setof place_total language sql stable as $$
  select tally.district_code, tally.campaign_id, round_number, place.kind, place.code,
         intervention_code, target_group_code, sum(residents)::bigint, sum(non_residents)::bigint,
         sum(case when report.status = 'verified' then 0 else residents end)::bigint
  from tally
  join daily_report as report using (district_code, campaign_id, round_number, unit_code, day)
  join reporting_unit as unit
    on unit.district_code = tally.district_code and unit.campaign_id = tally.campaign_id
   and unit.code = tally.unit_code
  cross join lateral (values
    ('unit', unit_code), ('subdistrict', subdistrict_code), ('district', tally.district_code)
  ) as place (kind, code)
  where tally.district_code = of_district and tally.campaign_id = of_campaign
  group by 1, 2, 3, 4, 5, 6, 7
$$;

create or replace function expected_place_day_total(of_district text, of_campaign uuid)
returns setof place_day_total language sql stable as $$
  select tally.district_code, tally.campaign_id, round_number, place.kind, place.code, day,
         intervention_code, target_group_code, sum(residents)::bigint, sum(non_residents)::bigint,
         sum(case when report.status = 'verified' then 0 else residents end)::bigint
  from tally
  join daily_report as report using (district_code, campaign_id, round_number, unit_code, day)
  join reporting_unit as unit
    on unit.district_code = tally.district_code and unit.campaign_id = tally.campaign_id
   and unit.code = tally.unit_code
  cross join lateral (values
    ('subdistrict', subdistrict_code), ('district', tally.district_code)
  ) as place (kind, code)
  where tally.district_code = of_district and tally.campaign_id = of_campaign
  group by 1, 2, 3, 4, 5, 6, 7, 8
$$;

create or replace function expected_place_reports(of_district text, of_campaign uuid)
returns setof place_reports language sql stable as $$
  select report.district_code, report.campaign_id, round_number, place.kind, place.code,
         count(*)::bigint, count(*) filter (where is_on_time)::bigint,
         count(*) filter (where status = 'verified')::bigint
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

create or replace function expected_place_day_reports(of_district text, of_campaign uuid)
returns setof place_day_reports language sql stable as $$
  select report.district_code, report.campaign_id, round_number, place.kind, place.code, day,
         count(*)::bigint, count(*) filter (where is_on_time)::bigint,
         count(*) filter (where status = 'verified')::bigint
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

create or replace function roll_up_differences(of_district text, of_campaign uuid)
returns table (roll_up text, kept text, computed text) language sql stable as $$
  with kept as (
    select 'place_total' as roll_up, to_jsonb(t) as fact from place_total as t
    where district_code = of_district and campaign_id = of_campaign
      and (residents, non_residents, unverified) <> (0, 0, 0)
    union all
    select 'place_day_total', to_jsonb(t) from place_day_total as t
    where district_code = of_district and campaign_id = of_campaign
      and (residents, non_residents, unverified) <> (0, 0, 0)
    union all
    select 'place_reports', to_jsonb(t) from place_reports as t
    where district_code = of_district and campaign_id = of_campaign
      and (received, on_time, verified) <> (0, 0, 0)
    union all
    select 'place_day_reports', to_jsonb(t) from place_day_reports as t
    where district_code = of_district and campaign_id = of_campaign
      and (received, on_time, verified) <> (0, 0, 0)
    union all
    select 'place_target', to_jsonb(t) from place_target as t
    where district_code = of_district and campaign_id = of_campaign
  ), computed as (
    select 'place_total' as roll_up, to_jsonb(t) as fact
    from expected_place_total(of_district, of_campaign) as t
    where (residents, non_residents, unverified) <> (0, 0, 0)
    union all
    select 'place_day_total', to_jsonb(t) from expected_place_day_total(of_district, of_campaign) as t
    where (residents, non_residents, unverified) <> (0, 0, 0)
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

-- What is there already was entered before anybody could verify: all of it is unverified.
update place_total set unverified = residents;
update place_day_total set unverified = residents;
