import "server-only";

import { authorize, type Grant } from "@/lib/account/auth/grant";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import { listReportingUnits } from "@/lib/campaign/server/queries";
import { judged, type JudgedAssessment } from "@/lib/safety/beside-coverage";
import type { RapidCursor } from "@/lib/safety/cursor";
import { saidDoneOf, type SaidDone } from "@/lib/safety/proposal";
import type { PassMark, RapidVerdict } from "@/lib/safety/rapid-assessment";
import type { UnitChoice } from "@/lib/safety/unit-choice";

import {
  countRapidAssessments,
  listRapidAssessments,
  readPassMark,
  type RapidFilter,
} from "./rapid-assessment-queries";
import { readUnitCoverage } from "./unit-coverage-queries";
import { listUnitChoices } from "./unit-queries";

/** The register of rapid assessments as its screen and its file show it. */
type RapidRegister = {
  readonly mark: PassMark;
  readonly verdicts: Readonly<Record<RapidVerdict, number>>;
  /** One more than a page holds, where there are more. */
  readonly listed: readonly JudgedAssessment[];
  /** Of the campaign's first intervention. */
  readonly said: SaidDone;
  readonly units: readonly UnitChoice[];
};

/** Reads it, with what reports say of each place beside it. */
export async function readRapidRegister(
  grant: Grant<"safety:report">,
  campaign: Campaign,
  asked: {
    readonly filter: RapidFilter;
    readonly after: RapidCursor | null;
    readonly perPage: number;
    readonly today: CalendarDay;
  },
): Promise<RapidRegister> {
  const { today, filter, after, perPage } = asked;
  const mark = await readPassMark(grant, campaign);
  const [listed, { verdicts, units: assessed }, coverageOf, units, choices] = await Promise.all([
    listRapidAssessments(grant, campaign, filter, { mark, after, perPage }),
    countRapidAssessments(grant, campaign, mark),
    coverageBeside(grant, campaign, today),
    listReportingUnits(grant, campaign),
    listUnitChoices(grant, campaign),
  ]);
  const isAssessed = new Set(assessed.map(({ unit, intervention }) => `${unit} ${intervention}`));
  return {
    mark,
    verdicts,
    listed: listed.map((each) => judged(each, { campaign, mark, today, coverageOf })),
    said: saidDoneOf(campaign, units, {
      intervention: campaign.interventions[0]?.code ?? "",
      today,
      coverageOf,
      isAssessed: (unit, intervention) => isAssessed.has(`${unit} ${intervention}`),
    }),
    units: choices,
  };
}

/** Coverage of the units of the grant's part: whoever reports of them may read it. */
export async function coverageBeside(
  { actor, region, office }: Grant<"safety:report">,
  campaign: Campaign,
  today: CalendarDay,
) {
  return readUnitCoverage(authorize(actor, "coverage:read", office ?? region), campaign, today);
}
