-- What a campaign is supplied with: batches, every move of their doses, and what the moves of a batch come to in a
-- store and day. A store is the kabupaten ("62.03"), a kecamatan ("62.03.01") or an office ("kantor/dinkes").
create table stock_batch (
  district_code  text not null,
  id             uuid not null,
  campaign_id    uuid not null,
  code           text,
  product        text not null,
  doses_per_vial smallint,
  expires_on     date,
  interventions  text[] not null,
  version        integer not null,

  constraint stock_batch_pkey primary key (district_code, id),
  constraint stock_batch_doses_per_vial check (doses_per_vial between 1 and 1000),
  constraint stock_batch_interventions check (cardinality(interventions) > 0),
  constraint stock_batch_district_code_campaign_id_fkey
    foreign key (district_code, campaign_id) references campaign (district_code, id)
    on delete cascade on update no action
);
create index stock_batch_district_code_campaign_id_id_idx
  on stock_batch (district_code, campaign_id, id);

create table stock_move (
  district_code text not null,
  id            uuid not null,
  campaign_id   uuid not null,
  batch_id      uuid not null,
  kind          text not null,
  from_store    text,
  to_store      text,
  vials         integer,
  doses         integer not null,
  counted       integer,
  document      text,
  day           date not null,
  reason        text,
  corrects      uuid,
  at            timestamptz not null default now(),
  actor_name    text not null,

  constraint stock_move_pkey primary key (district_code, id),
  constraint stock_move_kind check (kind in ('receipt', 'issue', 'return', 'discard', 'count')),
  constraint stock_move_doses check (doses > 0 or (doses = 0 and kind = 'count')),
  constraint stock_move_vials check (vials >= 0),
  constraint stock_move_counted check ((counted is not null) = (kind = 'count' and corrects is null)),
  constraint stock_move_stores check (
    from_store is distinct from to_store and (
      corrects is not null or case kind
        when 'receipt' then from_store is null
        when 'issue' then from_store is not null and to_store is not null
        when 'return' then from_store is not null
        when 'discard' then from_store is not null and to_store is null
        else from_store is null or to_store is null end)),
  constraint stock_move_corrects check (corrects is null or reason is not null),
  constraint stock_move_district_code_campaign_id_fkey
    foreign key (district_code, campaign_id) references campaign (district_code, id)
    on delete cascade on update no action,
  constraint stock_move_district_code_batch_id_fkey
    foreign key (district_code, batch_id) references stock_batch (district_code, id)
    on delete cascade on update no action
);
create index stock_move_district_code_campaign_id_day_at_id_idx
  on stock_move (district_code, campaign_id, day, at, id);
create index stock_move_district_code_batch_id_day_at_id_idx
  on stock_move (district_code, batch_id, day, at, id);
create index stock_move_district_code_campaign_id_from_store_day_at_id_idx
  on stock_move (district_code, campaign_id, from_store, day, at, id);
create index stock_move_district_code_campaign_id_to_store_day_at_id_idx
  on stock_move (district_code, campaign_id, to_store, day, at, id);
-- A move is put right once.
create unique index stock_move_district_code_corrects_key on stock_move (district_code, corrects);

create table stock_day (
  district_code text not null,
  batch_id      uuid not null,
  store         text not null,
  day           date not null,
  campaign_id   uuid not null,
  received      integer not null default 0,
  moved         integer not null default 0,
  returned      integer not null default 0,
  discarded     integer not null default 0,
  adjusted      integer not null default 0,

  constraint stock_day_pkey primary key (district_code, batch_id, store, day),
  constraint stock_day_district_code_campaign_id_fkey
    foreign key (district_code, campaign_id) references campaign (district_code, id)
    on delete cascade on update no action,
  constraint stock_day_district_code_batch_id_fkey
    foreign key (district_code, batch_id) references stock_batch (district_code, id)
    on delete cascade on update no action
);
create index stock_day_district_code_campaign_id_idx on stock_day (district_code, campaign_id);

-- Nothing of the ledger is changed or taken away: what was wrong is put right by another move.
revoke update, delete, truncate on stock_move from cakupan_app;
