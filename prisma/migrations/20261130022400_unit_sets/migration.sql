-- Units taken together: the area of a puskesmas, a stage, desa lokus, remote villages, or a set of one's own.
create table unit_set (
  district_code text not null,
  campaign_id   uuid not null,
  kind          text not null,
  code          text not null,
  name          text not null,
  position      smallint not null,
  opens_on      date,
  closes_on     date,

  constraint unit_set_pkey primary key (district_code, campaign_id, kind, code),
  constraint unit_set_kind check (kind in ('puskesmas', 'stage', 'lokus', 'remote', 'own')),
  constraint unit_set_days check (closes_on >= opens_on),
  constraint unit_set_dated_stage check (kind = 'stage' or (opens_on is null and closes_on is null))
);

-- Of a kind, a unit is in one set.
create table unit_set_member (
  district_code text not null,
  campaign_id   uuid not null,
  kind          text not null,
  unit_code     text not null,
  set_code      text not null,

  constraint unit_set_member_pkey primary key (district_code, campaign_id, kind, unit_code)
);

alter table unit_set add constraint unit_set_district_code_campaign_id_fkey
  foreign key (district_code, campaign_id) references campaign (district_code, id)
  on delete cascade on update no action;

alter table unit_set_member
  add constraint unit_set_member_district_code_campaign_id_kind_set_code_fkey
  foreign key (district_code, campaign_id, kind, set_code)
  references unit_set (district_code, campaign_id, kind, code) on delete cascade on update no action,
  add constraint unit_set_member_district_code_campaign_id_unit_code_fkey
  foreign key (district_code, campaign_id, unit_code)
  references reporting_unit (district_code, campaign_id, code) on delete cascade on update no action;
