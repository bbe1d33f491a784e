-- What Prisma's schema cannot say and no function does: checks, indexes over a part of a table or an
-- expression, the types of changes, how often tables are looked at, and the application's role.

-- Checks ------------------------------------------------------------------------------------

alter table region
  add constraint region_level check (level between 0 and 4),
  add constraint region_kind check (
    kind in ('nation', 'province', 'kabupaten', 'kota', 'subdistrict', 'desa', 'kelurahan'));

alter table app_user
  add constraint app_user_username check (username ~ '^[a-z0-9][a-z0-9._-]{2,39}$'),
  add constraint app_user_role check (
    role in ('administrator', 'healthOffice', 'subdistrictHead', 'villageHead', 'regentOffice')),
  add constraint app_user_entry_figures check (entry_figures in ('daily', 'cumulative'));

alter table campaign
  add constraint campaign_slug check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  add constraint campaign_dates check (ends_on >= starts_on and ends_on - starts_on <= 1096),
  add constraint campaign_time_zone check (
    time_zone in ('Asia/Jakarta', 'Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura')),
  add constraint campaign_source check (deciding_target_source in ('local', 'pusdatin')),
  add constraint campaign_usual_deviations check (usual_deviations between 1 and 20),
  add constraint campaign_most_target_share check (most_target_share > 0 and most_target_share <= 1);

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
    kind in ('village', 'puskesmas', 'school', 'office', 'subdistrict')),
  add constraint reporting_unit_inhabitants check (inhabitants >= 0);

alter table target_set
  add constraint target_set_source check (source in ('local', 'pusdatin'));

alter table target_population
  add constraint target_population_people check (people >= 0),
  add constraint target_population_round check (round_number between 0 and 20);

alter table daily_report
  add constraint daily_report_version check (version >= 1),
  add constraint daily_report_status check (status in ('submitted', 'verified', 'returned')),
  add constraint daily_report_return_reason check ((status = 'returned') = (return_reason is not null));

alter table submission
  add constraint submission_via check (via in ('screen', 'offline', 'import', 'api', 'seed')),
  add constraint submission_conflict_kept check (conflict_kept in ('mine', 'theirs')),
  add constraint submission_figures check (figures in ('daily', 'cumulative'));

alter table tally
  -- A cumulative figure that falls, with a reason, makes a day that takes doses back.
  add constraint tally_counts check (
    residents between -999999 and 999999 and non_residents between 0 and 999999);

alter table day_reopening
  add constraint day_reopening_decision check (
    decision in ('opened', 'declined')
    and (decision is null) = (decided_at is null)
    and (decision is not distinct from 'opened') = (opens_until is not null));
create unique index day_reopening_one_open_question
  on day_reopening (district_code, campaign_id, place_code, day) where decision is null;

alter table day_note
  add constraint day_note_kind check (kind in ('weather', 'stockOut', 'holiday', 'other'));

alter table stated_total
  add constraint stated_total_doses check (doses >= 0);

alter table import_refusal
  add constraint import_refusal_kind check (kind in ('noSuchDay', 'cumulativeFell'));

-- Indexes -----------------------------------------------------------------------------------

-- Days that take doses back are few, and each submission asks for them while it holds the lock.
create index tally_taken_back on tally (district_code, campaign_id, round_number, unit_code, day)
  where residents < 0;
-- Whether days after a report were typed cumulatively is asked under the campaign's lock.
create index submission_cumulative on submission (district_code, campaign_id, unit_code, day)
  where figures = 'cumulative';
-- A subject is codes with slashes between: campaign, round, place, day, username.
create index audit_entry_parts on audit_entry using gin (string_to_array(subject, '/'));

-- Types of changes, for prisma/sql/*-roll-ups.sql ---------------------------------------------

create type tally_change as (
  district_code text, campaign_id uuid, round_number smallint, unit_code text, day date,
  intervention_code text, target_group_code text, residents bigint, non_residents bigint,
  unverified bigint);

create type report_change as (
  district_code text, campaign_id uuid, round_number smallint, unit_code text, day date,
  is_sweeping boolean, received bigint, on_time bigint, verified bigint);

-- Statistics ----------------------------------------------------------------------------------

-- A campaign that was filled a moment ago must not be planned as if it were empty: by default the
-- statistics of a large table wait until a tenth of it has changed.
alter table submission set (autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 5000);
alter table daily_report set (autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 5000);
alter table tally set (autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 20000);
alter table place_day_total set (autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 10000);

-- The application's role ----------------------------------------------------------------------

-- Roles belong to the server: another database may have made it, or make it at this moment.
do $$
declare
  -- Since 16 a login that made a role administers it without being allowed to become it.
  kind text := case when current_setting('server_version_num')::int >= 160000
               then 'SET' else 'MEMBER' end;
begin
  if not exists (select from pg_roles where rolname = 'cakupan_app') then
    begin
      create role cakupan_app nologin;
    exception
      when duplicate_object or unique_violation then null;
      when insufficient_privilege then
        raise exception 'the login % may not create the role cakupan_app', current_user
          using errcode = 'insufficient_privilege',
          hint = format('Have an administrator of the server run: CREATE ROLE cakupan_app NOLOGIN; '
            'GRANT cakupan_app TO %I;', current_user);
    end;
  end if;
  for attempt in 1..20 loop
    exit when pg_has_role(current_user, 'cakupan_app', kind);
    begin
      execute format('grant cakupan_app to %I', current_user);
    exception
      when insufficient_privilege then
        raise exception 'the login % may not become the role cakupan_app', current_user
          using errcode = 'insufficient_privilege',
          hint = format('Have an administrator of the server run: GRANT cakupan_app TO %I;', current_user);
      -- Two databases at once: "tuple concurrently updated", or the same row twice.
      when internal_error or unique_violation then perform pg_sleep(0.05);
    end;
  end loop;
end $$;

grant usage on schema public to cakupan_app;
grant select, insert, update, delete on all tables in schema public to cakupan_app;
grant usage, select on all sequences in schema public to cakupan_app;
-- Tables of later migrations that the same login applies.
alter default privileges in schema public
  grant select, insert, update, delete on tables to cakupan_app;
alter default privileges in schema public grant usage, select on sequences to cakupan_app;

revoke all on audit_head from cakupan_app;
-- What is written once and never again: the trail, the history of the tallies, what devices sent, the
-- loads of target populations (the newest decides, nothing is overwritten), the areas of the country.
-- Deletions of a demo campaign are the owner's.
revoke update, delete on audit_entry, tally_history, submission, target_set, target_population
  from cakupan_app;
revoke insert, update, delete on region from cakupan_app;
-- Accounts are disabled, never deleted: the trail names them.
revoke delete on app_user from cakupan_app;
