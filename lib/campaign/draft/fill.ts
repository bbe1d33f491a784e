import { parseGoal } from "@/lib/coverage/goal";

import { changedDraft, newDraft, type CampaignDraft } from "../draft";
import { percentOf } from "../goal-text";
import type { CampaignInput } from "../schema";
import { unitLines } from "../unit-lines";
import { setLinesOf } from "../unit-set/lines";
import { emptyGoal, type DraftGate, type DraftIntervention } from "./given";
import type { DraftGroup } from "./groups";
import { keyWithCode, nextKey } from "./key";
import { decimalText, numberText } from "./text";

/** A campaign as a draft of another one: nothing of it is kept, and no goal stands. */
export function draftOfDefinition(from: CampaignInput): CampaignDraft {
  const blank = newDraft(from.districtCode);
  const groups = from.targetGroups.map((group) => ({
    key: nextKey(),
    code: group.code,
    name: group.name,
    noun: group.noun ?? "",
    minMonths: numberText(group.minMonths),
    maxMonthsExclusive: numberText(group.maxMonthsExclusive),
    isKept: false,
  }));
  const interventions = interventionsOf(from, groups);
  return {
    ...blank,
    name: from.name,
    slug: from.slug,
    legalBasis: from.legalBasis ?? "",
    startsOn: from.startsOn,
    endsOn: from.endsOn,
    timeZone: from.timeZone,
    reportCutOff: from.reportCutOff,
    isSample: from.isSample,
    decidingTargetSource: from.decidingTargetSource,
    usualDeviations: settingText(from.usualDeviations, blank.usualDeviations),
    mostTargetShare: settingText(shown(from.mostTargetShare), blank.mostTargetShare),
    noun: from.noun ?? blank.noun,
    act: from.act ?? blank.act,
    gives: from.gives ?? blank.gives,
    rhythm: from.period ?? from.rhythm ?? blank.rhythm,
    rounds: from.rounds.map((round) => ({
      key: nextKey(),
      number: round.number,
      startsOn: round.startsOn,
      endsOn: round.endsOn,
      sweepingEndsOn: round.sweepingEndsOn ?? "",
      minGapDays: numberText(round.minGapDays),
      gapReason: round.gapReason ?? "",
      units: (round.units ?? []).join("\n"),
    })),
    groups,
    interventions,
    gates: gatesOf(from, interventions, groups),
    ...unitsOf(from),
  };
}

/** A copy for another year: what days say is left open, and its own name, address and basis. */
export function copyForNewDays(draft: CampaignDraft): CampaignDraft {
  return {
    ...draft,
    slug: "",
    legalBasis: "",
    startsOn: "",
    endsOn: "",
    rounds: draft.rounds.map((round) => ({
      ...round,
      startsOn: "",
      endsOn: "",
      sweepingEndsOn: "",
      gapReason: "",
    })),
    interventions: draft.interventions.map((each) => ({ ...each, goalFrom: "", goalDecree: "" })),
  };
}

/** What is filled together, because its rows name each other's. */
const fieldsOfPart = {
  name: ["name"],
  legalBasis: ["legalBasis"],
  days: ["startsOn", "endsOn"],
  wording: ["noun", "act", "gives"],
  units: ["units", "villages", "lines", "setLines"],
  given: ["interventions", "gates", "groups"],
  rounds: ["rounds", "rhythm"],
} as const satisfies Readonly<Record<string, readonly (keyof CampaignDraft)[]>>;

export type DraftFill = keyof typeof fieldsOfPart;

export const draftFills = Object.keys(fieldsOfPart) as readonly DraftFill[];

/**
 * A draft with what a preset or another campaign says. Only what is empty is filled; what was typed
 * stands unless it is named.
 *
 * @param replace parts of which what was typed is given up.
 * @returns the draft, and the parts that would be filled had nothing been typed there: to be asked about.
 */
export function fillDraft(
  draft: CampaignDraft,
  source: CampaignDraft,
  replace: readonly DraftFill[] = [],
): { readonly draft: CampaignDraft; readonly asked: readonly DraftFill[] } {
  const blank = newDraft(draft.districtCode);
  // Units of another kabupaten are none here.
  const isElsewhere = source.districtCode !== draft.districtCode;
  const offered = draftFills.filter(
    (part) =>
      !isBlank(source, newDraft(source.districtCode), part) && !(isElsewhere && part === "units"),
  );
  const typed = offered.filter(
    (part) => !isBlank(draft, blank, part) && partText(draft, part) !== partText(source, part),
  );
  const taken = offered.filter((part) => !typed.includes(part) || replace.includes(part));
  const changes = Object.fromEntries(
    taken.flatMap((part) => fieldsOfPart[part].map((field) => [field, source[field]])),
  );
  return {
    draft: changedDraft(draft, changes),
    asked: typed.filter((part) => !replace.includes(part)),
  };
}

function isBlank(draft: CampaignDraft, blank: CampaignDraft, part: DraftFill): boolean {
  return partText(draft, part) === partText(blank, part);
}

/** What stands in a part, whatever the keys of its rows are. */
function partText(draft: CampaignDraft, part: DraftFill): string {
  const codesOf = (rows: readonly { readonly key: number; readonly code: string }[]) =>
    new Map(rows.map(({ key, code }) => [key, code] as const));
  const [groups, given] = [codesOf(draft.groups), codesOf(draft.interventions)];
  const rowsOf = new Map([
    ["groups", groups],
    ["group", groups],
    ["follows", given],
    ["intervention", given],
  ]);
  const fields = fieldsOfPart[part].map((field) => draft[field]);
  return JSON.stringify(fields, (name, value: unknown) => {
    const codes = rowsOf.get(name);
    // What is left out and what is empty say the same.
    if (name === "key" || value === "") return undefined;
    if (!codes) return value;
    const code = (key: unknown) => (typeof key === "number" ? codes.get(key) : key);
    return Array.isArray(value) ? value.map(code) : code(value);
  });
}

function interventionsOf(
  { interventions }: CampaignInput,
  groups: readonly DraftGroup[],
): DraftIntervention[] {
  const keys = new Map(interventions.map(({ code }) => [code, nextKey()]));
  return interventions.map((each) => ({
    ...emptyGoal,
    key: keys.get(each.code) ?? nextKey(),
    code: each.code,
    name: each.name,
    shortName: each.shortName ?? "",
    goal: each.coverageGoal === null ? "" : percentOf(parseGoal(each.coverageGoal)),
    goalScope: each.coverageGoal === null ? ("none" as const) : (each.goalScope ?? "whole"),
    goalFrom: each.goalFrom ?? "",
    goalDecree: each.goalDecree ?? "",
    act: each.act ?? "",
    gives: each.gives ?? "",
    groupsAdd: each.groupsAdd,
    groups: groups
      .filter(({ code }) => each.targetGroups?.includes(code) ?? true)
      .map(({ key }) => key),
    follows: keys.get(each.follows ?? "") ?? null,
    minGapDays: numberText(each.minGapDays),
    isKept: false,
  }));
}

function gatesOf(
  { gates = [] }: CampaignInput,
  interventions: readonly DraftIntervention[],
  groups: readonly DraftGroup[],
): DraftGate[] {
  return gates.map(({ code, name, terms }) => ({
    key: nextKey(),
    code,
    name,
    isKept: false,
    terms: terms.map((term) => ({
      key: nextKey(),
      intervention: keyWithCode(interventions, term.intervention),
      group: keyWithCode(groups, term.targetGroup ?? null),
      atLeast: percentOf(parseGoal(term.atLeast)),
    })),
  }));
}

/** Villages are ticked where all units are some; others stand as lines. */
function unitsOf({ reportingUnits, unitSets = [] }: CampaignInput) {
  if (!reportingUnits) return { units: "all" as const };
  const isOfVillages = reportingUnits.every(
    ({ code, kind, regionCode }) => kind === "village" && code === regionCode,
  );
  const sets = unitSets.map((set) => ({
    ...set,
    opensOn: set.opensOn ?? null,
    closesOn: set.closesOn ?? null,
  }));
  return {
    ...(isOfVillages
      ? { units: "chosen" as const, villages: reportingUnits.map(({ code }) => code) }
      : { units: "own" as const, lines: unitLines(reportingUnits) }),
    setLines: setLinesOf(sets, reportingUnits),
  };
}

function settingText(value: number | undefined, standing: string): string {
  return value === undefined ? standing : decimalText(value);
}

/** A share as a percentage. */
function shown(share: number | undefined): number | undefined {
  return share === undefined ? undefined : share * 100;
}
