import "server-only";

import { authorize, type Grant } from "@/lib/account/auth/grant";
import type { Actor } from "@/lib/account/auth/policy";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { now } from "@/lib/base/time/clock";
import { givesNothing, type Campaign } from "@/lib/campaign/campaign";
import { withoutUnplaced } from "@/lib/campaign/unplaced";
import { kindsOfSets, restCode, setPlaceCode } from "@/lib/campaign/unit-set/unit-set";
import { knownOn } from "@/lib/directive/then-now";
import type { DirectiveKind } from "@/lib/directive/directive";
import type { FrozenFigures } from "@/lib/directive/frozen";
import { readIndicatorView } from "@/lib/indicator/server/read";
import { readSummary } from "@/lib/monitor/summary/server/queries";
import type { Summary } from "@/lib/monitor/summary/summary";

/**
 * The figures that a directive keeps: those of now, but of a meeting that is written down later those that it
 * had before it, of the end of the day before.
 */
export async function figuresToKeep(
  actor: Actor,
  campaign: Campaign,
  { kind, day }: { readonly kind: DirectiveKind; readonly day: CalendarDay },
  today: CalendarDay,
): Promise<FrozenFigures> {
  const grant = authorize(actor, "coverage:read", campaign.districtCode);
  return readFigures(grant, campaign, today, kind === "meeting" ? knownOn(day, today) : today);
}

/**
 * The figures of a campaign as its Ringkasan shows them on a day: what a directive keeps, and what it is
 * compared with. Of a campaign that gives nothing its indicators alone.
 *
 * @param on up to today.
 */
export async function readFigures(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  today: CalendarDay,
  on: CalendarDay = today,
): Promise<FrozenFigures> {
  const [counted, { rows }] = await Promise.all([
    givesNothing(campaign) ? null : countedOn(grant, campaign, today, on),
    readIndicatorView(grant, campaign, {}, on),
  ]);
  return {
    day: on,
    at: now().toISOString(),
    ...(counted ?? { reports: { received: 0, due: 0 }, figures: [], stages: [] }),
    indicators: rows.map(({ indicator, whole: { after, verdict } }) => ({
      id: indicator.id,
      name: indicator.name,
      measure: indicator.measure,
      quantity: after && { top: String(after.top), bottom: String(after.bottom) },
      verdict,
    })),
  };
}

async function countedOn(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  today: CalendarDay,
  on: CalendarDay,
): Promise<Pick<FrozenFigures, "reports" | "figures" | "stages">> {
  const hasStages = kindsOfSets(campaign.unitSets).includes("stage");
  const sets = hasStages ? ({ kind: "stage", restName: "" } as const) : null;
  const summary = await readSummary(grant, campaign, { today, on, sets });
  const [first] = summary.interventions;
  return {
    reports: {
      received: first?.assessment.reportsReceived ?? 0,
      due: first?.assessment.reportsExpected ?? 0,
    },
    figures: summary.interventions.map(({ intervention, assessment, verdict }) => ({
      intervention: intervention.code,
      targetGroup: intervention.targetGroup,
      doses: assessment.dosesAdministered + assessment.dosesWithoutTarget,
      targetPopulation: assessment.targetPopulation,
      needed: assessment.needed,
      neededPerDay: verdict.required.kind === "perDay" ? verdict.required.perDay : null,
      daysLeft: verdict.required.kind === "perDay" ? assessment.base.daysLeft : null,
      pace: verdict.recentPace,
    })),
    stages: hasStages ? stagesOf(summary, campaign) : [],
  };
}

/** In the campaign's order; what is in no stage is none. */
function stagesOf({ parts }: Summary, { unitSets }: Campaign): FrozenFigures["stages"] {
  const shown = withoutUnplaced(parts).filter(
    ({ code }) => code !== setPlaceCode("stage", restCode),
  );
  return unitSets.flatMap(({ kind, code, name }) => {
    const part = shown.find((each) => each.code === setPlaceCode(kind, code));
    if (kind !== "stage" || !part) return [];
    const { dosesAdministered, dosesWithoutTarget, targetPopulation } = part.assessment;
    return { code, name, doses: dosesAdministered + dosesWithoutTarget, targetPopulation };
  });
}
