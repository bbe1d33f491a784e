-- A kecamatan or the kabupaten may have a target population of its own, beside those of its units.
create table region_target (
  district_code text not null,
  campaign_id uuid not null,
  target_set_id integer not null,
  region_code text not null,
  intervention_code text not null,
  target_group_code text not null,
  round_number smallint not null default 0,
  people integer not null,
  constraint region_target_pkey primary key (
    district_code, campaign_id, target_set_id, region_code, intervention_code, target_group_code,
    round_number),
  constraint region_target_people check (people >= 0),
  constraint region_target_round check (round_number between 0 and 20),
  constraint region_target_within check (
    region_code = district_code or left(region_code, length(district_code) + 1) = district_code || '.')
);
alter table region_target
  add constraint region_target_district_code_campaign_id_target_set_id_fkey
    foreign key (district_code, campaign_id, target_set_id)
    references target_set (district_code, campaign_id, id) on delete cascade on update no action,
  add constraint region_target_region_code_fkey
    foreign key (region_code) references region (code) on delete no action on update no action,
  add constraint region_target_district_code_campaign_id_intervention_code__fkey
    foreign key (district_code, campaign_id, intervention_code, target_group_code)
    references intervention_target_group (
      district_code, campaign_id, intervention_code, target_group_code)
    on delete no action on update no action;
revoke update, delete on region_target from cakupan_app;

-- Of a place that a figure of its own divides: what those of its units add up to.
alter table place_target add column detail bigint;

drop function if exists target_periods(text, uuid);
