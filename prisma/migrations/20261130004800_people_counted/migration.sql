-- Who is counted, what is done to them and what they are given; a campaign that stands keeps its words.

alter table campaign
  add column noun text not null default 'child',
  add column act text not null default 'immunized',
  add column gives text not null default 'dose',
  add constraint campaign_wording check (noun <> '' and act <> '' and gives <> '');

-- Null: as the campaign says.
alter table target_group
  add column noun text,
  add column min_months smallint,
  add column max_months_exclusive smallint,
  add constraint target_group_noun check (noun <> ''),
  add constraint target_group_ages check (
    min_months >= 0 and max_months_exclusive <= 1800
    and max_months_exclusive > coalesce(min_months, 0));

alter table intervention
  add column act text,
  add column gives text,
  add constraint intervention_wording check (act <> '' and gives <> '');
