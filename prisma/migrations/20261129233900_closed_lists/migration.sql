-- The one list of words that no check held.
ALTER TABLE "column_mapping"
  ADD CONSTRAINT "column_mapping_kind" CHECK ("kind" IN ('tally', 'target'));
