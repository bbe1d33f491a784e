-- A campaign that somebody has not made yet, as its form stands. It goes with the person.
create table campaign_draft (
  district_code text not null,
  person_id uuid not null,
  id uuid not null default gen_random_uuid(),
  content jsonb not null,
  step smallint not null default 1,
  version integer not null default 1,
  step_versions integer[] not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint campaign_draft_pkey primary key (district_code, person_id, id),
  constraint campaign_draft_step check (step between 1 and 6),
  constraint campaign_draft_versions check (cardinality(step_versions) = 6)
);
create index campaign_draft_person_id_idx on campaign_draft (person_id);
alter table campaign_draft
  add constraint campaign_draft_person_id_fkey
    foreign key (person_id) references app_user (id) on delete cascade on update no action;
