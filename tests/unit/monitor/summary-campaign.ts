import { figureOf } from "@/lib/campaign/figure";
import type { Campaign } from "@/lib/campaign/campaign";
import type { DatedGoal } from "@/lib/coverage/dated-goal";
import { goalOf } from "@/tests/support/goals";
import type { PlaceCounts } from "@/lib/monitor/counts";
import { summaryOf } from "@/lib/monitor/summary/summary";
import type { SummaryFacts } from "@/lib/monitor/summary/facts";
import type { CountedDay } from "@/lib/monitor/verdicts";
import { regionCode } from "@/lib/base/region/code";
import { addDays } from "@/lib/base/time/calendar-day";
import { everyDay } from "@/tests/support/rhythm";
import { childrenCounted } from "@/tests/support/wording";

const round = {
  number: 1,
  plannedStartsOn: "2026-06-01",
  plannedEndsOn: "2026-06-10",
  startsOn: "2026-06-01",
  endsOn: "2026-06-10",
  sweepingEndsOn: "2026-06-12",
};

const mr = {
  code: "MR",
  name: "Campak-rubela (MR)",
  shortName: "MR",
  goals: goalOf("0.95"),
  ...childrenCounted.intervention,
  targetGroups: ["anak"],
};

const opv = { ...mr, code: "OPV", shortName: "OPV", goals: goalOf("0.8") };

const campaign: Campaign = {
  districtCode: regionCode.parse("62.03"),
  districtName: "Kabupaten Kapuas",
  unplacedName: "Di luar kecamatan",
  id: "11111111-1111-4111-8111-111111111111",
  slug: "bian",
  name: "BIAN",
  legalBasis: null,
  sourceName: null,
  sourceUrl: null,
  startsOn: "2026-06-01",
  endsOn: "2026-06-30",
  timeZone: "Asia/Jakarta",
  reportCutOff: "16:00",
  isSample: true,
  isArchived: false,
  decidingTargetSource: "local",
  usualDeviations: 3,
  mostTargetShare: 0.35,
  version: 1,
  ...childrenCounted.campaign,
  ...everyDay,
  reportParts: [],
  unitSets: [],
  unitEnds: [],
  rounds: [round],
  interventions: [mr, opv],
  gates: [],
  targetGroups: [{ code: "anak", name: "9–59 bulan", ...childrenCounted.group }],
};

export const places = ["Selat", "Mantangai", "Bataguh", "Timpah"] as const;

export type Count = readonly [
  doses: number,
  people: number | null,
  reports: number,
  doubtful?: number,
];

/** Counts of each place, in its order: doses, target population, reports received. */
export function counts(of: Readonly<Record<string, readonly Count[]>>): PlaceCounts[] {
  return places.flatMap((name, index) =>
    Object.entries(of).flatMap(([intervention, rows]) => {
      const row = rows[index];
      return row
        ? [
            {
              code: name,
              name,
              intervention,
              targetGroup: null,
              units: 4,
              missingTargets: row[1] === null ? 4 : 0,
              targetPopulation: row[1],
              targetDetail: null,
              dosesAdministered: row[0],
              dosesWithoutTarget: 0,
              nonResidentDoses: 0,
              unverifiedDoses: 0,
              doubtfulDoses: row[3] ?? 0,
              reportsReceived: row[2],
              reportsDue: row[2],
              closedDays: [],
              onDay: null,
              completeDays: Math.floor(row[2] / 4),
            },
          ]
        : [];
    }),
  );
}

/** A row for each day up to `today`: the same doses every day, all reports in except on the last. */
export function days(
  today: string,
  over: { place?: string; doses: number; todays?: number; received?: number; expected?: number },
): CountedDay[] {
  const expected = over.expected ?? 16;
  const rows: CountedDay[] = [];
  for (let day = round.startsOn; day <= today; day = addDays(day, 1)) {
    const isToday = day === today;
    for (const { code } of campaign.interventions) {
      rows.push({
        place: over.place ?? "62.03",
        day,
        intervention: code,
        targetGroup: null,
        doses: isToday ? (over.todays ?? over.doses) : over.doses,
        dosesWithoutTarget: 0,
        unverified: 0,
        unverifiedWithoutTarget: 0,
        received: isToday ? (over.received ?? expected) : expected,
        verified: 0,
        expected,
        isService: day <= round.endsOn,
      });
    }
  }
  return rows;
}

/** The counts with what the day brought: a place's own row of it, else its share of the whole's. */
function onDay(facts: Partial<SummaryFacts>, today: string): PlaceCounts[] {
  const whole = facts.wholeDays?.find(({ day }) => day === today);
  if (today < round.startsOn || today > round.sweepingEndsOn) return [...(facts.counts ?? [])];
  let left = whole?.received ?? 0;
  const isService = today <= round.endsOn;
  return (facts.counts ?? []).map((row) => {
    const own = facts.partDays?.find(({ day, place }) => day === today && place === row.code);
    const received = own?.received ?? Math.min(left, row.units);
    if (row.intervention === "MR") left -= own ? 0 : received;
    const expected = isService ? row.units : 0;
    const doses = own?.doses ?? (row.code === places[0] ? (whole?.doses ?? 0) : 0);
    return {
      ...row,
      onDay: { doses, received, expected, isService, isPast: false, isPlanned: true },
    };
  });
}

export function summary(facts: Partial<SummaryFacts>, today = "2026-06-05", code = "MR") {
  return summaryIn(campaign, code, facts, today);
}

/** The same page where interventions have these goals, and the campaign these gates. */
export function withGoals(
  goals: Readonly<Record<string, readonly DatedGoal[]>>,
  facts: Partial<SummaryFacts>,
  today: string,
  gates: Campaign["gates"] = [],
) {
  const interventions = campaign.interventions.map((each) => ({
    ...each,
    goals: goals[each.code] ?? each.goals,
  }));
  return summaryIn({ ...campaign, interventions, gates }, "MR", facts, today);
}

function summaryIn(of: Campaign, code: string, facts: Partial<SummaryFacts>, today: string) {
  return summaryOf(
    {
      partKind: "subdistrict",
      setKind: null,
      unitKinds: ["village"],
      cells: [],
      wholes: null,
      wholeDays: [],
      partDays: [],
      units: [],
      sources: [],
      lastReceivedAt: null,
      late: new Map(),
      gateCounts: [],
      doubts: [],
      steps: [],
      announced: [],
      twoLevels: [],
      ...facts,
      counts: onDay(facts, today),
    },
    { campaign: of, round, today, isPast: false, chosen: figureOf(of, { intervention: code }) },
  );
}

export const everyone: readonly Count[] = [
  [400, 1_000, 20],
  [100, 1_000, 20],
  [300, 1_000, 20],
  [490, 1_000, 20],
];
