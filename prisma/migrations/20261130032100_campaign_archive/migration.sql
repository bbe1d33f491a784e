-- When a campaign was put away: it is read as before, and stands apart in lists. Null: it is not.
alter table campaign add column archived_at timestamptz;
