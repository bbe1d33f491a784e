-- A sender of counts far above the target population said that they are right.
alter table submission add column above_target_confirmed boolean not null default false;
