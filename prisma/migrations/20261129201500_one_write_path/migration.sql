-- Reports are written by functions (prisma/sql/report-writes.sql) and versions raised by who writes:
-- the triggers that did it go with their functions, and the application's role loses its direct hand
-- on reports, on what follows from them and on whole campaigns.

drop function if exists raise_own_version() cascade;
drop function if exists raise_version_of_new() cascade;
drop function if exists raise_version_of_old() cascade;

drop function if exists tallies_inserted() cascade;
drop function if exists tallies_updated() cascade;
drop function if exists tallies_deleted() cascade;
drop function if exists reports_inserted() cascade;
drop function if exists reports_updated() cascade;
drop function if exists reports_deleted() cascade;
drop function if exists report_unverified_before_deletion() cascade;

drop function if exists roll_up_tallies(tally_change[]);
drop function if exists with_unverified(tally_change[]);
drop function if exists add_tally_changes(tally_change[]);
drop function if exists roll_up_reports(report_change[]);
drop function if exists add_report_changes(report_change[]);

revoke insert, update, delete on
  submission, daily_report, tally, tally_history,
  place_total, place_day_total, place_reports, place_day_reports, place_target
  from cakupan_app;
revoke delete on campaign from cakupan_app;
