import type { DatedGoal, GoalScope } from "@/lib/coverage/dated-goal";

import type { Campaign } from "../campaign";
import { latestGoal } from "../goal-change";
import { percentOf, shareOf } from "../goal-text";
import type { DraftGroup } from "./groups";
import { keyWithCode, nextKey, type DraftPart } from "./key";
import { setCode } from "../unit-set/lines";
import { setOfTyped, typedSet, type UnitSetKey } from "../unit-set/unit-set";
import { numberText, wholeNumberOf } from "./text";

export type DraftIntervention = DraftPart & {
  /** "": as the campaign says. */
  readonly act: string;
  readonly gives: string;
  readonly groupsAdd: boolean;
  readonly shortName: string;
  /** Percent, as typed; of what it is a share. */
  readonly goal: string;
  readonly goalScope: GoalScope | "none";
  /** "": from the campaign's first day, and another than before from today on. */
  readonly goalFrom: string;
  readonly goalDecree: string;
  readonly goalReason: string;
  /** The goals that stand, oldest first. */
  readonly goals: readonly DatedGoal[];
  /** Keys of groups. */
  readonly groups: readonly number[];
  /** Key of the intervention that comes before it in each person; left out: none. */
  readonly follows?: number | null;
  /** Days between the two at least, as typed. */
  readonly minGapDays?: string;
};

export type DraftGateTerm = {
  readonly key: number;
  /** Keys; the group's is null for all groups of the intervention. */
  readonly intervention: number | null;
  readonly group: number | null;
  /** "stage/opd", kind and code of a set of units; "" or left out: all units. */
  readonly unitSet?: string;
  /** Percent, as typed. */
  readonly atLeast: string;
};

export type DraftGate = DraftPart & { readonly terms: readonly DraftGateTerm[] };

/** @param groups of the same campaign (`draftGroups`). */
export function draftInterventions(
  campaign: Campaign,
  groups: readonly DraftGroup[],
): DraftIntervention[] {
  return campaign.interventions.map((each, index) => ({
    key: -1 - index,
    code: each.code,
    name: each.name,
    shortName: each.shortName,
    ...draftGoal(each.goals),
    act: each.act ?? "",
    gives: each.gives ?? "",
    groupsAdd: each.groupsAdd,
    follows: followedKey(campaign, each),
    minGapDays: numberText(each.minGapDays),
    groups: groups.filter(({ code }) => each.targetGroups.includes(code)).map(({ key }) => key),
    isKept: true,
  }));
}

export function draftGates(
  { gates, unitSets }: Campaign,
  interventions: readonly DraftIntervention[],
  groups: readonly DraftGroup[],
): DraftGate[] {
  return gates.map((gate, index) => ({
    key: -1 - index,
    code: gate.code,
    name: gate.name,
    isKept: true,
    terms: gate.terms.map((term, place) => ({
      key: -1 - place,
      intervention: keyWithCode(interventions, term.intervention),
      group: keyWithCode(groups, term.targetGroup),
      unitSet: draftSet(unitSets, term.unitSet),
      atLeast: percentOf(term.atLeast),
    })),
  }));
}

/** A set as a term says it: sets that go through a form have the code of their name there. */
export function draftSet(
  sets: readonly (UnitSetKey & { readonly name: string })[],
  asked: UnitSetKey | null | undefined,
): string {
  const set = sets.find(({ kind, code }) => kind === asked?.kind && code === asked.code);
  return set ? typedSet({ kind: set.kind, code: setCode(set.name) }) : "";
}

/** Interventions of a campaign have the keys −1, −2, … in its order. */
function followedKey({ interventions }: Campaign, { follows }: Campaign["interventions"][number]) {
  const index = interventions.findIndex(({ code }) => code === follows);
  return index === -1 ? null : -1 - index;
}

/** The goal that holds after all others, to be changed, with those that stand. */
function draftGoal(goals: readonly DatedGoal[]) {
  const { share = null, scope = "whole", fromDay = "", decree = null } = latestGoal(goals) ?? {};
  return {
    goal: share === null ? "" : percentOf(share),
    goalScope: share === null ? ("none" as const) : scope,
    goalFrom: fromDay,
    goalDecree: decree ?? "",
    goalReason: "",
    goals,
  };
}

/** The goal of an intervention that is added: a share of the sum, to be typed. */
export const emptyGoal = {
  goal: "",
  goalScope: "whole",
  goalFrom: "",
  goalDecree: "",
  goalReason: "",
  goals: [],
} as const;

/** One that is added: given to every group, until a box is unticked. */
export function emptyIntervention(groups: readonly DraftGroup[]): DraftIntervention {
  return {
    key: nextKey(),
    code: "",
    name: "",
    shortName: "",
    ...emptyGoal,
    act: "",
    gives: "",
    groupsAdd: true,
    groups: groups.map(({ key }) => key),
    isKept: false,
  };
}

export function emptyTerm(): DraftGateTerm {
  return { key: nextKey(), intervention: null, group: null, unitSet: "", atLeast: "" };
}

/** Whether a goal was typed that is another than the one that stands: it needs a reason. */
export function isGoalChanged(each: DraftIntervention): boolean {
  if (!each.isKept) return false;
  const standing = draftGoal(each.goals);
  return (
    each.goalScope !== standing.goalScope ||
    each.goalDecree !== standing.goalDecree ||
    (each.goalScope !== "none" && each.goal !== standing.goal) ||
    (each.goalFrom !== "" && each.goalFrom !== standing.goalFrom)
  );
}

export function givenBody({
  interventions,
  gates,
  groups,
}: {
  readonly interventions: readonly DraftIntervention[];
  readonly gates: readonly DraftGate[];
  readonly groups: readonly DraftGroup[];
}) {
  const given = new Map(interventions.map(({ key, code }) => [key, code]));
  const codes = new Map(groups.map(({ key, code }) => [key, code]));
  const codeOf = (key: number | null | undefined) => given.get(key ?? 0);
  return {
    interventions: interventions.map((each) => ({
      code: each.code,
      name: each.name,
      shortName: each.shortName || undefined,
      coverageGoal: each.goalScope === "none" ? null : shareOf(each.goal),
      goalScope: each.goalScope === "none" ? undefined : each.goalScope,
      goalFrom: (!each.isKept || isGoalChanged(each)) && each.goalFrom ? each.goalFrom : undefined,
      goalDecree: each.goalDecree || undefined,
      goalReason: each.goalReason || undefined,
      targetGroups: each.groups.flatMap((key) => codes.get(key) ?? []),
      act: each.act || undefined,
      gives: each.gives || undefined,
      groupsAdd: each.groupsAdd,
      follows: codeOf(each.follows),
      minGapDays: codeOf(each.follows) ? wholeNumberOf(each.minGapDays ?? "") : undefined,
    })),
    gates: gates.map((gate) => ({
      code: gate.code,
      name: gate.name,
      terms: gate.terms.map(({ intervention, group, unitSet, atLeast }) => ({
        intervention: codeOf(intervention) ?? "",
        targetGroup: codes.get(group ?? 0),
        unitSet: setOfTyped(unitSet ?? ""),
        atLeast: shareOf(atLeast),
      })),
    })),
  };
}
