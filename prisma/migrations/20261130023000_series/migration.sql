-- A round and an intervention have one predecessor at most: the round before, the dose that is followed.
-- Between them lies a smallest number of days. A round without rows of its own is held in every unit.

alter table round
  add column min_gap_days smallint,
  add column gap_reason text,
  add constraint round_min_gap check (min_gap_days between 1 and 1097),
  add constraint round_gap_reason check (gap_reason <> '');

alter table intervention
  add column follows text,
  add column min_gap_days smallint,
  add constraint intervention_follows check (follows <> code),
  add constraint intervention_min_gap check (min_gap_days between 1 and 1097);

create table round_unit (
  district_code text not null,
  campaign_id uuid not null,
  round_number smallint not null,
  unit_code text not null,
  constraint round_unit_pkey primary key (district_code, campaign_id, round_number, unit_code)
);

alter table intervention
  add constraint intervention_district_code_campaign_id_follows_fkey
    foreign key (district_code, campaign_id, follows)
    references intervention (district_code, campaign_id, code) on delete no action on update no action;

alter table round_unit
  add constraint round_unit_district_code_campaign_id_round_number_fkey
    foreign key (district_code, campaign_id, round_number)
    references round (district_code, campaign_id, number) on delete cascade on update no action,
  add constraint round_unit_district_code_campaign_id_unit_code_fkey
    foreign key (district_code, campaign_id, unit_code)
    references reporting_unit (district_code, campaign_id, code) on delete cascade on update no action;
