import type { Mutation } from "@/lib/device/outbox/mutation";

import { tellings, type EntryNotice } from "./notice";
import type { RowState } from "./row-state";
import { settledRow, type Settling } from "./settled-row";

/** What the outbox changed of the rows. */
type EntryNews = {
  readonly changed: readonly RowState[];
  /** Units of the worst that is new: what is said of rows that changed together. */
  readonly units: readonly string[];
  readonly notice: Omit<EntryNotice, "number"> | null;
};

/**
 * The rows that are not as the outbox has them, brought in line with it.
 *
 * @param mutations those of the rows' day, in order of typing.
 */
export function newsOf(
  rows: readonly RowState[],
  mutations: readonly Mutation[],
  by: Settling,
): EntryNews {
  const changes = rows.flatMap((state) => {
    const own = mutations.filter(({ unit }) => unit === unitOf(state));
    const next = settledRow(state, own, by);
    return next === state ? [] : [{ state, next }];
  });
  const recounted = changes
    .filter(({ state, next }) => next.recounted !== state.recounted && next.recounted.length > 0)
    .map(({ next }) => unitOf(next));
  const news = changes
    .filter(({ state, next }) => next.status.kind !== state.status.kind)
    .map(({ next }) => next);
  const worst = tellings.find((kind) => news.some(({ status }) => status.kind === kind));
  const units = news.filter(({ status }) => status.kind === worst).map(unitOf);
  return {
    changed: changes.map(({ next }) => next),
    units,
    notice:
      recounted.length > 0
        ? { kind: "recounted", units: recounted, count: recounted.length }
        : worst
          ? { kind: worst, units, count: units.length }
          : null,
  };
}

function unitOf({ row }: RowState): string {
  return row.unit.code;
}
