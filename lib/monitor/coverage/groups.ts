import type { Wording } from "@/lib/base/i18n/wording";
import type { Campaign } from "@/lib/campaign/campaign";
import { figureKeyOf, figuresOf } from "@/lib/campaign/figure";
import type { assessor, Assessment } from "@/lib/monitor/assessment";
import type { CountedFact } from "@/lib/monitor/counted-fact";
import { countsOf, type CountedOn, type PlaceCounts } from "@/lib/monitor/counts";
import { groupBy } from "@/lib/base/group-by";

import type { CoverageParams } from "./params";
import type { Part } from "./parts";
import { sumCounted } from "./rows";

/** One group of the chosen intervention in the whole place. */
export type GroupStanding = Assessment & {
  readonly groupName: string;
  readonly wording: Wording;
};

/** The whole place in each group of the chosen intervention. */
export function groupStandings(
  facts: readonly CountedFact[],
  own: ReadonlySet<string>,
  whole: Part,
  campaign: Campaign,
  params: CoverageParams,
  assessed: ReturnType<typeof assessor>,
  countedOn: CountedOn,
): GroupStanding[] {
  const filter = {
    intervention: params.intervention.code,
    targetGroup: params.groupFilter ?? undefined,
    isSplit: true,
  };
  const figures = figuresOf(campaign, filter);
  const split: PlaceCounts[] = countsOf(facts, campaign, filter, countedOn).filter(
    ({ code }) => own.has(code) || code === whole.code,
  );
  const byFigure = groupBy(split, figureKeyOf);
  const completeDays = whole.completeDays ?? 0;
  return figures.flatMap((figure) => {
    const units = byFigure.get(figure.key) ?? [];
    const { code: intervention, targetGroup } = figure;
    const counted = sumCounted(units, { ...whole, completeDays, intervention, targetGroup });
    const name = campaign.targetGroups.find(({ code }) => code === targetGroup)?.name;
    const assessment = assessed(counted);
    return assessment
      ? [{ ...assessment, groupName: name ?? figure.name, wording: figure.wording }]
      : [];
  });
}
