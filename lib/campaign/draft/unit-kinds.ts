import { unitKinds, type UnitKind } from "../unit-kind";
import { readUnitLines } from "../unit-lines";
import type { DraftUnits } from "./units";

export type UnitOfKind = { readonly code: string; readonly kind: UnitKind };

/**
 * The kinds of units that a campaign will have once its draft is saved, in their order.
 *
 * @param standing the units that it has; null: it is new.
 */
export function kindsOfDraft(
  draft: DraftUnits,
  standing: readonly UnitOfKind[] | null,
): readonly UnitKind[] {
  const changed = readUnitLines(draft.changedLines, draft.districtCode).units;
  const kindNow = new Map(changed.map(({ code, kind }) => [code, kind]));
  const kept = standing?.filter(({ code }) => !draft.removedUnits.includes(code)) ?? [];
  const added = {
    all: ["village"] as const,
    chosen: draft.villages.length > 0 ? (["village"] as const) : [],
    own: readUnitLines(draft.lines, draft.districtCode).units.map(({ kind }) => kind),
    none: [],
  }[draft.units];
  const found = new Set<UnitKind>([
    ...kept.map(({ code, kind }) => kindNow.get(code) ?? kind),
    ...added,
  ]);
  return unitKinds.filter((kind) => found.has(kind));
}
