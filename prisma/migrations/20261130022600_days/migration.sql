-- How often units report, and days on which nothing is done. A campaign that stands reports daily.

alter table campaign
  add column rhythm text not null default 'daily',
  add column period text,
  add constraint campaign_rhythm check (rhythm in ('daily', 'sessions', 'periods')),
  add constraint campaign_period check (period in ('month', 'quarter', 'halfYear')),
  add constraint campaign_period_of_rhythm check ((rhythm = 'periods') = (period is not null));

alter table day_note
  add column closes boolean not null default false,
  add constraint day_note_closes check (not closes or kind = 'holiday');

drop function if exists reports_not_due(text, uuid, integer);
