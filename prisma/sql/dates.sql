-- Dates: a round lies inside its campaign, overlaps no other and holds its reports; a report's day
-- lies inside its round. Rounds are looked at when the transaction ends, so two may change places.

create or replace function check_round_dates() returns trigger language plpgsql as $$
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

drop trigger if exists round_dates_inside on round;
create constraint trigger round_dates_inside
  after insert or update on round deferrable initially deferred
  for each row execute function check_round_dates();

create or replace function check_campaign_dates() returns trigger language plpgsql as $$
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

drop trigger if exists campaign_holds_its_rounds on campaign;
create constraint trigger campaign_holds_its_rounds
  after update on campaign deferrable initially deferred
  for each row execute function check_campaign_dates();

create or replace function check_report_day() returns trigger language plpgsql as $$
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

create or replace trigger report_day_inside
  before insert or update on daily_report
  for each row execute function check_report_day();

-- A round whose last service day moves has other sweeping days, and other counts of reports. The
-- version is raised by who moved it.
create or replace function renew_sweeping() returns trigger language plpgsql
security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  moved constant jsonb := (
    select coalesce(jsonb_agg(jsonb_build_object(
      'round', report.round_number, 'unit', report.unit_code, 'day', report.day)), '[]')
    from daily_report as report
    where report.district_code = new.district_code and report.campaign_id = new.campaign_id
      and report.round_number = new.number and report.is_sweeping <> (report.day > new.ends_on));
  reports_before report_change[];
begin
  if moved = '[]' then
    return null;
  end if;
  reports_before := array(
    select counted from counted_reports(new.district_code, new.campaign_id, moved) as counted);
  update daily_report as report set is_sweeping = report.day > new.ends_on
  where report.district_code = new.district_code and report.campaign_id = new.campaign_id
    and report.round_number = new.number and report.is_sweeping <> (report.day > new.ends_on);
  perform roll_up_reports(new.district_code, new.campaign_id, moved, reports_before);
  return null;
end $$;

-- Or someone hangs it on a table of their own and writes reports.
revoke all on function renew_sweeping() from public;

create or replace trigger round_renews_sweeping
  after update of ends_on on round
  for each row execute function renew_sweeping();
