-- What is watched: adverse events after immunization without anybody's name, and houses that were visited
-- where reports say that a place is done. Sums of both, so that a head reads no row of them.
create table adverse_event (
  district_code     text not null,
  id                uuid not null,
  campaign_id       uuid not null,
  version           integer not null,
  unit_code         text not null,
  day               date not null,
  found_at          timestamptz not null,
  interventions     text[] not null,
  batch             text not null default '',
  target_group_code text,
  is_serious        boolean not null,
  criteria          text[] not null,
  onset_hours       integer,
  signs             text not null,
  told_district_at  timestamptz not null,
  told_province_at  timestamptz,
  told_nation_at    timestamptz,
  state             text not null default 'recorded',
  is_awaiting       boolean not null,
  is_told_late      boolean not null,
  is_demo           boolean not null default false,

  constraint adverse_event_pkey primary key (district_code, id),
  constraint adverse_event_interventions check (cardinality(interventions) > 0),
  constraint adverse_event_criteria check (
    criteria <@ array['death', 'hospital', 'disability', 'lifeThreatening']),
  constraint adverse_event_serious check (is_serious or cardinality(criteria) = 0),
  constraint adverse_event_onset check (onset_hours >= 0),
  constraint adverse_event_state check (
    state in ('recorded', 'investigating', 'committee', 'recovered', 'closed')),
  constraint adverse_event_told check (
    told_district_at >= found_at and told_province_at >= found_at and told_nation_at >= found_at),
  constraint adverse_event_awaiting check (
    is_awaiting = (is_serious and (told_province_at is null or told_nation_at is null))),
  constraint adverse_event_district_code_campaign_id_fkey
    foreign key (district_code, campaign_id) references campaign (district_code, id)
    on delete cascade on update no action,
  constraint adverse_event_district_code_campaign_id_unit_code_fkey
    foreign key (district_code, campaign_id, unit_code)
    references reporting_unit (district_code, campaign_id, code)
    on delete no action on update no action
);
-- The register: those that somebody above is still to be told of first, then the newest.
create index adverse_event_district_code_campaign_id_is_awaiting_found_a_idx
  on adverse_event (district_code, campaign_id, is_awaiting, found_at, id);

create table adverse_event_total (
  district_code text not null,
  campaign_id   uuid not null,
  unit_code     text not null,
  batch         text not null,
  events        integer not null,
  serious       integer not null,
  told_late     integer not null,

  constraint adverse_event_total_pkey primary key (district_code, campaign_id, unit_code, batch),
  constraint adverse_event_total_counts check (events >= 0 and serious >= 0 and told_late >= 0),
  constraint adverse_event_total_district_code_campaign_id_fkey
    foreign key (district_code, campaign_id) references campaign (district_code, id)
    on delete cascade on update no action
);

create table rapid_assessment (
  district_code     text not null,
  id                uuid not null,
  campaign_id       uuid not null,
  version           integer not null,
  unit_code         text not null,
  day               date not null,
  intervention_code text not null,
  location          text not null,
  assessor          text not null,
  houses            smallint not null,
  missed            smallint not null,
  people            integer not null,
  reached           integer not null,
  is_demo           boolean not null default false,

  constraint rapid_assessment_pkey primary key (district_code, id),
  constraint rapid_assessment_counts check (
    missed between 0 and houses and reached between 0 and people and people >= houses),
  constraint rapid_assessment_district_code_campaign_id_fkey
    foreign key (district_code, campaign_id) references campaign (district_code, id)
    on delete cascade on update no action,
  constraint rapid_assessment_district_code_campaign_id_unit_code_fkey
    foreign key (district_code, campaign_id, unit_code)
    references reporting_unit (district_code, campaign_id, code)
    on delete no action on update no action
);
create index rapid_assessment_district_code_campaign_id_day_id_idx
  on rapid_assessment (district_code, campaign_id, day, id);
create index rapid_assessment_district_code_campaign_id_unit_code_idx
  on rapid_assessment (district_code, campaign_id, unit_code);

create table rapid_assessment_house (
  district_code text not null,
  assessment_id uuid not null,
  number        smallint not null,
  people        smallint not null,
  reached       smallint not null,
  reason        text,

  constraint rapid_assessment_house_pkey primary key (district_code, assessment_id, number),
  constraint rapid_assessment_house_number check (number > 0),
  constraint rapid_assessment_house_reached check (people > 0 and reached between 0 and people),
  constraint rapid_assessment_house_reason check (
    reason in ('sick', 'travelling', 'parentsAtWork', 'notAllowed', 'unaware', 'unawareOfCatchUp',
               'notUnderstood', 'notNeeded', 'oneIsEnough', 'badExperience', 'fearOfReaction',
               'fearOfInfection', 'movementLimits', 'belief', 'custom', 'rumour', 'distrust',
               'harmful', 'noService', 'tooFar', 'other')),
  constraint rapid_assessment_house_missed check (reason is null or reached < people),
  constraint rapid_assessment_house_district_code_assessment_id_fkey
    foreign key (district_code, assessment_id) references rapid_assessment (district_code, id)
    on delete cascade on update no action
);

create table rapid_assessment_total (
  district_code     text not null,
  campaign_id       uuid not null,
  unit_code         text not null,
  intervention_code text not null,
  houses            smallint not null,
  missed            smallint not null,
  assessments       integer not null,

  constraint rapid_assessment_total_pkey
    primary key (district_code, campaign_id, unit_code, intervention_code, houses, missed),
  constraint rapid_assessment_total_counts check (assessments >= 0),
  constraint rapid_assessment_total_district_code_campaign_id_fkey
    foreign key (district_code, campaign_id) references campaign (district_code, id)
    on delete cascade on update no action
);

-- What an assessment must show in a campaign, where it is not the usual.
create table pass_mark (
  district_code text not null,
  campaign_id   uuid not null,
  houses        smallint not null,
  repeat_from   smallint not null,

  constraint pass_mark_pkey primary key (district_code, campaign_id),
  constraint pass_mark_range check (houses between 1 and 60 and repeat_from between 1 and houses),
  constraint pass_mark_district_code_campaign_id_fkey
    foreign key (district_code, campaign_id) references campaign (district_code, id)
    on delete cascade on update no action
);

-- Records are corrected, never deleted: only with their campaign.
revoke delete, truncate on adverse_event, rapid_assessment from cakupan_app;
