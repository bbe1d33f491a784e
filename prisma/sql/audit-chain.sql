-- The audit trail: each entry carries a hash over itself and its predecessor in the kabupaten, and
-- nobody rewrites it.

-- What is hashed: every column as text, in an order and spelling that no setting of a session
-- changes. JSON is taken as its text, so that no value and the JSON value null stay apart.
create or replace function audit_hash(
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
create or replace function audit_origin() returns text language sql immutable as $$ select repeat('0', 64) $$;

-- The row of audit_head is locked until the transaction ends, so that entries stand one behind the
-- other. Number, time and hashes are the database's, whatever the insert says.
create or replace function chain_audit_entry() returns trigger language plpgsql
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

create or replace trigger audit_entry_chained before insert on audit_entry
  for each row execute function chain_audit_entry();

create or replace function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail cannot be rewritten: % on % is refused', tg_op, tg_table_name
    using errcode = 'object_not_in_prerequisite_state';
end $$;

create or replace trigger audit_entry_stays before update or delete or truncate on audit_entry
  for each statement execute function refuse_rewriting();
create or replace trigger audit_head_stays before delete or truncate on audit_head
  for each statement execute function refuse_rewriting();
create or replace trigger audit_head_goes_forward before update on audit_head
  for each row when (
    new.last_id <> old.last_id + 1 or new.district_code <> old.district_code)
  execute function refuse_rewriting();

-- Walks a kabupaten's chain once. broken_kind is null when it is whole; else it says of the first
-- entry that is wrong:
--   changed    its columns are not those that were hashed
--   missing    it is gone; the number is that of the first one that lacks
--   reordered  it was written with another number
--   unlinked   it is itself, but not behind the entry that it was written behind
--   added      it came past the trigger, behind the last one
create or replace function audit_chain_state(of_district text)
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
grant execute on function audit_chain_state(text) to cakupan_app;
