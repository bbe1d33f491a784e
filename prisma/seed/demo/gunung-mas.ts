import { instantOf } from "@/lib/base/time/time-zone";

import type { CampaignPlan } from "./campaign-plan";
import { openRandom } from "./random";
import { sumOf } from "./share-out";

/** As printed: puskesmas, target population, vaccinated. Eleven of seventeen could be read. */
const published: readonly (readonly [name: string, people: number, vaccinated: number])[] = [
  ["Kurun", 4_036, 2_828],
  ["Tampang Tumbang Anjir", 2_197, 1_397],
  ["Tewang Pajangan", 1_707, 1_692],
  ["Kampuri", 1_666, 1_659],
  ["Sepang", 2_420, 2_339],
  ["Tewah", 4_395, 3_751],
  ["Tumbang Miri", 1_588, 1_895],
  ["Napoi", 553, 408],
  ["Masukih", 367, 132],
  ["Marikoi", 694, 504],
  ["Mahuroi", 460, 223],
];
/** The kabupaten's totals, as printed. */
const total = { people: 27_730, vaccinated: 22_730 };

const districtCode = "62.10";
const zone = "Asia/Jakarta";
const publishedOn = "2022-09-01";
const column = { intervention: "MR", targetGroup: "9-bulan-12-tahun" };

type Puskesmas = {
  readonly code: string;
  readonly name: string;
  readonly people: number;
  readonly vaccinated: number;
};

/**
 * BIAN 2022 in Kabupaten Gunung Mas as published: real figures, one cumulative report for each
 * puskesmas on the day of the article. No count of a day is known.
 *
 * Source: "Cakupan BIAN Dilaksanakan Dinkes Gumas Capai Ribuan Lebih", KaltengOke, 1 September
 * 2022. Percentages are computed from the counts: where the paper printed 65.0 for Tampang Tumbang
 * Anjir and cut the total to 81.9, the counts give 63.6 and 82.0.
 *
 * @param sender Id of who is named as sender; null: nobody.
 */
export function planGunungMas(sender: string | null): CampaignPlan {
  const random = openRandom(621_022);
  const receivedAt = instantOf(publishedOn, "12:00", zone);
  const units = readPuskesmas();

  return {
    districtCode,
    slug: "bian-gunung-mas-2022",
    name: "BIAN 2022 Kabupaten Gunung Mas",
    legalBasis: null,
    sourceName: "KaltengOke, 1 September 2022",
    sourceUrl:
      "https://kaltengoke.com/2022/09/01/cakupan-bian-dilaksanakan-dinkes-gumas-capai-ribuan-lebih",
    startsOn: "2022-05-18",
    endsOn: publishedOn,
    timeZone: zone,
    reportCutOff: "16:00",
    isSample: false,
    interventions: [
      {
        code: column.intervention,
        name: "Campak-rubela (MR)",
        shortName: "MR",
        coverageGoal: "0.95",
        targetGroups: [column.targetGroup],
      },
    ],
    targetGroups: [{ code: column.targetGroup, name: "9 bulan–12 tahun" }],
    // The source does not say in which kecamatan a puskesmas lies: each belongs to the kabupaten.
    units: units.map(({ code, name }) => ({
      code,
      name,
      kind: "puskesmas",
      regionCode: districtCode,
      subdistrictCode: districtCode,
    })),
    targetSets: [
      {
        source: "local",
        asOf: publishedOn,
        decree: null,
        createdBy: sender,
        createdAt: receivedAt,
        rows: units.map(({ code, people }) => ({ ...column, unit: code, people })),
      },
    ],
    reports: units.map(({ code, vaccinated }) => ({
      submissionId: random.uuid(),
      unit: code,
      day: publishedOn,
      isOnTime: true,
      receivedAt,
      submittedBy: sender,
      // The health office published it itself.
      settled: { status: "verified", at: receivedAt, by: sender, reason: null },
      tallies: [{ ...column, residents: vaccinated, nonResidents: 0 }],
    })),
    reopenings: [],
    notes: [],
  };
}

/**
 * The eleven, and one that stands for the six others: what the printed totals leave for them, so
 * that the kabupaten's total is the printed one.
 */
function readPuskesmas(): readonly Puskesmas[] {
  return [
    ...published.map(([name, people, vaccinated]) => ({
      code: `pkm-${name.toLowerCase().replaceAll(" ", "-")}`,
      name: `Puskesmas ${name}`,
      people,
      vaccinated,
    })),
    {
      code: "pkm-lain",
      name: "6 puskesmas lain (tidak dirinci sumber)",
      people: total.people - sumOf(published.map(([, people]) => people)),
      vaccinated: total.vaccinated - sumOf(published.map(([, , vaccinated]) => vaccinated)),
    },
  ];
}
