-- Which target population decides on a day is decided by date. Until now the set that was loaded last
-- decided on every day: all sets of a campaign get one day, so that it still does among them.
alter table target_set add column in_force_from date;
update target_set as loaded set in_force_from = (
  select min(each.as_of) from target_set as each
  where each.district_code = loaded.district_code and each.campaign_id = loaded.campaign_id
);
alter table target_set alter column in_force_from set not null;

-- The days on which a sum holds: from the first on, up to and without the other.
alter table place_target
  add column from_day date not null default '-infinity',
  add column until_day date not null default 'infinity';
alter table place_target
  alter column from_day drop default,
  alter column until_day drop default,
  drop constraint place_target_pkey,
  add constraint place_target_pkey primary key (
    district_code, campaign_id, source, round_number, place_kind, place_code, intervention_code,
    target_group_code, from_day);

drop function if exists target_in_force(text, uuid);
