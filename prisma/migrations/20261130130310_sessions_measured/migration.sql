-- An order may be measured by the sessions that were held of those that were planned.
alter table directive_order
  drop constraint directive_order_measure,
  add constraint directive_order_measure check (
    measure in ('coverage', 'completeness', 'targets', 'set', 'sessions'));
