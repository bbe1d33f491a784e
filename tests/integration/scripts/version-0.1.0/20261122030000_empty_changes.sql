-- An upsert calls the triggers of inserting and of updating, and one of the two mostly has no row. A
-- function in SQL is planned whenever it is called: these two are called for rows only.

alter function roll_up_tallies(tally_change[]) rename to add_tally_changes;
alter function roll_up_reports(report_change[]) rename to add_report_changes;

create function roll_up_tallies(changes tally_change[]) returns void language plpgsql as $$
begin
  if changes <> '{}' then
    perform add_tally_changes(changes);
  end if;
end $$;

create function roll_up_reports(changes report_change[]) returns void language plpgsql as $$
begin
  if changes <> '{}' then
    perform add_report_changes(changes);
  end if;
end $$;
