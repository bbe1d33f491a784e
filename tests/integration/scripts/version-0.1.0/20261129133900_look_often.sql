-- A campaign that was filled a moment ago must not be planned as if it were empty: by default the
-- statistics of a large table wait until a tenth of it has changed.
alter table submission set (autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 5000);
alter table daily_report set (autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 5000);
alter table tally set (autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 20000);
alter table place_day_total set (autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 10000);
