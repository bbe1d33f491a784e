-- Days that take doses back are few, and each submission asks for them while it holds the lock.
create index tally_taken_back on tally (district_code, campaign_id, round_number, unit_code, day)
  where residents < 0;
