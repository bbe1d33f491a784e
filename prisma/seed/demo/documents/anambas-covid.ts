import { daysFrom } from "@/lib/base/time/calendar-day";

import type { CampaignPlan, SchedulePlan } from "../campaign-plan";
import { openRandom } from "../random";
import { shareOut } from "../share-out";
import { inventReports, someDays } from "./invent-reports";
import { anambasOffices, type OfficePlan } from "../offices";
import { asUnits, type District } from "../villages";

const districtCode = "21.05";
const timeZone = "Asia/Jakarta";
const startsOn = "2021-06-01";
const camatOpensOn = "2021-06-05";
const column = { intervention: "DOSIS-1", targetGroup: "umum" };

/** As reported at the meeting of 9 June 2021, of the day before. */
const announced = { people: 32_415, doses: 5_113, day: "2021-06-08" };

/**
 * COVID-19 vaccination in Kabupaten Kepulauan Anambas, June 2021, first in the offices, then in those
 * of the camat, then in the villages. The target population of the kabupaten and what was reached by
 * 8 June are those of zonasidik.com, 9 June 2021; which offices there were, and who gave how much on
 * which day, is invented.
 */
export function planAnambasCovid({ villages, subdistricts }: District): CampaignPlan {
  const random = openRandom(21_052_021);
  const offices = anambasOffices(subdistricts);
  const opd = offices.opd.map(asUnit);
  const camat = offices.camat.map(asUnit);
  const units = [...opd, ...camat, ...asUnits(villages)];
  // Until 8 June the villages had not begun.
  const begun = [...opd, ...camat];
  const totals = shareOut(
    announced.doses,
    begun.map((_, at) => random.between(0.6, 1.4) * (at < opd.length ? 12 : 1)),
  );
  const isOpd = (at: number) => at < opd.length;
  return {
    districtCode,
    slug: "covid-anambas-2021",
    name: "Vaksinasi COVID-19 Kepulauan Anambas",
    legalBasis: null,
    sourceName:
      "zonasidik.com, 9 Juni 2021: sasaran dan capaian; rincian unit, hari, dan jadwal DATA CONTOH",
    sourceUrl: null,
    startsOn,
    endsOn: "2021-06-30",
    timeZone,
    reportCutOff: "16:00",
    isSample: true,
    words: { noun: "person", act: "vaccinated", gives: "dose" },
    rhythm: "sessions",
    interventions: [
      {
        code: column.intervention,
        name: "Dosis 1",
        shortName: "Dosis 1",
        coverageGoal: "1",
        targetGroups: [column.targetGroup],
      },
    ],
    gates: [
      {
        code: "KANTOR-CAMAT",
        name: "Kantor camat dimulai setelah OPD selesai",
        terms: [
          {
            intervention: column.intervention,
            unitSet: { kind: "stage", code: "opd" },
            atLeast: "1",
          },
        ],
      },
    ],
    targetGroups: [{ code: column.targetGroup, name: "Sasaran vaksinasi" }],
    units,
    unitSets: [
      { kind: "stage", code: "opd", name: "OPD", opensOn: startsOn, units: codesOf(opd) },
      {
        kind: "stage",
        code: "kantor-camat",
        name: "Kantor camat",
        opensOn: camatOpensOn,
        units: codesOf(camat),
      },
      {
        kind: "stage",
        code: "desa",
        name: "Desa",
        opensOn: "2021-06-09",
        units: codesOf(villages),
      },
    ],
    targetSets: [
      {
        source: "local",
        asOf: announced.day,
        inForceFrom: startsOn,
        decree: null,
        createdBy: null,
        createdAt: new Date("2021-06-09T02:00:00Z"),
        rows: [
          { ...column, region: districtCode, people: announced.people },
          // Everybody in the offices that came first.
          ...opd.map(({ code }, at) => ({ ...column, unit: code, people: totals[at] ?? 0 })),
        ],
      },
    ],
    reports: inventReports(
      random,
      begun.map(({ code }, at) => ({
        unit: code,
        days: isOpd(at)
          ? someDays(random, daysFrom(startsOn, announced.day), 6)
          : someDays(random, daysFrom(camatOpensOn, announced.day), 3),
        counts: [{ ...column, total: totals[at] ?? 0 }],
      })),
      { timeZone },
    ),
    quality: {
      inhabitants: [],
      statedTotals: [
        {
          place: districtCode,
          intervention: column.intervention,
          day: announced.day,
          isCumulative: true,
          doses: announced.doses,
          source: "zonasidik.com, 9 Juni 2021",
          createdBy: null,
          createdAt: new Date("2021-06-09T02:00:00Z"),
        },
      ],
      rejections: [],
      notes: [],
    },
    schedule: massWeek(villages),
    reopenings: [],
    notes: [],
  };
}

/**
 * Mass sessions in the villages in one week, 9 to 16 June 2021, as the meeting decided; which village had
 * its day when, and for how many, is INVENTED (DATA CONTOH): the people that were not reached yet, shared out.
 */
function massWeek(villages: District["villages"]): SchedulePlan {
  const days = daysFrom("2021-06-09", "2021-06-16");
  const people = shareOut(
    announced.people - announced.doses,
    villages.map(() => 1),
  );
  return {
    strategies: [{ place: districtCode, targetGroups: [], mode: "mass" }],
    teams: [],
    sessions: villages.map(({ code }, at) => ({
      unit: code,
      day: days[at % days.length] ?? startsOn,
      mode: "mass",
      targetGroups: [],
      team: null,
      planned: people[at] ?? null,
      calledOff: null,
    })),
  };
}

function asUnit({ code, name, region }: OfficePlan) {
  const at = { regionCode: region, subdistrictCode: region };
  return { code, name, kind: "office", ...at, officeCode: code };
}

function codesOf(units: readonly { readonly code: string }[]): readonly string[] {
  return units.map(({ code }) => code);
}
