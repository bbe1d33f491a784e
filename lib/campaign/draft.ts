import type { DatedGoal, GoalScope } from "@/lib/coverage/dated-goal";

import { defaultSettings, type Campaign } from "./campaign";
import { latestGoal } from "./goal-change";
import { percentOf, shareOf } from "./goal-text";
import { defaultRhythm, periods, type Period } from "./rhythm";
import { readInhabitantLines, readUnitLines } from "./unit-lines";
import { noSetLines, readAllSetLines, type SetLines } from "./unit-set/lines";
import type { UnitSetKind } from "./unit-set/unit-set";
import { defaultWording } from "./wording";

export type DraftRound = {
  readonly key: number;
  readonly number: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly sweepingEndsOn: string;
  /** What was planned, when the round exists and has moved. */
  readonly planned?: { readonly startsOn: string; readonly endsOn: string };
  /** Days to the round before at least, as typed; left out, as by an earlier visit: none are asked. */
  readonly minGapDays?: string;
  readonly gapReason?: string;
  /** Codes of the units or kecamatan that it is held in, one a line; "" or left out: every unit. */
  readonly units?: string;
};

type DraftPart = {
  readonly key: number;
  readonly code: string;
  readonly name: string;
  /** It exists: its code stands in reports and files. */
  readonly isKept: boolean;
};

export type DraftGroup = DraftPart & {
  /** "": as the campaign says. */
  readonly noun: string;
  /** Months, as typed; "": no bound. */
  readonly minMonths: string;
  readonly maxMonthsExclusive: string;
};

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
  /** Percent, as typed. */
  readonly atLeast: string;
};

export type DraftGate = DraftPart & { readonly terms: readonly DraftGateTerm[] };

/** A campaign as it stands in the form: everything is text until it is sent. */
export type CampaignDraft = {
  readonly name: string;
  readonly slug: string;
  readonly legalBasis: string;
  readonly districtCode: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly timeZone: string;
  readonly reportCutOff: string;
  readonly isSample: boolean;
  readonly decidingTargetSource: string;
  readonly usualDeviations: string;
  /** Percent, as typed. */
  readonly mostTargetShare: string;
  readonly noun: string;
  readonly act: string;
  readonly gives: string;
  /** A rhythm, or the period of "periods". */
  readonly rhythm: string;
  readonly rounds: readonly DraftRound[];
  readonly interventions: readonly DraftIntervention[];
  readonly groups: readonly DraftGroup[];
  readonly gates: readonly DraftGate[];
  readonly units: "all" | "chosen" | "own" | "none";
  readonly villages: readonly string[];
  readonly lines: string;
  /** Units that stand, as they shall be: lines of `readUnitLines` with their codes. */
  readonly changedLines: string;
  /** Of units that stand; see `readInhabitantLines`. */
  readonly inhabitantLines: string;
  readonly removedUnits: readonly string[];
  /** Unit sets of each kind; see `readSetLines`. */
  readonly setLines: SetLines;
};

/** The time zone that most of a province keeps, by its code; West Indonesia where it is not said. */
function zoneOf(district: string): string {
  const province = Number(district.slice(0, 2));
  if (province >= 81) return "Asia/Jayapura";
  if (province === 61) return "Asia/Pontianak";
  const isCentral = (province >= 51 && province <= 53) || (province >= 63 && province <= 76);
  return isCentral ? "Asia/Makassar" : "Asia/Jakarta";
}

/** An empty form, in the kabupaten of who asks. */
export function newDraft(districtCode: string): CampaignDraft {
  return {
    name: "",
    slug: "",
    legalBasis: "",
    districtCode,
    startsOn: "",
    endsOn: "",
    timeZone: zoneOf(districtCode),
    reportCutOff: "16:00",
    isSample: false,
    decidingTargetSource: "local",
    usualDeviations: decimalText(defaultSettings.usualDeviations),
    mostTargetShare: decimalText(defaultSettings.mostTargetShare * 100),
    ...defaultWording,
    rhythm: defaultRhythm.rhythm,
    rounds: [{ ...emptyRound(1), key: -1 }],
    interventions: [],
    groups: [],
    gates: [],
    units: "all",
    villages: [],
    lines: "",
    changedLines: "",
    inhabitantLines: "",
    removedUnits: [],
    setLines: noSetLines,
  };
}

/** A campaign as its form shows it: codes are kept, nothing is added or taken out yet. */
export function draftOf(campaign: Campaign, setLines: SetLines = noSetLines): CampaignDraft {
  const groups = campaign.targetGroups.map((group, index) => ({
    code: group.code,
    name: group.name,
    noun: group.noun ?? "",
    minMonths: numberText(group.minMonths),
    maxMonthsExclusive: numberText(group.maxMonthsExclusive),
    key: -1 - index,
    isKept: true,
  }));
  const interventions = campaign.interventions.map((each, index) => ({
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
  return {
    ...newDraft(campaign.districtCode),
    name: campaign.name,
    slug: campaign.slug,
    legalBasis: campaign.legalBasis ?? "",
    startsOn: campaign.startsOn,
    endsOn: campaign.endsOn,
    timeZone: campaign.timeZone,
    reportCutOff: campaign.reportCutOff,
    isSample: campaign.isSample,
    decidingTargetSource: campaign.decidingTargetSource,
    usualDeviations: decimalText(campaign.usualDeviations),
    mostTargetShare: decimalText(campaign.mostTargetShare * 100),
    noun: campaign.noun,
    act: campaign.act,
    gives: campaign.gives,
    rhythm: campaign.period ?? campaign.rhythm,
    rounds: campaign.rounds.map((round) => ({
      key: -round.number,
      number: round.number,
      startsOn: round.startsOn,
      endsOn: round.endsOn,
      sweepingEndsOn: round.sweepingEndsOn ?? "",
      planned: { startsOn: round.plannedStartsOn, endsOn: round.plannedEndsOn },
      minGapDays: numberText(round.minGapDays),
      gapReason: round.gapReason ?? "",
      units: (round.units ?? []).join("\n"),
    })),
    groups,
    interventions,
    gates: campaign.gates.map((gate, index) => ({
      key: -1 - index,
      code: gate.code,
      name: gate.name,
      isKept: true,
      terms: gate.terms.map((term, place) => ({
        key: -1 - place,
        intervention: keyOf(interventions, term.intervention),
        group: keyOf(groups, term.targetGroup),
        atLeast: percentOf(term.atLeast),
      })),
    })),
    units: "none",
    setLines,
  };
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

function keyOf(
  parts: readonly { readonly code: string; readonly key: number }[],
  code: string | null,
): number | null {
  return parts.find((part) => part.code === code)?.key ?? null;
}

type Village = { readonly code: string; readonly name: string };

let lastKey = 0;

/** A key of a row of the form, for as long as the form is open. */
export function nextKey(): number {
  lastKey += 1;
  return lastKey;
}

/** A draft of an earlier visit: keys of rows that are added now do not meet its own. */
export function resumedDraft(draft: CampaignDraft): CampaignDraft {
  const { rounds, interventions, groups, gates } = draft;
  const terms = gates.flatMap((gate) => gate.terms);
  const parts = [...rounds, ...interventions, ...groups, ...gates, ...terms];
  lastKey = Math.max(lastKey, ...parts.map(({ key }) => key));
  return draft;
}

export function emptyRound(number: number): DraftRound {
  return { key: nextKey(), number, startsOn: "", endsOn: "", sweepingEndsOn: "" };
}

/**
 * Lines of units, inhabitants or sets that cannot be read: nothing is sent while there are any.
 *
 * @param named the units that the campaign will have (`unitsOfDraft`).
 */
export function unreadableLines(
  draft: CampaignDraft,
  named: readonly Village[],
): {
  readonly reportingUnits: readonly number[];
  readonly changedUnits: readonly number[];
  readonly inhabitants: readonly number[];
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
  };
}

/**
 * The units that a campaign will have once its draft is saved, by code and name.
 *
 * @param standing those that it has; null: it is new.
 */
export function unitsOfDraft(
  draft: CampaignDraft,
  villages: readonly Village[],
  standing: readonly Village[] | null,
): readonly Village[] {
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

/**
 * What the form sends: the body of the call that makes or changes a campaign.
 *
 * @param standing the units that the campaign has; null: it is new.
 */
export function draftBody(
  draft: CampaignDraft,
  villages: readonly Village[],
  standing: readonly Village[] | null = null,
) {
  const {
    groups,
    interventions,
    gates,
    rounds,
    removedUnits,
    units,
    lines,
    changedLines,
    inhabitantLines,
    setLines,
    ...terms
  } = draft;
  const given = new Map(interventions.map(({ key, code }) => [key, code]));
  const codes = new Map(groups.map(({ key, code }) => [key, code]));
  const codeOf = (key: number | null | undefined) =>
    interventions.find((each) => each.key === key)?.code;
  return {
    ...terms,
    usualDeviations: Number(draft.usualDeviations.trim().replace(",", ".") || "?"),
    mostTargetShare: Number(shareOf(draft.mostTargetShare) || "?"),
    ...rhythmOf(draft.rhythm),
    rounds: rounds.map((round) => ({
      number: round.number,
      startsOn: round.startsOn,
      endsOn: round.endsOn,
      sweepingEndsOn: round.sweepingEndsOn || null,
      minGapDays: wholeNumberOf(round.minGapDays ?? ""),
      gapReason: round.gapReason || undefined,
      units: codesIn(round.units ?? ""),
    })),
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
    targetGroups: groups.map(({ code, name, noun, minMonths, maxMonthsExclusive }) => ({
      code,
      name,
      noun: noun || undefined,
      minMonths: wholeNumberOf(minMonths),
      maxMonthsExclusive: wholeNumberOf(maxMonthsExclusive),
    })),
    gates: gates.map((gate) => ({
      code: gate.code,
      name: gate.name,
      terms: gate.terms.map(({ intervention, group, atLeast }) => ({
        intervention: given.get(intervention ?? 0) ?? "",
        targetGroup: codes.get(group ?? 0),
        atLeast: shareOf(atLeast),
      })),
    })),
    reportingUnits:
      units === "own"
        ? readUnitLines(lines, draft.districtCode).units
        : units === "chosen"
          ? chosenUnits(draft.villages, villages)
          : undefined,
    villages: undefined,
    unitSets: readAllSetLines(setLines, unitsOfDraft(draft, villages, standing)).sets,
    changedUnits:
      changedLines === "" ? undefined : readUnitLines(changedLines, draft.districtCode).units,
    removedUnits,
    inhabitants:
      inhabitantLines === "" ? undefined : readInhabitantLines(inhabitantLines).inhabitants,
  };
}

function chosenUnits(chosen: readonly string[], villages: readonly Village[]) {
  const wanted = new Set(chosen);
  return villages
    .filter(({ code }) => wanted.has(code))
    .map(({ code, name }) => ({ code, name, kind: "village", regionCode: code }));
}

/** What the one choice of the form says in the two fields that are sent. */
function rhythmOf(choice: string): { rhythm: string; period?: Period } {
  const period = periods.find((each) => each === choice);
  return period ? { rhythm: "periods", period } : { rhythm: choice };
}

/** No bound is an empty field. */
function numberText(months: number | null | undefined): string {
  return String(months ?? "");
}

/** Codes of a text, between lines, commas and spaces; none: undefined. */
function codesIn(text: string): string[] | undefined {
  const codes = text.split(/[\s,;]+/).filter((code) => code !== "");
  return codes.length === 0 ? undefined : codes;
}

/** A number as it is sent; what is none is refused there. */
export function wholeNumberOf(typed: string): number | string | undefined {
  const text = typed.trim();
  return /^\d+$/.test(text) ? Number(text) : text || undefined;
}

/** 3.5 → "3,5", as people type it. */
function decimalText(value: number): string {
  return String(Math.round(value * 100) / 100).replace(".", ",");
}

/** A name as a part of an address or a code: "PIN Polio 2024" → "pin-polio-2024". */
export function slugOf(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60);
}

/** The short address that a draft proposes: its name, and the year of its start unless it says it. */
export function proposedSlug({ name, startsOn }: Pick<CampaignDraft, "name" | "startsOn">): string {
  const year = startsOn.slice(0, 4);
  const slug = slugOf(name);
  if (slug === "" || name.includes(year)) return slug;
  return slugOf(`${slug.slice(0, 60 - year.length - 1)} ${year}`);
}

/** A draft of a new campaign with something changed; its address follows until one is typed. */
export function changedDraft(draft: CampaignDraft, part: Partial<CampaignDraft>): CampaignDraft {
  const next = { ...draft, ...part };
  const follows = part.slug === undefined && draft.slug === proposedSlug(draft);
  return follows ? { ...next, slug: proposedSlug(next) } : next;
}
