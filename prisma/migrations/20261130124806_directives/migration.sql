-- What was asked: a directive with its orders and whom it is addressed to, one follow-up for each order and
-- addressee, and what was said of it.
create table directive (
  district_code text not null,
  id            uuid not null default gen_random_uuid(),
  campaign_id   uuid,
  kind          text not null,
  number        text,
  title         text not null,
  day           date not null,
  issuer        text not null,
  source        text,
  review_on     date,
  issued_at     timestamptz,
  frozen        jsonb,
  version       integer not null default 1,
  created_by    uuid,
  created_at    timestamptz not null default now(),
  is_demo       boolean not null default false,

  constraint directive_pkey primary key (district_code, id),
  constraint directive_kind check (kind in ('instruction', 'meeting', 'letter', 'commitment')),
  constraint directive_review check (review_on >= day),
  constraint directive_district_code_fkey
    foreign key (district_code) references region (code) on delete no action on update no action,
  constraint directive_district_code_campaign_id_fkey
    foreign key (district_code, campaign_id) references campaign (district_code, id)
    on delete no action on update no action
);
create index directive_district_code_campaign_id_day_idx
  on directive (district_code, campaign_id, day);

create table directive_order (
  district_code text not null,
  directive_id  uuid not null,
  position      smallint not null,
  label         text not null,
  title         text not null,
  text          text not null,
  due_on        date not null,
  measure       text,
  measure_of    text,
  asked_of      smallint[],

  constraint directive_order_pkey primary key (district_code, directive_id, position),
  constraint directive_order_position check (position > 0),
  constraint directive_order_measure check (
    measure in ('coverage', 'completeness', 'targets', 'set')),
  constraint directive_order_measure_of check (
    case measure when 'coverage' then measure_of is not null
                 when 'set' then measure_of is not null
                 else measure_of is null end),
  constraint directive_order_district_code_directive_id_fkey
    foreign key (district_code, directive_id) references directive (district_code, id)
    on delete cascade on update no action
);

create table directive_addressee (
  district_code text not null,
  directive_id  uuid not null,
  position      smallint not null,
  kind          text not null,
  name          text not null,
  office_code   text,

  constraint directive_addressee_pkey primary key (district_code, directive_id, position),
  constraint directive_addressee_position check (position > 0),
  constraint directive_addressee_kind check (
    kind in ('office', 'subdistricts', 'villages', 'class')),
  -- An area's head is no office; an office is one of the register.
  constraint directive_addressee_office check (
    case kind when 'office' then office_code is not null
              when 'class' then true
              else office_code is null end),
  constraint directive_addressee_district_code_directive_id_fkey
    foreign key (district_code, directive_id) references directive (district_code, id)
    on delete cascade on update no action
);

create table follow_up (
  district_code      text not null,
  id                 uuid not null default gen_random_uuid(),
  directive_id       uuid not null,
  order_position     smallint not null,
  addressee_position smallint not null,
  region_code        text not null,
  office_code        text not null,
  due_on             date not null,
  state              text not null default 'open',
  review             text,
  version            integer not null default 1,
  changed_at         timestamptz,

  constraint follow_up_pkey primary key (district_code, id),
  constraint follow_up_state check (state in ('open', 'doing', 'done', 'cannot')),
  constraint follow_up_review check (
    review is null or (review in ('accepted', 'returned') and state <> 'open')),
  constraint follow_up_region check (
    region_code = '' or starts_with(region_code, district_code || '.')),
  constraint follow_up_district_code_directive_id_order_position_fkey
    foreign key (district_code, directive_id, order_position)
    references directive_order (district_code, directive_id, position)
    on delete cascade on update no action,
  constraint follow_up_district_code_directive_id_addressee_position_fkey
    foreign key (district_code, directive_id, addressee_position)
    references directive_addressee (district_code, directive_id, position)
    on delete cascade on update no action
);
create index follow_up_district_code_region_code_idx on follow_up (district_code, region_code);
create index follow_up_district_code_office_code_idx on follow_up (district_code, office_code);
-- One follow-up for each order and whoever it is asked of; the name is Prisma's.
create unique index follow_up_district_code_directive_id_order_position_address_key
  on follow_up (district_code, directive_id, order_position, addressee_position, region_code);

create table follow_up_event (
  district_code text not null,
  id            uuid not null,
  follow_up_id  uuid not null,
  at            timestamptz not null default now(),
  actor_id      uuid not null,
  actor_name    text not null,
  kind          text not null,
  text          text not null,
  evidence      text not null default '',
  measured      integer,
  measured_of   integer,

  constraint follow_up_event_pkey primary key (district_code, id),
  constraint follow_up_event_kind check (
    kind in ('doing', 'done', 'cannot', 'accepted', 'returned')),
  constraint follow_up_event_measured check ((measured is null) = (measured_of is null)),
  constraint follow_up_event_district_code_follow_up_id_fkey
    foreign key (district_code, follow_up_id) references follow_up (district_code, id)
    on delete cascade on update no action
);
create index follow_up_event_district_code_follow_up_id_at_idx
  on follow_up_event (district_code, follow_up_id, at);

-- What was said stands: it is answered, never changed. It goes with a directive that nobody has answered.
revoke update, delete, truncate on follow_up_event from cakupan_app;
