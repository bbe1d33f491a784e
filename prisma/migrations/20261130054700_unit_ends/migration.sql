-- A unit may end before its campaign does, and name who goes on with its people: what it is divided
-- into, what it is merged with, what it becomes elsewhere. None: it is closed.

alter table reporting_unit
  add column reports_until date,
  add constraint reporting_unit_reports_until check (reports_until >= reports_from);

create table unit_successor (
  district_code text not null,
  campaign_id uuid not null,
  unit_code text not null,
  successor_code text not null,
  constraint unit_successor_pkey
    primary key (district_code, campaign_id, unit_code, successor_code),
  constraint unit_successor_other check (successor_code <> unit_code)
);

alter table unit_successor
  add constraint unit_successor_district_code_campaign_id_unit_code_fkey
    foreign key (district_code, campaign_id, unit_code)
    references reporting_unit (district_code, campaign_id, code) on delete cascade on update no action,
  add constraint unit_successor_district_code_campaign_id_successor_code_fkey
    foreign key (district_code, campaign_id, successor_code)
    references reporting_unit (district_code, campaign_id, code) on delete cascade on update no action;
