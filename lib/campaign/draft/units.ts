import { readEndLines } from "../unit-end-lines";
import { readInhabitantLines, readUnitLines } from "../unit-lines";
import { readAllSetLines, type SetLines } from "../unit-set/lines";
import type { UnitSetKind } from "../unit-set/unit-set";

/** The units of a campaign as they stand in its form, and the sets that they are taken together in. */
export type DraftUnits = {
  readonly districtCode: string;
  readonly units: "all" | "chosen" | "own" | "none";
  readonly villages: readonly string[];
  readonly lines: string;
  /** Units that stand, as they shall be: lines of `readUnitLines` with their codes. */
  readonly changedLines: string;
  /** Of units that stand; see `readInhabitantLines`. */
  readonly inhabitantLines: string;
  readonly removedUnits: readonly string[];
  /** Units that end midway; see `readEndLines`. Left out, as by an earlier visit: those that stand. */
  readonly endLines?: string;
  /** Unit sets of each kind; see `readSetLines`. */
  readonly setLines: SetLines;
};

export type UnitName = { readonly code: string; readonly name: string };

/**
 * Lines of units, inhabitants or sets that cannot be read: nothing is sent while there are any.
 *
 * @param named the units that the campaign will have (`unitsOfDraft`).
 */
export function unreadableLines(
  draft: DraftUnits,
  named: readonly UnitName[],
): {
  readonly reportingUnits: readonly number[];
  readonly changedUnits: readonly number[];
  readonly inhabitants: readonly number[];
  readonly unitEnds: readonly number[];
  readonly unitSets: readonly { readonly kind: UnitSetKind; readonly lines: readonly number[] }[];
} {
  return {
    unitSets: readAllSetLines(draft.setLines, named).unreadable.map(({ kind, unreadable }) => ({
      kind,
      lines: unreadable,
    })),
    reportingUnits:
      draft.units === "own" ? readUnitLines(draft.lines, draft.districtCode).unreadable : [],
    changedUnits: readUnitLines(draft.changedLines, draft.districtCode).unreadable,
    inhabitants: readInhabitantLines(draft.inhabitantLines).unreadable,
    unitEnds: readEndLines(draft.endLines ?? "", named).unreadable,
  };
}

/**
 * The units that a campaign will have once its draft is saved, by code and name.
 *
 * @param standing those that it has; null: it is new.
 */
export function unitsOfDraft(
  draft: DraftUnits,
  villages: readonly UnitName[],
  standing: readonly UnitName[] | null,
): readonly UnitName[] {
  const chosen = new Set(draft.villages);
  const added = {
    all: villages,
    chosen: villages.filter(({ code }) => chosen.has(code)),
    own: readUnitLines(draft.lines, draft.districtCode).units,
    none: [],
  }[draft.units];
  const kept = standing?.filter(({ code }) => !draft.removedUnits.includes(code)) ?? [];
  return [...kept, ...added];
}

/** What is sent of a campaign's units; see `draftBody`. */
export function unitsBody(
  draft: DraftUnits,
  villages: readonly UnitName[],
  standing: readonly UnitName[] | null,
) {
  const { units, lines, changedLines, inhabitantLines, endLines, setLines } = draft;
  const named = unitsOfDraft(draft, villages, standing);
  return {
    reportingUnits:
      units === "own"
        ? readUnitLines(lines, draft.districtCode).units
        : units === "chosen"
          ? chosenUnits(draft.villages, villages)
          : undefined,
    unitSets: readAllSetLines(setLines, named).sets,
    unitEnds: endLines === undefined ? undefined : readEndLines(endLines, named).ends,
    changedUnits:
      changedLines === "" ? undefined : readUnitLines(changedLines, draft.districtCode).units,
    removedUnits: draft.removedUnits,
    inhabitants:
      inhabitantLines === "" ? undefined : readInhabitantLines(inhabitantLines).inhabitants,
  };
}

function chosenUnits(chosen: readonly string[], villages: readonly UnitName[]) {
  const wanted = new Set(chosen);
  return villages
    .filter(({ code }) => wanted.has(code))
    .map(({ code, name }) => ({ code, name, kind: "village", regionCode: code }));
}
