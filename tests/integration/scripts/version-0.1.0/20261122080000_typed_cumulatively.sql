-- Whether days after a report were typed cumulatively is asked under the campaign's lock.
create index submission_cumulative on submission (district_code, campaign_id, unit_code, day)
  where figures = 'cumulative';
