import { useTranslations } from "next-intl";

import type { FormAction } from "@/components/base/register/form-outcome";
import type { Strategy } from "@/lib/plan/plan";

import { StrategyForm, type PlaceChoices } from "./strategy-form";
import { StrategyLine, type StrategyWords } from "./strategy-panel";

/** The strategies of a campaign, each with its form, and one for another. */
export function PlanStrategies(
  props: StrategyWords & {
    readonly slug: string;
    readonly strategies: readonly Strategy[];
    readonly choices: PlaceChoices;
    /** Whether the reader plans that place. */
    readonly mayChange: (place: string) => boolean;
    readonly groups: readonly { readonly code: string; readonly name: string }[];
    readonly save: FormAction;
  },
) {
  const t = useTranslations("schedule");
  const { slug, strategies, choices, groups, save } = props;
  const form = { places: choices, groups, save };
  return (
    <>
      <ul className="mt-2 divide-y divide-line">
        {strategies.map((strategy) => (
          <li key={strategy.id} className="py-2">
            <StrategyLine {...props} strategy={strategy} />
            {props.mayChange(strategy.place) ? (
              <details className="mt-1 pl-7.5">
                <summary className="min-h-11 py-2 text-dense text-link underline tablet:min-h-8">
                  {t("planning.change")}
                  <span className="sr-only"> {props.placeOf(strategy.place)}</span>
                </summary>
                <StrategyForm
                  key={strategy.version}
                  {...form}
                  start={{
                    slug,
                    id: strategy.id,
                    version: strategy.version,
                    sent: crypto.randomUUID(),
                  }}
                  strategy={strategy}
                />
              </details>
            ) : null}
          </li>
        ))}
      </ul>
      <h3 className="mt-4 border-t border-line pt-3 text-dense font-semibold">
        {t("planning.addStrategy")}
      </h3>
      <StrategyForm
        {...form}
        start={{ slug, id: crypto.randomUUID(), version: 0, sent: crypto.randomUUID() }}
        strategy={{
          place: choices[0]?.places[0]?.code ?? "",
          targetGroups: [],
          mode: "outreach",
          isWithdrawn: false,
        }}
      />
    </>
  );
}
