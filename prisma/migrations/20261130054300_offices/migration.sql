-- What holds reporting units in campaign after campaign, and whose head may sign in.
create table office (
  district_code text not null,
  code          text not null,
  name          text not null,
  kind          text not null,
  region_code   text not null,
  head_title    text,
  closed_at     timestamptz,
  is_demo       boolean not null default false,

  constraint office_pkey primary key (district_code, code),
  constraint office_code check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$'),
  constraint office_kind check (kind in ('opd', 'puskesmas', 'school', 'organisation')),
  -- It lies in its kabupaten.
  constraint office_region check (
    region_code = district_code or starts_with(region_code, district_code || '.'))
);

alter table office
  add constraint office_district_code_fkey
  foreign key (district_code) references region (code) on delete no action on update no action,
  add constraint office_region_code_fkey
  foreign key (region_code) references region (code) on delete no action on update no action;

-- Offices are closed, never deleted.
revoke delete, truncate on office from cakupan_app;

alter table reporting_unit add column office_code text,
  add constraint reporting_unit_district_code_office_code_fkey
  foreign key (district_code, office_code) references office (district_code, code)
  on delete no action on update no action;

create index reporting_unit_district_code_office_code_idx
  on reporting_unit (district_code, office_code);

-- The head of an office is at home in its kabupaten, and reads and writes what is the office's alone.
alter table app_user add column office_code text,
  drop constraint app_user_role,
  add constraint app_user_role check (
    role in ('administrator', 'healthOffice', 'subdistrictHead', 'villageHead', 'regentOffice',
             'unitHead')),
  add constraint app_user_office check ((role = 'unitHead') = (office_code is not null)),
  add constraint app_user_home_region_code_office_code_fkey
  foreign key (home_region_code, office_code) references office (district_code, code)
  on delete no action on update no action;

drop index app_user_home_region_code_idx;
create index app_user_home_region_code_office_code_idx
  on app_user (home_region_code, office_code);

-- Kinds of reporting units that are asked of a group; empty: every kind.
alter table target_group add column unit_kinds text[] not null default '{}',
  add constraint target_group_unit_kinds check (
    unit_kinds <@ array['village', 'puskesmas', 'school', 'office', 'subdistrict']);
