import { daysFrom } from "@/lib/base/time/calendar-day";
import { presets } from "@/lib/campaign/preset";

import type { CampaignPlan } from "../campaign-plan";
import { openRandom } from "../random";
import { shareOut } from "../share-out";
import { inventReports, someDays } from "./invent-reports";
import { asUnits, type District } from "../villages";

const districtCode = "62.03";
const timeZone = "Asia/Jakarta";
const startsOn = "2022-05-18";
const endsOn = "2022-06-18";
const sweepingEndsOn = "2022-06-23";

/** Invented: children of the kabupaten by group, and the share that each intervention reached. */
const people: Readonly<Record<string, number>> = {
  "9-59-bulan": 31_480,
  "5-7-tahun": 14_930,
  "7-12-tahun": 41_250,
  "12-59-bulan": 9_640,
};
const reached: Readonly<Record<string, number>> = {
  MR: 0.874,
  OPV: 0.761,
  IPV: 0.713,
  "DPT-HB-Hib": 0.692,
};

/**
 * BIAN 2022 in Kabupaten Kapuas, as a campaign of the past: goals, groups and legal basis are those of
 * the Bupati's instruction; it names no days, no target population and no result, so the days are those
 * of the kabupaten beside it, and all counts are invented.
 */
export function planKapuasBian2022({ villages, subdistricts }: District): CampaignPlan {
  const random = openRandom(62_032_022);
  const { bian } = presets;
  const weights = villages.map(() => random.between(0.5, 1.8));
  const columns = bian.interventions.flatMap(({ code, groups = [] }) =>
    groups.map((targetGroup) => ({ intervention: code, targetGroup })),
  );
  const targets = new Map(
    Object.entries(people).map(([group, sum]) => [group, shareOut(sum, weights)]),
  );
  const shares = villages.map(() => random.between(0.75, 1.1));
  const totals = columns.map(({ intervention, targetGroup }) =>
    shareOut(
      Math.round((people[targetGroup] ?? 0) * (reached[intervention] ?? 0)),
      weights.map((weight, at) => weight * (shares[at] ?? 1)),
    ),
  );
  const days = daysFrom(startsOn, sweepingEndsOn);
  return {
    districtCode,
    slug: "bian-kapuas-2022",
    name: "BIAN Kabupaten Kapuas 2022",
    legalBasis: "Instruksi Bupati Kapuas Nomor 443.51/686/DINKES Tahun 2022",
    sourceName:
      "Instruksi Bupati Kapuas, 20 April 2022: kelompok dan target; semua angka DATA CONTOH",
    sourceUrl: null,
    startsOn,
    endsOn: sweepingEndsOn,
    timeZone,
    reportCutOff: "16:00",
    isSample: true,
    rounds: [{ startsOn, endsOn, sweepingEndsOn }],
    interventions: bian.interventions.map(({ code, name, shortName, goal, groups = [] }) => ({
      code,
      name,
      shortName,
      coverageGoal: (Number(goal) / 100).toFixed(2),
      targetGroups: groups,
    })),
    targetGroups: bian.groups.map(({ code, name, months = [] }) => ({
      code,
      name,
      minMonths: months[0] ?? null,
      maxMonthsExclusive: months[1] ?? null,
    })),
    units: asUnits(villages),
    // Which puskesmas serves which village is not in the document: here each kecamatan has one.
    unitSets: subdistricts.map(({ code, name }) => ({
      kind: "puskesmas",
      code: `pkm-${code.slice(-2)}`,
      name: `Puskesmas ${name}`,
      units: villages
        .filter(({ subdistrictCode }) => subdistrictCode === code)
        .map((village) => village.code),
    })),
    targetSets: [
      {
        source: "local",
        asOf: startsOn,
        decree: null,
        createdBy: null,
        createdAt: new Date("2022-05-10T02:00:00Z"),
        rows: columns.flatMap((column) =>
          villages.map(({ code }, at) => ({
            ...column,
            unit: code,
            people: targets.get(column.targetGroup)?.[at] ?? 0,
          })),
        ),
      },
    ],
    reports: inventReports(
      random,
      villages.map(({ code }, at) => ({
        unit: code,
        days: someDays(random, days, 16),
        counts: columns.map((column, index) => ({ ...column, total: totals[index]?.[at] ?? 0 })),
      })),
      { timeZone },
    ),
    reopenings: [],
    notes: [],
  };
}
