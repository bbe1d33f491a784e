-- The only ways in which the application writes reports: one function for each kind of write. Each
-- raises the campaign's version first, which also makes writers of a campaign queue, and ends with
-- the sums. All of it is in the caller's transaction. The application's role may call these
-- functions and has no direct right to write what they write.

-- Stores a batch: what was sent, the reports that it makes, their tallies, and the history of those
-- that change or go. `sent` is {submissions, reports, tallies}: rows, whose `by` is who sent them. A
-- submission without a report changed nothing and is remembered only. No two reports of a batch are
-- of the same round, unit and day.
create or replace function store_reports(of_district text, of_campaign uuid, sent jsonb)
returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  new_reports constant jsonb := sent -> 'reports';
  reports_before report_change[];
  tallies_before tally_change[];
begin
  insert into submission (
    district_code, campaign_id, id, round_number, unit_code, day, content, version, submitted_by,
    submitted_at, received_at, via, reason_code, reason_note, conflict_kept, figures, is_zero,
    above_target_confirmed)
  select of_district, of_campaign, each.id, each.round, each.unit, each.day, each.digest,
         each.version, each.by, each."submittedAt", each."receivedAt", each.via,
         each."reasonCode", each."reasonNote", each.kept, each.figures, each."isZero",
         each."isConfirmed"
  from jsonb_to_recordset(sent -> 'submissions') as each (
    id uuid, round smallint, unit text, day date, digest text, version int, by uuid,
    "submittedAt" timestamptz, "receivedAt" timestamptz, via text, "reasonCode" text, "reasonNote" text, kept text,
    figures text, "isZero" boolean, "isConfirmed" boolean);
  if new_reports = '[]' then
    return;
  end if;

  perform refuse_unasked(of_district, of_campaign, sent -> 'tallies');
  perform raise_campaign_version(of_district, of_campaign);
  reports_before := array(
    select counted from counted_reports(of_district, of_campaign, new_reports) as counted);
  tallies_before := array(
    select counted from counted_tallies(of_district, of_campaign, new_reports) as counted);

  -- First receipt and "on time" stay with the first version: a later correction is not late. What
  -- was verified stays so, now by who changed it; what was returned is submitted again.
  insert into daily_report as report (
    district_code, campaign_id, round_number, unit_code, day, submission_id, version, is_zero,
    is_on_time, first_received_at, submitted_at, received_at, submitted_by)
  select of_district, of_campaign, each.round, each.unit, each.day, each.id, each.version,
         each."isZero", each."isOnTime", each."receivedAt", each."submittedAt",
         each."receivedAt", each.by
  from jsonb_to_recordset(new_reports) as each (
    id uuid, round smallint, unit text, day date, version int, "isZero" boolean,
    "isOnTime" boolean, by uuid, "submittedAt" timestamptz, "receivedAt" timestamptz)
  order by each.round, each.unit, each.day
  on conflict (district_code, campaign_id, round_number, unit_code, day) do update
    set submission_id = excluded.submission_id,
        version       = excluded.version,
        is_zero       = excluded.is_zero,
        submitted_at  = excluded.submitted_at,
        received_at   = excluded.received_at,
        submitted_by  = excluded.submitted_by,
        status        = case report.status when 'verified' then 'verified' else 'submitted' end,
        status_at     = case report.status when 'verified' then excluded.received_at end,
        status_by     = case report.status when 'verified' then excluded.submitted_by end,
        return_reason = null;

  if cardinality(tallies_before) > 0 then
    perform replace_tallies(of_district, of_campaign, new_reports, sent -> 'tallies');
  end if;
  -- A count that stays the same is not touched, so its history says when it was last changed.
  insert into tally (
    district_code, campaign_id, round_number, unit_code, day, intervention_code, target_group_code,
    residents, non_residents, submission_id)
  select of_district, of_campaign, each.round, each.unit, each.day, each.intervention,
         each."targetGroup", each.residents, each."nonResidents", each.id
  from jsonb_to_recordset(sent -> 'tallies') as each (
    id uuid, round smallint, unit text, day date, intervention text, "targetGroup" text,
    residents int, "nonResidents" int)
  on conflict (district_code, campaign_id, round_number, unit_code, day, intervention_code,
               target_group_code) do update
    set residents     = excluded.residents,
        non_residents = excluded.non_residents,
        submission_id = excluded.submission_id
    where (tally.residents, tally.non_residents)
       <> (excluded.residents, excluded.non_residents);
  if sent ? 'parts' then
    perform replace_parts(of_district, of_campaign, new_reports, sent -> 'parts');
  end if;

  perform roll_up_reports(of_district, of_campaign, new_reports, reports_before);
  perform roll_up_tallies(of_district, of_campaign, new_reports, tallies_before);
end $$;
revoke all on function store_reports(text, uuid, jsonb) from public;
grant execute on function store_reports(text, uuid, jsonb) to cakupan_app;

-- Whoever sends it: no count stands in a column that is not asked of its unit.
create or replace function refuse_unasked(of_district text, of_campaign uuid, tallies jsonb)
returns void language plpgsql stable as $$
declare
  refused record;
begin
  for refused in
    select each.unit, each."targetGroup" as target_group
    from target_group as asked
    join jsonb_to_recordset(tallies) as each (unit text, "targetGroup" text)
      on each."targetGroup" = asked.code
    join reporting_unit as unit
      on unit.district_code = of_district and unit.campaign_id = of_campaign
     and unit.code = each.unit
    where asked.district_code = of_district and asked.campaign_id = of_campaign
      and asked.unit_kinds <> '{}' and not is_asked_of(asked.unit_kinds, unit.kind)
    limit 1
  loop
    raise exception 'group % is not asked of unit %', refused.target_group, refused.unit
      using errcode = 'check_violation', constraint = 'column_of_unit';
  end loop;
end $$;

-- What stood before in corrected reports: a cell that is left out is taken away, since a report
-- replaces the one before it as a whole; of each that goes or becomes another the history is kept.
create or replace function replace_tallies(
  of_district text, of_campaign uuid, new_reports jsonb, new_tallies jsonb
) returns void language plpgsql as $$
begin
  with gone as (
    delete from tally
    using jsonb_to_recordset(new_reports) as each (round smallint, unit text, day date, id uuid)
    where tally.district_code = of_district and tally.campaign_id = of_campaign
      and tally.round_number = each.round and tally.unit_code = each.unit and tally.day = each.day
      and (tally.round_number, tally.unit_code, tally.day, tally.intervention_code,
           tally.target_group_code) not in (
        select kept.round, kept.unit, kept.day, kept.intervention, kept."targetGroup"
        from jsonb_to_recordset(new_tallies) as kept (
          round smallint, unit text, day date, intervention text, "targetGroup" text))
    returning tally.*, each.id as removed_by
  )
  insert into tally_history (
    district_code, campaign_id, round_number, unit_code, day, intervention_code,
    target_group_code, residents_before, non_residents_before, submission_before, submission_after)
  select of_district, of_campaign, gone.round_number, gone.unit_code, gone.day,
         gone.intervention_code, gone.target_group_code, gone.residents, gone.non_residents,
         gone.submission_id, nullif(gone.removed_by, gone.submission_id)
  from gone;

  insert into tally_history (
    district_code, campaign_id, round_number, unit_code, day, intervention_code,
    target_group_code, residents_before, non_residents_before, residents_after,
    non_residents_after, submission_before, submission_after)
  select of_district, of_campaign, before.round_number, before.unit_code, before.day,
         before.intervention_code, before.target_group_code, before.residents,
         before.non_residents, each.residents, each."nonResidents", before.submission_id, each.id
  from jsonb_to_recordset(new_tallies) as each (
    id uuid, round smallint, unit text, day date, intervention text, "targetGroup" text,
    residents int, "nonResidents" int)
  join tally as before
    on before.district_code = of_district and before.campaign_id = of_campaign
   and before.round_number = each.round and before.unit_code = each.unit and before.day = each.day
   and before.intervention_code = each.intervention
   and before.target_group_code = each."targetGroup"
  where (before.residents, before.non_residents) <> (each.residents, each."nonResidents");
end $$;

-- The parts of those reports that say them (`saysParts`), in place of what stood.
create or replace function replace_parts(
  of_district text, of_campaign uuid, new_reports jsonb, new_parts jsonb
) returns void language plpgsql as $$
begin
  with gone as (
    delete from report_part
    using jsonb_to_recordset(new_reports) as each (
      round smallint, unit text, day date, id uuid, "saysParts" boolean)
    where report_part.district_code = of_district and report_part.campaign_id = of_campaign
      and report_part.round_number = each.round and report_part.unit_code = each.unit
      and report_part.day = each.day and each."saysParts"
      and (report_part.round_number, report_part.unit_code, report_part.day, report_part.kind,
           report_part.code) not in (
        select kept.round, kept.unit, kept.day, kept.kind, kept.code
        from jsonb_to_recordset(new_parts) as kept (
          round smallint, unit text, day date, kind text, code text))
    returning report_part.*, each.id as removed_by
  )
  insert into report_part_history (
    district_code, campaign_id, round_number, unit_code, day, kind, code, count_before,
    submission_before, submission_after)
  select of_district, of_campaign, gone.round_number, gone.unit_code, gone.day, gone.kind, gone.code,
         gone.count, gone.submission_id, nullif(gone.removed_by, gone.submission_id)
  from gone;

  insert into report_part_history (
    district_code, campaign_id, round_number, unit_code, day, kind, code, count_before, count_after,
    submission_before, submission_after)
  select of_district, of_campaign, before.round_number, before.unit_code, before.day, before.kind,
         before.code, before.count, each.count, before.submission_id, each.id
  from jsonb_to_recordset(new_parts) as each (
    id uuid, round smallint, unit text, day date, kind text, code text, count int)
  join report_part as before
    on before.district_code = of_district and before.campaign_id = of_campaign
   and before.round_number = each.round and before.unit_code = each.unit and before.day = each.day
   and before.kind = each.kind and before.code = each.code
  where before.count <> each.count;

  insert into report_part (
    district_code, campaign_id, round_number, unit_code, day, kind, code, count, submission_id)
  select of_district, of_campaign, each.round, each.unit, each.day, each.kind, each.code, each.count,
         each.id
  from jsonb_to_recordset(new_parts) as each (
    id uuid, round smallint, unit text, day date, kind text, code text, count int)
  on conflict (district_code, campaign_id, round_number, unit_code, day, kind, code) do update
    set count = excluded.count, submission_id = excluded.submission_id
    where report_part.count <> excluded.count;
end $$;

-- Verifies reports, gives them back, or undoes either: [{round, unit, day, version, status, reason,
-- at, by}]. One that has another version by now is left as it is.
create or replace function set_report_statuses(of_district text, of_campaign uuid, statuses jsonb)
returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  reports_before report_change[];
  tallies_before tally_change[];
begin
  perform raise_campaign_version(of_district, of_campaign);
  reports_before := array(
    select counted from counted_reports(of_district, of_campaign, statuses) as counted);
  tallies_before := array(
    select counted from counted_tallies(of_district, of_campaign, statuses) as counted);

  update daily_report as report
  set status = each.status, return_reason = each.reason, status_at = each.at, status_by = each.by
  from jsonb_to_recordset(statuses) as each (
    round smallint, unit text, day date, version int, status text, reason text, at timestamptz,
    by uuid)
  where report.district_code = of_district and report.campaign_id = of_campaign
    and report.round_number = each.round and report.unit_code = each.unit
    and report.day = each.day and report.version = each.version;

  perform roll_up_reports(of_district, of_campaign, statuses, reports_before);
  perform roll_up_tallies(of_district, of_campaign, statuses, tallies_before);
end $$;
revoke all on function set_report_statuses(text, uuid, jsonb) from public;
grant execute on function set_report_statuses(text, uuid, jsonb) to cakupan_app;

-- Takes reports, [{round, unit, day}], back: the units have not reported. Their numbers go into the
-- history; their submissions stay, so that the same ones sent again do not bring them back.
create or replace function withdraw_reports(of_district text, of_campaign uuid, reports jsonb)
returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  reports_before report_change[];
  tallies_before tally_change[];
begin
  perform raise_campaign_version(of_district, of_campaign);
  reports_before := array(
    select counted from counted_reports(of_district, of_campaign, reports) as counted);
  tallies_before := array(
    select counted from counted_tallies(of_district, of_campaign, reports) as counted);

  with gone as (
    delete from tally
    using jsonb_to_recordset(reports) as each (round smallint, unit text, day date)
    where tally.district_code = of_district and tally.campaign_id = of_campaign
      and tally.round_number = each.round and tally.unit_code = each.unit and tally.day = each.day
    returning tally.*
  )
  insert into tally_history (
    district_code, campaign_id, round_number, unit_code, day, intervention_code,
    target_group_code, residents_before, non_residents_before, submission_before)
  select of_district, of_campaign, gone.round_number, gone.unit_code, gone.day,
         gone.intervention_code, gone.target_group_code, gone.residents, gone.non_residents,
         gone.submission_id
  from gone;
  with gone as (
    delete from report_part
    using jsonb_to_recordset(reports) as each (round smallint, unit text, day date)
    where report_part.district_code = of_district and report_part.campaign_id = of_campaign
      and report_part.round_number = each.round and report_part.unit_code = each.unit
      and report_part.day = each.day
    returning report_part.*
  )
  insert into report_part_history (
    district_code, campaign_id, round_number, unit_code, day, kind, code, count_before,
    submission_before)
  select of_district, of_campaign, gone.round_number, gone.unit_code, gone.day, gone.kind, gone.code,
         gone.count, gone.submission_id
  from gone;
  delete from daily_report as report
  using jsonb_to_recordset(reports) as each (round smallint, unit text, day date)
  where report.district_code = of_district and report.campaign_id = of_campaign
    and report.round_number = each.round and report.unit_code = each.unit
    and report.day = each.day;

  perform roll_up_reports(of_district, of_campaign, reports, reports_before);
  perform roll_up_tallies(of_district, of_campaign, reports, tallies_before);
end $$;
revoke all on function withdraw_reports(text, uuid, jsonb) from public;
grant execute on function withdraw_reports(text, uuid, jsonb) to cakupan_app;
