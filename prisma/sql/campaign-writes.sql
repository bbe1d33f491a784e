-- What a write to a campaign brings about, and its end.

-- campaign.version: what an ETag or a kept answer is good for. Whoever stores anything of a campaign
-- but the trail and submissions alone raises it in the same transaction. The campaign's row is then
-- theirs until they end: writers of a campaign queue here.
create or replace function raise_campaign_version(of_district text, of_campaign uuid)
returns void language plpgsql as $$
begin
  update campaign set version = campaign.version + 1
  where campaign.district_code = of_district and campaign.id = of_campaign;
end $$;
revoke all on function raise_campaign_version(text, uuid) from public;
grant execute on function raise_campaign_version(text, uuid) to cakupan_app;

-- Deletes a campaign that nobody has ever reported to, with all that is in it. The keys of reports
-- refuse another; submissions have none.
create or replace function delete_campaign(of_district text, of_campaign uuid)
returns boolean language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (
    select from submission as sent
    where sent.district_code = of_district and sent.campaign_id = of_campaign
  ) then
    raise exception 'campaign % has submissions', of_campaign
      using errcode = 'foreign_key_violation', constraint = 'campaign_without_submissions';
  end if;
  -- No foreign key leads to what is counted from target populations; all else goes along by one.
  delete from place_target as target
  where target.district_code = of_district and target.campaign_id = of_campaign;
  delete from campaign
  where campaign.district_code = of_district and campaign.id = of_campaign;
  return found;
end $$;
revoke all on function delete_campaign(text, uuid) from public;
grant execute on function delete_campaign(text, uuid) to cakupan_app;

-- Gives units another name, kind or area: [{code, name, kind, regionCode, subdistrictCode}], and another office
-- where one is said ({office, saysOffice}). What they
-- reported goes along to the kecamatan that they lie in now, so its sums are made anew.
create or replace function change_units(of_district text, of_campaign uuid, units jsonb)
returns integer language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  moved integer;
  changed integer;
begin
  select count(*) into moved
  from jsonb_to_recordset(units) as wanted (code text, "subdistrictCode" text)
  join reporting_unit as unit
    on unit.district_code = of_district and unit.campaign_id = of_campaign
   and unit.code = wanted.code and unit.subdistrict_code <> wanted."subdistrictCode";
  update reporting_unit as unit
  set name = wanted.name, kind = wanted.kind, region_code = wanted."regionCode",
      subdistrict_code = wanted."subdistrictCode",
      office_code = case when wanted."saysOffice" then wanted.office else unit.office_code end
  from jsonb_to_recordset(units) as wanted (
    code text, name text, kind text, "regionCode" text, "subdistrictCode" text, office text,
    "saysOffice" boolean)
  where unit.district_code = of_district and unit.campaign_id = of_campaign
    and unit.code = wanted.code;
  get diagnostics changed = row_count;
  if moved > 0 then
    perform recompute_roll_ups(of_district, of_campaign);
  end if;
  return changed;
end $$;
revoke all on function change_units(text, uuid, jsonb) from public;
grant execute on function change_units(text, uuid, jsonb) to cakupan_app;
