-- A figure of its own of a kecamatan or the kabupaten may be withdrawn from a day on: a number that is
-- null there. A row of place_target says by itself whether it was given for its place or is a sum.
alter table region_target alter column people drop not null;
alter table place_target add column is_own boolean not null default false;
update place_target set is_own = place_kind = 'unit' or exists (
  select from region_target as own
  join target_set
    on target_set.district_code = own.district_code
   and target_set.campaign_id = own.campaign_id and target_set.id = own.target_set_id
  where own.district_code = place_target.district_code
    and own.campaign_id = place_target.campaign_id
    and own.region_code = place_target.place_code
    and own.intervention_code = place_target.intervention_code
    and own.target_group_code = place_target.target_group_code
    and own.round_number in (0, place_target.round_number)
    and target_set.source = place_target.source);
alter table place_target alter column is_own drop default;
