import type { Campaign } from "../campaign";
import type { UnitKind } from "../unit-kind";
import { nextKey, type DraftPart } from "./key";
import { numberText, wholeNumberOf } from "./text";

export type DraftGroup = DraftPart & {
  /** "": as the campaign says. */
  readonly noun: string;
  /** Months, as typed; "": no bound. */
  readonly minMonths: string;
  readonly maxMonthsExclusive: string;
  /** Kinds of units that are asked of it; empty: every kind. */
  readonly unitKinds: readonly UnitKind[];
};

export function emptyGroup(): DraftGroup {
  return {
    ...{ key: nextKey(), code: "", name: "", isKept: false },
    ...{ noun: "", minMonths: "", maxMonthsExclusive: "", unitKinds: [] },
  };
}

export function draftGroups({ targetGroups }: Campaign): DraftGroup[] {
  return targetGroups.map((group, index) => ({
    code: group.code,
    name: group.name,
    noun: group.noun ?? "",
    minMonths: numberText(group.minMonths),
    maxMonthsExclusive: numberText(group.maxMonthsExclusive),
    unitKinds: group.unitKinds ?? [],
    key: -1 - index,
    isKept: true,
  }));
}

export function groupsBody(groups: readonly DraftGroup[]) {
  return groups.map(({ code, name, noun, minMonths, maxMonthsExclusive, unitKinds }) => ({
    code,
    name,
    noun: noun || undefined,
    minMonths: wholeNumberOf(minMonths),
    maxMonthsExclusive: wholeNumberOf(maxMonthsExclusive),
    unitKinds: unitKinds.length > 0 ? [...unitKinds] : undefined,
  }));
}
