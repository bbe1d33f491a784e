-- Everything that was ever stored of a record of a register (a session, a batch, an assessment …), as it was sent:
-- its history, and what tells that a thing which is sent twice is stored once.
create table record_version (
  district_code text not null,
  sent_id       uuid not null,
  campaign_id   uuid not null,
  kind          text not null,
  record_id     uuid not null,
  version       integer not null,
  body          jsonb not null,
  at            timestamptz not null default now(),
  actor_id      uuid not null,
  actor_name    text not null,

  constraint record_version_pkey primary key (district_code, sent_id),
  constraint record_version_version check (version > 0),
  constraint record_version_district_code_campaign_id_fkey
    foreign key (district_code, campaign_id) references campaign (district_code, id)
    on delete cascade on update no action
);
create unique index record_version_district_code_kind_record_id_version_key
  on record_version (district_code, kind, record_id, version);
create index record_version_district_code_campaign_id_idx
  on record_version (district_code, campaign_id);

-- What was sent stands: a correction is the next version. It goes with its campaign.
revoke update, delete, truncate on record_version from cakupan_app;
