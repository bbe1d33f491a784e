import { daysFrom } from "@/lib/base/time/calendar-day";

import type { CampaignPlan } from "../campaign-plan";
import { openRandom } from "../random";
import { shareOut } from "../share-out";
import { inventReports } from "./invent-reports";
import { asUnits, type District } from "../villages";

const timeZone = "Asia/Jakarta";
const column = { intervention: "POLIO", targetGroup: "0-7-tahun" };

/** Of the kabupaten, as announced. */
const people = 197_163;
/** What a trial of this product typed; no document gives a count. */
const rounds = [
  { doses: 186_060, startsOn: "2024-07-23", endsOn: "2024-07-29" },
  {
    doses: 172_500,
    startsOn: "2024-08-12",
    endsOn: "2024-08-18",
    plannedStartsOn: "2024-08-06",
    plannedEndsOn: "2024-08-12",
  },
] as const;

/**
 * PIN Polio 2024 in Kabupaten Lebak: the kabupaten's target population and the planned days are those
 * announced by Pemkab Lebak on 26 July 2024; how it lies over the villages, what was counted, and that
 * round 2 was moved, are invented.
 */
export function planLebakPolio({ villages }: District): CampaignPlan {
  const random = openRandom(3_602_024);
  const weights = villages.map(() => random.between(0.5, 1.6));
  const targets = shareOut(people, weights);
  const shares = villages.map(() => random.between(0.88, 1));
  return {
    districtCode: "36.02",
    slug: "pin-polio-lebak-2024",
    name: "PIN Polio Kabupaten Lebak 2024",
    legalBasis: null,
    sourceName: "Pemkab Lebak, 26 Juli 2024: sasaran 197.163 dan tanggal; selebihnya DATA CONTOH",
    sourceUrl: null,
    startsOn: rounds[0].startsOn,
    endsOn: rounds[1].endsOn,
    timeZone,
    reportCutOff: "16:00",
    isSample: true,
    rounds: rounds.map(({ doses: _, ...days }, index) => ({
      ...days,
      // The ministry asked for 14 to 28 days; the announced plan left 8.
      ...(index > 0 && { minGapDays: 14 }),
    })),
    interventions: [
      {
        code: column.intervention,
        name: "Polio tetes",
        shortName: "Polio",
        coverageGoal: "0.95",
        goalScope: "each",
        targetGroups: [column.targetGroup],
      },
    ],
    targetGroups: [
      {
        code: column.targetGroup,
        name: "0–7 tahun 11 bulan 29 hari",
        minMonths: 0,
        maxMonthsExclusive: 96,
      },
    ],
    units: asUnits(villages),
    targetSets: [
      {
        source: "local",
        asOf: "2024-07-23",
        decree: null,
        createdBy: null,
        createdAt: new Date("2024-07-20T02:00:00Z"),
        rows: villages.map(({ code }, index) => ({
          ...column,
          unit: code,
          people: targets[index] ?? 0,
        })),
      },
    ],
    reports: rounds.flatMap(({ doses, startsOn, endsOn }, index) => {
      const totals = shareOut(
        doses,
        targets.map((target, at) => target * (shares[at] ?? 0) * random.between(0.97, 1.03)),
      );
      const days = daysFrom(startsOn, endsOn);
      return inventReports(
        random,
        villages.map(({ code }, at) => ({
          unit: code,
          days,
          counts: [{ ...column, total: totals[at] ?? 0 }],
        })),
        { round: index + 1, timeZone },
      );
    }),
    reopenings: [],
    notes: [],
  };
}
