import type { RegionCode } from "@/lib/base/region/code";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

/** What the data say of an installation, as far as it is set up for one kabupaten. */
export type FirstFacts = {
  /** null: nothing says yet which kabupaten it is for. */
  readonly district: {
    readonly code: RegionCode;
    readonly name: string;
    readonly subdistricts: number;
    readonly villages: number;
    /** It was looked up, and nothing in the data is of it yet. */
    readonly isOnlyAsked: boolean;
  } | null;
  /** People of the health office who may sign in. */
  readonly officers: number;
  readonly heads: {
    readonly subdistricts: { readonly known: number; readonly all: number };
    readonly villages: { readonly known: number; readonly all: number };
  };
  readonly campaign: {
    readonly slug: string;
    readonly name: string;
    readonly startsOn: CalendarDay;
    readonly hasBegun: boolean;
    readonly units: number;
    /** Units without a target population in at least one column. */
    readonly untargeted: number;
    /** Something in it has a goal: without one nothing is divided by a target population. */
    readonly hasGoal: boolean;
  } | null;
  readonly hasReports: boolean;
};

const firstStepKeys = ["district", "people", "campaign", "targets", "go"] as const;

export type FirstStepKey = (typeof firstStepKeys)[number];

/** What a step still lacks, with how much of it. Each has a sentence under `firstSteps.missing`. */
type MissingPart = {
  readonly name:
    "district" | "areas" | "officer" | "heads" | "campaign" | "targets" | "start" | "report";
  readonly count: number;
};

export type FirstStep = {
  readonly key: FirstStepKey;
  /** From 1. */
  readonly number: number;
  /** `next`: the first that can be done now; `open`: can be done too; `waits`: for `after`. */
  readonly state: "done" | "next" | "open" | "waits";
  /** The number of the step that it waits for; null: none. */
  readonly after: number | null;
  readonly missing: readonly MissingPart[];
};

/** The step that has to be done before one can be begun. */
const before: Readonly<Record<FirstStepKey, FirstStepKey | null>> = {
  district: null,
  people: "district",
  campaign: "district",
  targets: "campaign",
  go: "campaign",
};

/**
 * The five steps from an empty installation to the first report. A step is done when nothing is missing
 * in the data, whoever did it and in which order: nothing remembers a press.
 */
export function firstSteps(facts: FirstFacts): readonly FirstStep[] {
  const lacks = firstStepKeys.map((key) => [key, missingIn(facts, key)] as const);
  const isDone = new Set(lacks.filter(([, parts]) => parts.length === 0).map(([key]) => key));
  const waitsFor = (key: FirstStepKey) => {
    const first = before[key];
    return first !== null && !isDone.has(first) ? first : null;
  };
  const next = firstStepKeys.find((key) => !isDone.has(key) && waitsFor(key) === null);
  return lacks.map(([key, missing], index) => {
    const first = waitsFor(key);
    const after = !isDone.has(key) && first !== null ? firstStepKeys.indexOf(first) + 1 : null;
    const state = isDone.has(key)
      ? "done"
      : after !== null
        ? "waits"
        : key === next
          ? "next"
          : "open";
    return { key, number: index + 1, state, after, missing };
  });
}

function missingIn(facts: FirstFacts, key: FirstStepKey): readonly MissingPart[] {
  const { district, heads, campaign } = facts;
  const lack = (name: MissingPart["name"], count: number) => (count > 0 ? [{ name, count }] : []);
  switch (key) {
    case "district":
      if (!district || district.isOnlyAsked) return lack("district", 1);
      return lack("areas", district.villages === 0 ? 1 : 0);
    case "people":
      return [...lack("officer", facts.officers === 0 ? 1 : 0), ...lack("heads", headless(heads))];
    case "campaign":
      return lack("campaign", campaign ? 0 : 1);
    case "targets":
      if (!campaign) return lack("targets", 1);
      return lack("targets", campaign.hasGoal ? campaign.untargeted : 0);
    case "go":
      if (facts.hasReports) return [];
      return lack(campaign?.hasBegun === false ? "start" : "report", 1);
  }
}

/** Kecamatan without a camat who may sign in; none where every village has its own. */
function headless({ subdistricts, villages }: FirstFacts["heads"]): number {
  if (villages.all > 0 && villages.known === villages.all) return 0;
  return subdistricts.all === 0 ? 1 : subdistricts.all - subdistricts.known;
}
