-- What a campaign wants to improve, what it is asked to be, and what each unit had in a period. A period is
-- kept by its first day; how long it is says the indicator.
create table indicator (
  district_code text not null,
  id            uuid not null,
  campaign_id   uuid not null,
  code          text not null,
  name          text not null,
  measure       text not null,
  direction     text not null,
  period        text not null,
  counted       text,
  office_code   text,
  baseline      date,
  position      smallint not null,
  version       integer not null default 1,
  is_demo       boolean not null default false,

  constraint indicator_pkey primary key (district_code, id),
  constraint indicator_code check (code ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$'),
  constraint indicator_measure check (measure in ('percent', 'count', 'ratio', 'yesNo')),
  constraint indicator_direction check (direction in ('up', 'down', 'none')),
  constraint indicator_period check (period in ('month', 'quarter', 'half', 'year')),
  constraint indicator_baseline check (
    extract(day from baseline) = 1
    and (extract(month from baseline)::int - 1)
        % case period when 'month' then 1 when 'quarter' then 3 when 'half' then 6 else 12 end = 0),
  constraint indicator_position check (position between 1 and 999),
  constraint indicator_district_code_campaign_id_fkey
    foreign key (district_code, campaign_id) references campaign (district_code, id)
    on delete cascade on update no action,
  constraint indicator_district_code_office_code_fkey
    foreign key (district_code, office_code) references office (district_code, code)
    on delete no action on update no action
);
-- A code is one whatever its letters are, large or small.
create unique index indicator_district_code_campaign_id_lower_code_key
  on indicator (district_code, campaign_id, lower(code));
create index indicator_district_code_campaign_id_position_id_idx
  on indicator (district_code, campaign_id, position, id);

create table indicator_goal (
  district_code text not null,
  indicator_id  uuid not null,
  starts_on     date not null,
  unit_code     text not null default '',
  value         numeric(14, 4) not null,

  constraint indicator_goal_pkey primary key (district_code, indicator_id, starts_on, unit_code),
  constraint indicator_goal_value check (value >= 0),
  constraint indicator_goal_district_code_indicator_id_fkey
    foreign key (district_code, indicator_id) references indicator (district_code, id)
    on delete cascade on update no action
);

create table indicator_value (
  district_code text not null,
  id            uuid not null,
  campaign_id   uuid not null,
  indicator_id  uuid not null,
  unit_code     text not null,
  starts_on     date not null,
  value         numeric(14, 4),
  numerator     numeric(14, 4),
  denominator   numeric(14, 4),
  source        text,
  version       integer not null default 1,
  is_demo       boolean not null default false,

  constraint indicator_value_pkey primary key (district_code, id),
  -- One number, or the two that it is a share of; none of them: it was taken back.
  constraint indicator_value_counted check (
    (numerator is null) = (denominator is null) and (value is null or numerator is null)),
  constraint indicator_value_amounts check (value >= 0 and numerator >= 0 and denominator >= 0),
  constraint indicator_value_starts_on check (extract(day from starts_on) = 1),
  constraint indicator_value_district_code_indicator_id_fkey
    foreign key (district_code, indicator_id) references indicator (district_code, id)
    on delete cascade on update no action,
  constraint indicator_value_district_code_campaign_id_unit_code_fkey
    foreign key (district_code, campaign_id, unit_code)
    references reporting_unit (district_code, campaign_id, code)
    on delete cascade on update no action
);
-- What a unit had in a period is said once, and corrected.
create unique index indicator_value_district_code_indicator_id_unit_code_starts_key
  on indicator_value (district_code, indicator_id, unit_code, starts_on);
create index indicator_value_district_code_campaign_id_starts_on_id_idx
  on indicator_value (district_code, campaign_id, starts_on, id);
create index indicator_value_district_code_campaign_id_unit_code_starts__idx
  on indicator_value (district_code, campaign_id, unit_code, starts_on);
