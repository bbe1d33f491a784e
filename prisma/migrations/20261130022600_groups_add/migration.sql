-- Whether the groups of an intervention are different people; those of campaigns that stand are.

alter table intervention add column groups_add boolean not null default true;
