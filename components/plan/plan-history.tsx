import { useTranslations } from "next-intl";

import { RecordHistory } from "@/components/base/register/record-history";
import type { TimeZone } from "@/lib/base/time/time-zone";
import type { PlanVersion } from "@/lib/plan/plan-version";

import { StrategyLine, type StrategyWords } from "./strategy-panel";

/** Who set strategies and teams when, and what they said then. */
export function PlanHistory(
  props: StrategyWords & {
    readonly versions: readonly PlanVersion[];
    readonly zone: TimeZone;
  },
) {
  const t = useTranslations("schedule.planning");
  return (
    <RecordHistory
      zone={props.zone}
      items={props.versions.map((each) => ({
        id: each.id,
        at: each.at,
        actorName: each.actorName,
        what: t(`did.${each.kind}.${deedOf(each)}`),
        said:
          each.kind === "strategy" ? (
            <StrategyLine {...props} strategy={each.strategy} />
          ) : (
            <p>
              {each.team.name}, {props.placeOf(each.team.base)},{" "}
              {t("perDay", { count: each.team.peoplePerDay })}
            </p>
          ),
      }))}
    />
  );
}

function deedOf(each: PlanVersion): "added" | "changed" | "ended" {
  const isOver = each.kind === "team" ? each.team.isClosed : each.strategy.isWithdrawn;
  if (isOver) return "ended";
  return each.version === 1 ? "added" : "changed";
}
