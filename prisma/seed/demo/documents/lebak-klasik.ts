import { presets } from "@/lib/campaign/preset";

import type { CampaignPlan } from "../campaign-plan";
import { openRandom } from "../random";
import { shareOut } from "../share-out";
import { inventReports } from "./invent-reports";
import { asUnits, firstOfEach, type District } from "../villages";

const districtCode = "36.02";
const timeZone = "Asia/Jakarta";
const day = "2024-07-25";
const intervention = "LAYANAN";

/** Warunggunung, Kalanganyar, Cileles, Curugbitung, Cikulur, Sajira. */
const subdistrictNames = [
  "Warunggunung",
  "Kalanganyar",
  "Cileles",
  "Curugbitung",
  "Cikulur",
  "Sajira",
];

/**
 * How many there are, as the document lists them for the six kecamatan, and how many were served,
 * which is invented. Adolescents have no number in the document.
 */
const groups: readonly (readonly [code: string, people: number | null, served: number])[] = [
  ["baduta-stunting", 197, 171],
  ["balita-stunting", 803, 655],
  ["bumil-kek", 84, 79],
  ["baduta-krs", 3_247, 2_210],
  ["balita-krs", 12_605, 7_960],
  ["krs-air-minum", 2_022, 940],
  ["krs-jamban", 6_919, 2_480],
  ["krs-kb-modern", 12_637, 3_905],
  ["remaja-catin", null, 321],
  ["miskin-ekstrem", 798, 702],
];

/**
 * Gebyar KLASIK II in Kabupaten Lebak, 25 July 2024: six kecamatan, 24 villages, ten groups that
 * overlap, no goal. Groups and their numbers are those of Pemkab Lebak, 26 July 2024; which villages
 * the 24 were is not said there, so they and what was counted are invented.
 */
export function planLebakKlasik({ villages, subdistricts }: District): CampaignPlan {
  const random = openRandom(360_224_725);
  const chosen = subdistrictNames.map((name) => {
    const found = subdistricts.find((each) => each.name.replaceAll(" ", "") === name);
    if (!found) throw new Error(`Lebak has no kecamatan ${name}`);
    return found.code;
  });
  const units = firstOfEach(villages, chosen, 4);
  const weights = units.map(() => random.between(0.6, 1.5));
  const served = groups.map(([, , count]) => shareOut(count, weights));
  const { klasik } = presets;
  return {
    districtCode,
    slug: "gebyar-klasik-2-lebak",
    name: "Gebyar KLASIK II Kabupaten Lebak",
    legalBasis: "Perpres 72/2021, Keppres 23/2017, Inpres 4/2022",
    sourceName: "Pemkab Lebak, 26 Juli 2024: kelompok dan sasaran; selebihnya DATA CONTOH",
    sourceUrl: null,
    startsOn: day,
    endsOn: day,
    timeZone,
    reportCutOff: "20:00",
    isSample: true,
    words: { noun: klasik.noun, act: klasik.act, gives: klasik.gives },
    interventions: [
      {
        code: intervention,
        name: "Dilayani",
        shortName: "Dilayani",
        coverageGoal: null,
        groupsAdd: false,
        targetGroups: groups.map(([code]) => code),
      },
    ],
    targetGroups: klasik.groups.map(({ code, name, noun, months = [] }) => ({
      code,
      name,
      noun: noun ?? null,
      minMonths: months[0] ?? null,
      maxMonthsExclusive: months[1] ?? null,
    })),
    units: asUnits(units),
    unitSets: [
      {
        kind: "lokus",
        code: "lokus",
        name: "Desa lokus",
        units: units.map(({ code }) => code),
      },
    ],
    targetSets: [
      {
        source: "local",
        asOf: day,
        decree: null,
        createdBy: null,
        createdAt: new Date("2024-07-24T02:00:00Z"),
        rows: groups.flatMap(([targetGroup, people]) =>
          people === null ? [] : [{ intervention, targetGroup, region: districtCode, people }],
        ),
      },
    ],
    reports: inventReports(
      random,
      units.map(({ code }, at) => ({
        unit: code,
        days: [day],
        counts: groups.map(([targetGroup], group) => ({
          intervention,
          targetGroup,
          total: served[group]?.[at] ?? 0,
        })),
      })),
      { timeZone },
    ),
    // One place in each of the 24 villages on the day.
    schedule: {
      strategies: [{ place: "lokus/lokus", targetGroups: [], mode: "mass" }],
      teams: [],
      sessions: units.map(({ code }) => ({
        ...{ unit: code, day, mode: "mass", targetGroups: [], team: null },
        ...{ planned: null, calledOff: null },
      })),
    },
    reopenings: [],
    notes: [],
  };
}
