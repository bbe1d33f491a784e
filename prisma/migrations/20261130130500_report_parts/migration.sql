-- Parts of a daily report besides its tallies: why people were not reached, whom sweeping found and served,
-- vials opened. A campaign says which it asks for; none, unless it does.
alter table campaign
  add column report_parts text[] not null default '{}',
  add constraint campaign_report_parts check (
    report_parts <@ array['reasons', 'sweeping', 'vials']::text[]);

-- A part that was not answered has no row: it is no zero.
create table report_part (
  district_code text not null,
  campaign_id   uuid not null,
  round_number  smallint not null,
  unit_code     text not null,
  day           date not null,
  kind          text not null,
  code          text not null,
  count         integer not null,
  submission_id uuid not null,

  constraint report_part_pkey
    primary key (district_code, campaign_id, round_number, unit_code, day, kind, code),
  constraint report_part_kind check (kind in ('reason', 'found', 'recovered', 'vials')),
  constraint report_part_count check (count between 0 and 999999),
  -- The name is Prisma's.
  constraint report_part_district_code_campaign_id_round_number_unit_co_fkey
    foreign key (district_code, campaign_id, round_number, unit_code, day)
    references daily_report (district_code, campaign_id, round_number, unit_code, day)
    on delete cascade on update no action
);

-- What a part was and became. Written with the report that changes or takes it.
create table report_part_history (
  district_code     text not null,
  id                bigserial not null,
  campaign_id       uuid not null,
  round_number      smallint not null,
  unit_code         text not null,
  day               date not null,
  kind              text not null,
  code              text not null,
  count_before      integer not null,
  count_after       integer,
  submission_before uuid not null,
  submission_after  uuid,
  recorded_at       timestamptz not null default now(),

  constraint report_part_history_pkey primary key (district_code, id)
);
create index report_part_history_district_code_campaign_id_unit_code_day_idx
  on report_part_history (district_code, campaign_id, unit_code, day);

-- Written by the functions of prisma/sql/report-writes alone.
revoke insert, update, delete, truncate on report_part, report_part_history from cakupan_app;
