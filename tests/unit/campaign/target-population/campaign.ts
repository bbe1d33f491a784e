import type { Campaign } from "@/lib/campaign/campaign";
import { goalOf } from "@/tests/support/goals";
import { regionCode } from "@/lib/base/region/code";
import type { NamedUnit } from "@/lib/campaign/target-population/unit-lookup";
import { everyDay } from "@/tests/support/rhythm";
import { childrenCounted } from "@/tests/support/wording";

const districtCode = regionCode.parse("62.03");

/** BIAN with two age bands for MR and one for IPV. */
export const campaign: Campaign = {
  districtCode,
  districtName: "Kabupaten Kapuas",
  unplacedName: "Di luar kecamatan",
  id: "00000000-0000-4000-8000-000000000001",
  slug: "bian-kapuas",
  name: "BIAN Kapuas",
  legalBasis: null,
  sourceName: null,
  sourceUrl: null,
  startsOn: "2026-05-18",
  endsOn: "2026-06-17",
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
  rounds: [round(1, "2026-05-18", "2026-06-17")],
  interventions: [
    {
      code: "MR",
      name: "Campak-rubela (MR)",
      shortName: "MR",
      goals: goalOf("0.95"),
      ...childrenCounted.intervention,
      targetGroups: ["9-59-bulan", "5-7-tahun"],
    },
    {
      code: "IPV",
      name: "Polio suntik (IPV)",
      shortName: "IPV",
      goals: goalOf("0.8"),
      ...childrenCounted.intervention,
      targetGroups: ["9-59-bulan"],
    },
  ],
  gates: [],
  targetGroups: [
    { code: "9-59-bulan", name: "9–59 bulan", ...childrenCounted.group },
    { code: "5-7-tahun", name: "5–<7 tahun", ...childrenCounted.group },
  ],
};

export const twoRounds: Campaign = {
  ...campaign,
  rounds: [round(1, "2026-05-18", "2026-05-24"), round(2, "2026-06-08", "2026-06-14")],
};

function round(number: number, startsOn: string, endsOn: string) {
  return {
    number,
    plannedStartsOn: startsOn,
    plannedEndsOn: endsOn,
    startsOn,
    endsOn,
    sweepingEndsOn: null,
  };
}

/** Sidomulyo stands in two subdistricts, as the real one does. */
export const units: readonly NamedUnit[] = [
  unit("62.03.01.1006", "Murung Keramat", "62.03.01", "Selat"),
  unit("62.03.01.1007", "Selat Hilir", "62.03.01", "Selat"),
  unit("62.03.09.2001", "Sidomulyo", "62.03.09", "Mantangai"),
  unit("62.03.17.2003", "Sidomulyo", "62.03.17", "Tamban Catur"),
];

function unit(code: string, name: string, subdistrict: string, subdistrictName: string): NamedUnit {
  return {
    code,
    name,
    kind: "village",
    regionCode: regionCode.parse(code),
    subdistrictCode: regionCode.parse(subdistrict),
    subdistrictName,
  };
}
