-- Target populations that came along with a copied campaign: they divide nothing until they are confirmed.
create table target_draft (
  district_code text not null,
  campaign_id uuid not null,
  source text not null,
  as_of date not null,
  copied_from text not null,
  cells jsonb not null,
  created_by uuid,
  created_at timestamptz not null default current_timestamp,
  constraint target_draft_pkey primary key (district_code, campaign_id, source),
  constraint target_draft_source check (source in ('local', 'pusdatin'))
);
alter table target_draft
  add constraint target_draft_district_code_campaign_id_fkey
    foreign key (district_code, campaign_id) references campaign (district_code, id)
    on delete cascade on update no action;
