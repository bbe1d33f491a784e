-- An order may be measured by the doses that were used of those that came.
alter table directive_order
  drop constraint directive_order_measure,
  add constraint directive_order_measure check (
    measure in ('coverage', 'completeness', 'targets', 'set', 'sessions', 'stock'));
