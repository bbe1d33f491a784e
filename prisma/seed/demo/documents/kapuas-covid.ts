import { addDays, daysFrom } from "@/lib/base/time/calendar-day";

import type { CampaignPlan, ReportPlan } from "../campaign-plan";
import { openRandom } from "../random";
import { shareOut } from "../share-out";
import { inventReports, someDays } from "./invent-reports";
import { asUnits, type District } from "../villages";
import { planKapuasSchedule } from "./kapuas-schedule";

const districtCode = "62.03";
const timeZone = "Asia/Jakarta";
const startsOn = "2021-10-05";
const endsOn = "2022-04-30";

/** Doses given until a day, as published: dose 1, dose 2, booster. */
const published = [
  { until: "2021-11-08", reports: 4, doses: [126_339, 59_191, 0] },
  { until: "2022-04-05", reports: 9, doses: [298_376, 245_480, 15_457] },
] as const;

/** Groups of the meeting of 5 October 2021; how many there are of each is invented. */
const groups = [
  { code: "umum", name: "Umum", share: 0.84 },
  { code: "lansia", name: "Lansia", share: 0.11 },
  { code: "komorbid", name: "Komorbid", share: 0.05 },
] as const;
const shares = groups.map(({ share }) => share);

const interventions = [
  { code: "DOSIS-1", name: "Dosis 1", shortName: "Dosis 1", coverageGoal: "0.70" },
  { code: "DOSIS-2", name: "Dosis 2", shortName: "Dosis 2", coverageGoal: "0.70" },
  { code: "BOOSTER", name: "Dosis penguat (booster)", shortName: "Booster", coverageGoal: null },
] as const;

/** Why people were not reached, of each hundred that were: invented, by the day and the place's code. */
const reasons = [
  { code: "fearOfReaction", of100: 7 },
  { code: "sick", of100: 5 },
  { code: "notNeeded", of100: 4 },
  { code: "rumour", of100: 3 },
  { code: "tooFar", of100: 2 },
] as const;

function withReasons(report: ReportPlan): ReportPlan {
  const served = report.tallies.reduce((sum, { residents }) => sum + residents, 0);
  const turn = Number(report.day.slice(-2)) + Number(report.unit.slice(-2));
  const parts = reasons.map(({ code, of100 }, index) => ({
    kind: "reason" as const,
    code,
    count: Math.round((served * of100 * (1 + ((turn + index) % 3))) / 200),
  }));
  return { ...report, parts };
}

/**
 * COVID-19 vaccination in Kabupaten Kapuas, October 2021 to April 2022. Published: doses until
 * 8 November 2021 (bakabar.com; its two percentages leave two target populations, 320,576 and 323,802)
 * and until 5 April 2022, with a target population of 320,760 (baritoinfo.com). How doses lie over
 * villages and days is invented; what was given before the first day is in it.
 */
export function planKapuasCovid({ villages }: District): CampaignPlan {
  const random = openRandom(62_032_021);
  const weights = villages.map(() => random.between(0.5, 1.8));
  const reports = published.flatMap(({ until, doses, reports: count }, part) => {
    const before = published[part - 1];
    const days = daysFrom(before ? addDays(before.until, 1) : startsOn, until);
    const totals = doses.map((sum, at) => shareOut(sum - (before?.doses[at] ?? 0), weights));
    return inventReports(
      random,
      villages.map(({ code }, at) => ({
        unit: code,
        days: someDays(random, days, count),
        counts: interventions.flatMap((each, index) => {
          const parts = shareOut(totals[index]?.[at] ?? 0, shares);
          return groups.map(({ code: targetGroup }, group) => ({
            intervention: each.code,
            targetGroup,
            total: parts[group] ?? 0,
          }));
        }),
      })),
      { timeZone },
    );
  });
  const target = (
    source: "local" | "pusdatin",
    asOf: string,
    inForceFrom: string,
    people: number,
    decree: string,
  ): CampaignPlan["targetSets"][number] => ({
    source,
    asOf,
    inForceFrom,
    decree,
    createdBy: null,
    createdAt: new Date(`${asOf}T02:00:00Z`),
    rows: interventions.flatMap(({ code }) =>
      shareOut(people, shares).map((part, at) => ({
        intervention: code,
        targetGroup: groups[at]?.code ?? "",
        region: districtCode,
        people: part,
      })),
    ),
  });
  return {
    districtCode,
    slug: "covid-kapuas-2021",
    name: "Vaksinasi COVID-19 Kabupaten Kapuas",
    legalBasis: "Rapat koordinasi PPKM Level 2, 5 Oktober 2021",
    sourceName:
      "bakabar.com 8 November 2021 dan baritoinfo.com 5 April 2022; rincian desa, hari, kelompok, dan jadwal DATA CONTOH",
    sourceUrl: "https://www.baritoinfo.com/vaksinasi-covid-19-di-kapuas-capai-9302-persen/",
    startsOn,
    endsOn,
    timeZone,
    reportCutOff: "16:00",
    isSample: true,
    words: { noun: "person", act: "vaccinated", gives: "dose" },
    // Posts and outreach on some days, not a report from each village on each of 208.
    rhythm: "sessions",
    reportParts: ["reasons"],
    interventions: interventions.map((each, index) => ({
      ...each,
      targetGroups: groups.map(({ code }) => code),
      ...(index > 0 && { follows: interventions[index - 1]?.code ?? null }),
    })),
    gates: [
      {
        code: "booster",
        name: "Booster dibuka",
        terms: [
          { intervention: "DOSIS-1", atLeast: "0.70" },
          { intervention: "DOSIS-2", atLeast: "0.60" },
        ],
      },
    ],
    targetGroups: groups.map(({ code, name }) => ({ code, name })),
    units: asUnits(villages),
    targetSets: [
      target("local", "2021-11-08", startsOn, 320_576, "126.339 = 39,41% (8 November 2021)"),
      target("pusdatin", "2021-11-08", startsOn, 323_802, "59.191 = 18,28% (8 November 2021)"),
      target("local", "2022-04-05", "2022-04-05", 320_760, "298.376 = 93,02% (5 April 2022)"),
    ],
    reports: reports.map(withReasons),
    schedule: planKapuasSchedule(villages, reports),
    reopenings: [],
    notes: [],
  };
}
