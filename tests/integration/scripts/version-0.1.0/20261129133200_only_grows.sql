-- What the application writes once and never again it may not change either: the history of the
-- tallies, what devices sent, the loads of target populations (the newest decides, nothing is
-- overwritten), the areas of the country. Deletions of a demo campaign are the owner's.
revoke update, delete on tally_history, submission, target_set, target_population from cakupan_app;
revoke insert, update, delete on region from cakupan_app;
-- Accounts are disabled, never deleted: the trail names them.
revoke delete on app_user from cakupan_app;
