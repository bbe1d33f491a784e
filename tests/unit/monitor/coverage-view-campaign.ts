import type { Campaign } from "@/lib/campaign/campaign";
import { goalOf } from "@/tests/support/goals";
import { districtCode } from "@/lib/base/region/code";
import { everyDay } from "@/tests/support/rhythm";
import { childrenCounted } from "@/tests/support/wording";

const firstRound = {
  number: 1,
  plannedStartsOn: "2026-05-18",
  plannedEndsOn: "2026-06-17",
  startsOn: "2026-05-18",
  endsOn: "2026-06-17",
  sweepingEndsOn: null,
} as const;

/** A campaign of MR in three age groups and OPV in one, 18 May to 17 June. */
export function campaignOf({
  hasSecondRound = false,
  isSample = false,
}: {
  readonly hasSecondRound?: boolean;
  readonly isSample?: boolean;
}): Campaign {
  return {
    districtCode: districtCode.parse("62.03"),
    districtName: "Kabupaten Kapuas",
    unplacedName: "Di luar kecamatan",
    id: "00000000-0000-4000-8000-000000000000",
    slug: "bian",
    name: "BIAN Kabupaten Kapuas",
    legalBasis: null,
    sourceName: null,
    sourceUrl: null,
    startsOn: "2026-05-18",
    endsOn: "2026-07-31",
    timeZone: "Asia/Jakarta",
    reportCutOff: "16:00",
    isSample,
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
    rounds: hasSecondRound
      ? [firstRound, { ...firstRound, number: 2, startsOn: "2026-07-01", endsOn: "2026-07-07" }]
      : [firstRound],
    interventions: [
      {
        code: "MR",
        name: "Campak-rubela (MR)",
        shortName: "MR",
        goals: goalOf("0.95"),
        ...childrenCounted.intervention,
        targetGroups: ["9-59-bulan", "5-7-tahun", "7-12-tahun"],
      },
      {
        code: "OPV",
        name: "Polio tetes (OPV)",
        shortName: "OPV",
        goals: goalOf("0.8"),
        ...childrenCounted.intervention,
        targetGroups: ["9-59-bulan"],
      },
    ],
    gates: [],
    targetGroups: [
      { code: "9-59-bulan", name: "9–59 bulan", ...childrenCounted.group },
      { code: "5-7-tahun", name: "5–<7 tahun", ...childrenCounted.group },
      { code: "7-12-tahun", name: "7–12 tahun", ...childrenCounted.group },
    ],
  };
}
