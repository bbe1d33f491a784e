-- What is planned: how the people of a place are reached, who does it, and where somebody is on which day.
-- What was written before stands in record_version.
create table strategy (
  district_code text not null,
  id            uuid not null,
  campaign_id   uuid not null,
  place         text not null,
  target_groups text[] not null default '{}',
  mode          text not null,
  is_withdrawn  boolean not null default false,
  version       integer not null default 1,
  is_demo       boolean not null default false,

  constraint strategy_pkey primary key (district_code, id),
  constraint strategy_mode check (
    mode in ('post', 'outreach', 'mass', 'workplace', 'school', 'sweeping')),
  constraint strategy_district_code_campaign_id_fkey
    foreign key (district_code, campaign_id) references campaign (district_code, id)
    on delete cascade on update no action
);
create index strategy_district_code_campaign_id_idx on strategy (district_code, campaign_id);
-- One for a place and the same groups, which are kept in the campaign's order.
create unique index strategy_in_force
  on strategy (district_code, campaign_id, place, target_groups) where not is_withdrawn;

create table team (
  district_code  text not null,
  id             uuid not null,
  campaign_id    uuid not null,
  name           text not null,
  base           text not null,
  people_per_day integer not null,
  is_closed      boolean not null default false,
  version        integer not null default 1,
  is_demo        boolean not null default false,

  constraint team_pkey primary key (district_code, id),
  constraint team_base check (base = district_code or starts_with(base, district_code || '.')),
  constraint team_people_per_day check (people_per_day between 1 and 9999),
  constraint team_district_code_campaign_id_fkey
    foreign key (district_code, campaign_id) references campaign (district_code, id)
    on delete cascade on update no action
);
create index team_district_code_campaign_id_idx on team (district_code, campaign_id);

create table planned_session (
  district_code text not null,
  id            uuid not null,
  campaign_id   uuid not null,
  unit_code     text not null,
  day           date not null,
  mode          text not null,
  target_groups text[] not null default '{}',
  team_id       uuid,
  planned       integer,
  called_off    text,
  version       integer not null default 1,
  is_demo       boolean not null default false,

  constraint planned_session_pkey primary key (district_code, id),
  constraint planned_session_mode check (
    mode in ('post', 'outreach', 'mass', 'workplace', 'school', 'sweeping')),
  constraint planned_session_planned check (planned between 1 and 99999),
  constraint planned_session_called_off check (called_off <> ''),
  constraint planned_session_district_code_campaign_id_unit_code_fkey
    foreign key (district_code, campaign_id, unit_code)
    references reporting_unit (district_code, campaign_id, code)
    on delete cascade on update no action,
  constraint planned_session_district_code_team_id_fkey
    foreign key (district_code, team_id) references team (district_code, id)
    on delete no action on update no action
);
-- A week, a page of the list behind a session, and what a unit owes; what a unit had before.
create index planned_session_district_code_campaign_id_day_id_idx
  on planned_session (district_code, campaign_id, day, id);
create index planned_session_district_code_campaign_id_unit_code_day_idx
  on planned_session (district_code, campaign_id, unit_code, day);
create index planned_session_district_code_team_id_idx on planned_session (district_code, team_id);
