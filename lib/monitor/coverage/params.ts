import { z } from "zod";

import { dayOfRound, lastDay, roundOn } from "@/lib/campaign/calendar";
import {
  interventionOf,
  targetSources,
  type Campaign,
  type Round,
  type TargetSource,
} from "@/lib/campaign/campaign";
import { figureOf, figuresOf, type Figure } from "@/lib/campaign/figure";
import {
  kindsOfSets,
  setKindOfWord,
  wordOfSetKind,
  type UnitSetKind,
} from "@/lib/campaign/unit-set/unit-set";
import { pairsOf, type Pair } from "@/lib/campaign/predecessor";
import { wordingOf } from "@/lib/campaign/wording";
import type { Wording } from "@/lib/base/i18n/wording";
import { isCalendarDay, type CalendarDay } from "@/lib/base/time/calendar-day";

import type { DayAsked } from "@/lib/monitor/counts";
import { coverageColumns, type CoverageColumn } from "./columns";

/** Why a value in the address is not used. The page says so; it never fails for it. */
const reasons = ["unknown", "noSuchDay", "future", "outsideRound", "notGiven"] as const;

type IgnoredReason = (typeof reasons)[number];

export type Ignored = {
  readonly name: string;
  readonly value: string;
  readonly reason: IgnoredReason;
};

/** What the address of a coverage screen may say, as it says it. Absent: the usual. */
export type GivenParams = { readonly [Name in keyof Shape]?: string | undefined };

type Shape = z.infer<ReturnType<typeof schemaOf>>;

type TableSort = { readonly column: CoverageColumn; readonly isDescending: boolean };

/** What a coverage screen shows. */
export type CoverageParams = {
  /** By the name of its group where its groups do not add. */
  readonly intervention: Figure;
  /** null: all groups of the intervention, which then add. */
  readonly targetGroup: string | null;
  /** A group that narrows every intervention of the screen; null: none does. */
  readonly groupFilter: string | null;
  /** What sentences about these groups say. */
  readonly wording: Wording;
  readonly round: Round;
  readonly source: TargetSource;
  /** The day that the screen stands on: today, or an earlier one that was asked for. */
  readonly on: CalendarDay;
  readonly isToday: boolean;
  /** The local day of now. */
  readonly today: CalendarDay;
  /** That day as a day of the round; null: it is none of it. */
  readonly day: DayAsked | null;
  readonly sort: TableSort;
  /** Rows of the table: the parts of the place, or every reporting unit in it. */
  readonly level: "parts" | "units";
  /** Kind of sets that the parts are; null: kecamatan. */
  readonly setKind: UnitSetKind | null;
  readonly isBelowGoal: boolean;
  /** A file of every group of the intervention, which then do not add; no screen reads it. */
  readonly isEveryGroup: boolean;
  readonly search: string;
  readonly isShowingAll: boolean;
  readonly ranking: "coverage" | "needed";
  readonly matrix: "needed" | "name";
  /** The figures of one round, or two that follow each other side by side. */
  readonly layout: "spread" | "pair";
  /** The two; null: nothing in this campaign follows anything. */
  readonly pair: Pair | null;
  /** The accepted values, for links to this screen with something changed. */
  readonly given: GivenParams;
  readonly ignored: readonly Ignored[];
};

const directions = { naik: false, turun: true } as const;

/** One schema for every parameter; its messages are reasons. */
function schemaOf(campaign: Campaign, today: CalendarDay) {
  const oneOf = (values: readonly string[]) =>
    z.string().refine((value) => values.includes(value), "unknown" satisfies IgnoredReason);
  return z
    .object({
      intervensi: oneOf(campaign.interventions.map(({ code }) => code)),
      kelompok: oneOf(campaign.targetGroups.map(({ code }) => code)),
      sampai: z
        .string()
        .refine(isCalendarDay, "noSuchDay" satisfies IgnoredReason)
        .refine((day) => day <= today, "future" satisfies IgnoredReason),
      sumber: oneOf(targetSources),
      putaran: oneOf(campaign.rounds.map(({ number }) => String(number))),
      urut: oneOf(
        coverageColumns.flatMap((key) => Object.keys(directions).map((way) => `${key}-${way}`)),
      ),
      tampil: oneOf(["desa", "kecamatan"]),
      per: oneOf(kindsOfSets(campaign.unitSets).map(wordOfSetKind)),
      "di-bawah-target": oneOf(["ya"]),
      cari: z.string().max(80, "unknown" satisfies IgnoredReason),
      semua: oneOf(["ya"]),
      "semua-kelompok": oneOf(["ya"]),
      peringkat: oneOf(["cakupan", "kurang"]),
      matriks: oneOf(["kurang", "abjad"]),
      tampilan: oneOf(["putaran"]),
      pasangan: oneOf(pairsOf(campaign).map(pairName)),
    })
    .partial()
    .superRefine((given, context) => {
      const { targetGroups } = interventionOf(campaign, given.intervensi);
      if (given.kelompok !== undefined && !targetGroups.includes(given.kelompok)) {
        context.addIssue({ code: "custom", path: ["kelompok"], message: "notGiven" });
      }
      const { startsOn } = roundOf(campaign, given.putaran, given.sampai ?? today);
      if (given.sampai !== undefined && given.sampai < startsOn) {
        context.addIssue({ code: "custom", path: ["sampai"], message: "outsideRound" });
      }
    });
}

/**
 * Reads the address of a coverage screen. A value that means nothing here is left out and named in
 * `ignored`, so that a mistyped or outdated link still opens.
 *
 * @param query as the framework gives it; of a parameter that comes twice the first counts.
 * @param today the local day of the campaign.
 */
export function parseCoverageParams(
  query: Readonly<Record<string, string | readonly string[] | undefined>>,
  campaign: Campaign,
  today: CalendarDay,
): CoverageParams {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(query)) {
    const first = typeof value === "string" ? value : value?.[0];
    // Next itself gives `?toString=a` a function first.
    if (typeof first === "string" && first.trim() !== "") values[name] = first.trim();
  }
  const ignored: Ignored[] = [];
  const schema = schemaOf(campaign, today);
  // What is rejected is taken out and the rest read again, because one value decides about another.
  for (;;) {
    const parsed = schema.safeParse(values);
    if (parsed.success) return settle(parsed.data, ignored, campaign, today);
    for (const issue of parsed.error.issues) {
      const name = String(issue.path[0]);
      const value = values[name];
      if (value === undefined) continue;
      const reason = reasons.find((each) => each === issue.message) ?? "unknown";
      ignored.push({ name, value: value.slice(0, 80), reason });
      delete values[name];
    }
  }
}

/**
 * What an address asks for, and where it asks for a file of every group, which then do not add, that of
 * each of them in turn.
 */
export function paramsOfEachGroup(
  query: Parameters<typeof parseCoverageParams>[0],
  campaign: Campaign,
  params: CoverageParams,
): readonly CoverageParams[] {
  if (!params.isEveryGroup) return [params];
  const { code } = params.intervention;
  return figuresOf(campaign, { intervention: code }).map(({ targetGroup }) =>
    parseCoverageParams(
      { ...query, intervensi: code, kelompok: targetGroup ?? undefined },
      campaign,
      params.today,
    ),
  );
}

function settle(
  given: Shape,
  ignored: readonly Ignored[],
  campaign: Campaign,
  today: CalendarDay,
): CoverageParams {
  const round = roundOf(campaign, given.putaran, given.sampai ?? today);
  // A day that leaves nothing out asks for nothing: the form sends the day that it shows.
  const end = lastDay(round) < today ? lastDay(round) : today;
  const isWhole =
    given.sampai === undefined ||
    (given.sampai >= end && roundOf(campaign, given.putaran, today).number === round.number);
  const on = isWhole ? today : (given.sampai ?? today);
  const intervention = figureOf(campaign, {
    intervention: interventionOf(campaign, given.intervensi).code,
    targetGroup: given.kelompok,
  });
  const targetGroup = given.kelompok ?? intervention.targetGroup;
  return {
    intervention,
    targetGroup,
    groupFilter: intervention.targetGroup === null ? targetGroup : null,
    wording: wordingOf(campaign, intervention, targetGroup),
    round,
    source:
      targetSources.find((source) => source === given.sumber) ?? campaign.decidingTargetSource,
    on,
    isToday: isWhole,
    today,
    day: dayOfRound(round, on, today),
    sort: sortOf(given.urut),
    level: given.tampil === "desa" ? "units" : "parts",
    setKind: setKindOfWord(given.per),
    isBelowGoal: given["di-bawah-target"] === "ya",
    isEveryGroup: given["semua-kelompok"] === "ya" && intervention.targetGroup !== null,
    search: given.cari ?? "",
    isShowingAll: given.semua === "ya",
    ranking: given.peringkat === "kurang" ? "needed" : "coverage",
    matrix: given.matriks === "abjad" ? "name" : "needed",
    layout: given.tampilan === "putaran" ? "pair" : "spread",
    pair: pairOf(campaign, round, given.pasangan),
    given: isWhole ? { ...given, sampai: undefined } : given,
    ignored,
  };
}

function roundOf(campaign: Campaign, number: string | undefined, on: CalendarDay): Round {
  const named = campaign.rounds.find((round) => String(round.number) === number);
  return named ?? roundOn(campaign.rounds, on);
}

/** What a pair is called in the address: "putaran-2", "dosis-DOSIS-2". */
export function pairName(pair: Pair): string {
  return pair.kind === "rounds"
    ? `putaran-${String(pair.later.number)}`
    : `dosis-${pair.later.code}`;
}

/** The pair that is named; else the round and the one before it, else the first that there is. */
function pairOf(campaign: Campaign, { number }: Round, name: string | undefined): Pair | null {
  const pairs = pairsOf(campaign);
  return (
    pairs.find((each) => pairName(each) === name) ??
    pairs.find((each) => each.kind === "rounds" && each.later.number === number) ??
    pairs[0] ??
    null
  );
}

/** The order that "kurang-turun" names; by children needed, most first, without one. */
function sortOf(text: string | undefined): TableSort {
  const column = coverageColumns.find((key) => text === `${key}-naik` || text === `${key}-turun`);
  return column
    ? { column, isDescending: text?.endsWith("-turun") ?? false }
    : { column: "kurang", isDescending: true };
}

/** The name of an order in the address. */
export function sortName({ column, isDescending }: TableSort): string {
  return `${column}-${isDescending ? "turun" : "naik"}`;
}
