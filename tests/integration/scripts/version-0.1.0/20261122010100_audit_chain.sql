-- The audit trail: each entry carries a hash over itself and its predecessor in the kabupaten,
-- nobody rewrites it, and the application works with a role that may not even try.

-- Numbers without gaps, hashes, and the head of each chain -------------------------------------

create table audit_head (
  district_code text not null,
  last_id bigint not null,
  last_hash text not null,
  constraint audit_head_pkey primary key (district_code)
);

alter table audit_entry alter column id drop default;
drop sequence audit_entry_id_seq;
alter table audit_entry
  add column previous_hash text,
  add column entry_hash text;

-- What is hashed: every column as text, in an order and spelling that no setting of a session
-- changes. JSON is taken as its text, so that no value and the JSON value null stay apart.
create function audit_hash(
  district_code text, id bigint, campaign_id uuid, actor_id uuid, action text, subject text,
  before jsonb, after jsonb, recorded_at timestamptz, previous_hash text
) returns text language sql stable as $$
  select encode(sha256(convert_to(jsonb_build_array(
    district_code, id::text, campaign_id::text, actor_id::text, action, subject,
    before::text, after::text,
    to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    previous_hash)::text, 'UTF8')), 'hex')
$$;

-- What stands in place of a predecessor's hash in the first entry.
create function audit_origin() returns text language sql immutable as $$ select repeat('0', 64) $$;

-- Entries from before: in their order, numbered anew from 1. A number never grows, so the place
-- that an entry moves to is free.
do $$
declare
  entry audit_entry;
  head audit_head;
  hash text;
begin
  for entry in select * from audit_entry order by district_code, id loop
    if head.district_code is distinct from entry.district_code then
      head := row(entry.district_code, 0, audit_origin());
    end if;
    hash := audit_hash(
      entry.district_code, head.last_id + 1, entry.campaign_id, entry.actor_id, entry.action,
      entry.subject, entry.before, entry.after, entry.recorded_at, head.last_hash);
    update audit_entry set id = head.last_id + 1, previous_hash = head.last_hash, entry_hash = hash
    where district_code = entry.district_code and id = entry.id;
    head.last_id := head.last_id + 1;
    head.last_hash := hash;
    insert into audit_head values (head.district_code, head.last_id, head.last_hash)
    on conflict (district_code) do update
      set last_id = excluded.last_id, last_hash = excluded.last_hash;
  end loop;
end $$;

alter table audit_entry
  alter column previous_hash set not null,
  alter column entry_hash set not null;

-- The row of audit_head is locked until the transaction ends, so that entries stand one behind the
-- other. Number, time and hashes are the database's, whatever the insert says.
create function chain_audit_entry() returns trigger language plpgsql
security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  head audit_head;
begin
  select * into head from audit_head where district_code = new.district_code for update;
  if not found then
    insert into audit_head values (new.district_code, 0, audit_origin())
    on conflict (district_code) do nothing;
    select * into head from audit_head where district_code = new.district_code for update;
  end if;

  new.id := head.last_id + 1;
  new.recorded_at := clock_timestamp();
  new.previous_hash := head.last_hash;
  new.entry_hash := audit_hash(
    new.district_code, new.id, new.campaign_id, new.actor_id, new.action, new.subject,
    new.before, new.after, new.recorded_at, new.previous_hash);
  update audit_head set last_id = new.id, last_hash = new.entry_hash
  where district_code = new.district_code;
  return new;
end $$;

-- Or someone hangs it on a table of their own and moves the head.
revoke all on function chain_audit_entry() from public;

create trigger audit_entry_chained before insert on audit_entry
  for each row execute function chain_audit_entry();

-- Nobody rewrites -----------------------------------------------------------------------------

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail cannot be rewritten: % on % is refused', tg_op, tg_table_name
    using errcode = 'object_not_in_prerequisite_state';
end $$;

create trigger audit_entry_stays before update or delete or truncate on audit_entry
  for each statement execute function refuse_rewriting();
create trigger audit_head_stays before delete or truncate on audit_head
  for each statement execute function refuse_rewriting();
create trigger audit_head_goes_forward before update on audit_head
  for each row when (
    new.last_id <> old.last_id + 1 or new.district_code <> old.district_code)
  execute function refuse_rewriting();

-- Checking ------------------------------------------------------------------------------------

-- Walks a kabupaten's chain once. broken_kind is null when it is whole; else it says of the first
-- entry that is wrong:
--   changed    its columns are not those that were hashed
--   missing    it is gone; the number is that of the first one that lacks
--   reordered  it was written with another number
--   unlinked   it is itself, but not behind the entry that it was written behind
--   added      it came past the trigger, behind the last one
create function audit_chain_state(of_district text)
returns table (
  entries bigint, last_id bigint, last_hash text, broken_id bigint, broken_kind text
) language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  head audit_head;
  walked record;
  newest text;
  broken audit_entry;
  predecessor bigint;
begin
  select * into head from audit_head where district_code = of_district;
  select count(*) as entries, coalesce(max(id), 0) as last_id,
         min(id) filter (where not is_whole) as broken_id
  into walked
  from (
    select id,
           id = coalesce(lag(id) over chain, 0) + 1
           and previous_hash = coalesce(lag(entry_hash) over chain, audit_origin())
           and entry_hash = audit_hash(district_code, id, campaign_id, actor_id, action, subject,
                                       before, after, recorded_at, previous_hash) as is_whole
    from audit_entry where district_code = of_district
    window chain as (order by id)
  ) as entry;
  select entry_hash into newest from audit_entry
  where district_code = of_district and id = walked.last_id;
  entries := walked.entries;
  last_id := coalesce(head.last_id, 0);
  last_hash := coalesce(head.last_hash, audit_origin());

  if walked.broken_id is not null then
    select * into broken from audit_entry
    where district_code = of_district and id = walked.broken_id;
    select coalesce(max(id), 0) into predecessor from audit_entry
    where district_code = of_district and id < walked.broken_id;
    broken_id := walked.broken_id;
    if broken.id <> predecessor + 1 then
      broken_id := predecessor + 1;
      broken_kind := 'missing';
    elsif broken.entry_hash = audit_hash(
        broken.district_code, broken.id, broken.campaign_id, broken.actor_id, broken.action,
        broken.subject, broken.before, broken.after, broken.recorded_at, broken.previous_hash) then
      broken_kind := 'unlinked';
    elsif exists (
      select from generate_series(1, greatest(walked.last_id, last_id)) as number
      where broken.entry_hash = audit_hash(
        broken.district_code, number, broken.campaign_id, broken.actor_id, broken.action,
        broken.subject, broken.before, broken.after, broken.recorded_at, broken.previous_hash)
    ) then
      broken_kind := 'reordered';
    else
      broken_kind := 'changed';
    end if;
  elsif walked.last_id < last_id then
    broken_id := walked.last_id + 1;
    broken_kind := 'missing';
  elsif walked.last_id > last_id then
    broken_id := last_id + 1;
    broken_kind := 'added';
  elsif newest <> last_hash then
    broken_id := last_id;
    broken_kind := 'changed';
  end if;
  return next;
end $$;
revoke all on function audit_chain_state(text) from public;

-- Finding ---------------------------------------------------------------------------------------

drop index audit_entry_district_code_campaign_id_recorded_at_idx;
create index audit_entry_district_code_recorded_at_idx on audit_entry (district_code, recorded_at);
create index audit_entry_district_code_actor_id_id_idx
  on audit_entry (district_code, actor_id, id desc);
create index audit_entry_district_code_action_id_idx on audit_entry (district_code, action, id desc);
-- A subject is codes with slashes between: campaign, round, place, day, username.
create index audit_entry_parts on audit_entry using gin (string_to_array(subject, '/'));

-- The application's role ------------------------------------------------------------------------

-- Roles belong to the server: another database may have made it, or make it at this moment.
do $$
declare
  -- Since 16 a login that made a role administers it without being allowed to become it.
  kind text := case when current_setting('server_version_num')::int >= 160000
               then 'SET' else 'MEMBER' end;
begin
  if not exists (select from pg_roles where rolname = 'cakupan_app') then
    begin
      create role cakupan_app nologin;
    exception
      when duplicate_object or unique_violation then null;
      when insufficient_privilege then
        raise exception 'the login % may not create the role cakupan_app', current_user
          using errcode = 'insufficient_privilege',
          hint = format('Have an administrator of the server run: CREATE ROLE cakupan_app NOLOGIN; '
            'GRANT cakupan_app TO %I;', current_user);
    end;
  end if;
  for attempt in 1..20 loop
    exit when pg_has_role(current_user, 'cakupan_app', kind);
    begin
      execute format('grant cakupan_app to %I', current_user);
    exception
      when insufficient_privilege then
        raise exception 'the login % may not become the role cakupan_app', current_user
          using errcode = 'insufficient_privilege',
          hint = format('Have an administrator of the server run: GRANT cakupan_app TO %I;', current_user);
      -- Two databases at once: "tuple concurrently updated", or the same row twice.
      when internal_error or unique_violation then perform pg_sleep(0.05);
    end;
  end loop;
end $$;

grant usage on schema public to cakupan_app;
grant select, insert, update, delete on all tables in schema public to cakupan_app;
grant usage, select on all sequences in schema public to cakupan_app;
-- Tables of later migrations that the same login applies.
alter default privileges in schema public
  grant select, insert, update, delete on tables to cakupan_app;
alter default privileges in schema public grant usage, select on sequences to cakupan_app;

revoke all on audit_head from cakupan_app;
revoke all on audit_entry from cakupan_app;
grant select, insert on audit_entry to cakupan_app;
grant execute on function audit_chain_state(text) to cakupan_app;
do $$
begin
  if to_regclass('_prisma_migrations') is not null then
    revoke all on _prisma_migrations from cakupan_app;
  end if;
end $$;
