import { useTranslations } from "next-intl";

import { ButtonLink } from "@/components/base/ui/button-link";
import { Panel } from "@/components/base/ui/panel";
import type { Strategy } from "@/lib/plan/plan";

import { ModeIcon } from "./mode-icon";

export type StrategyWords = {
  /** What a strategy's place is called. */
  readonly placeOf: (place: string) => string;
  /** What a group is called. */
  readonly groupOf: (code: string) => string;
};

/** Where whom how: the strategies that hold, the more specific first. */
export function StrategyPanel(
  props: StrategyWords & {
    readonly strategies: readonly Strategy[];
    /** Where they are set; null: somebody else does that. */
    readonly edit: string | null;
  },
) {
  const t = useTranslations("schedule.strategy");
  return (
    <Panel title={t("title")} note={t("note")}>
      {props.strategies.length === 0 ? (
        <p className="mt-2 text-dense text-ink2">{t("none")}</p>
      ) : null}
      <ul className="mt-2 divide-y divide-line">
        {props.strategies.map((strategy) => (
          <li key={strategy.id} className="py-2">
            <StrategyLine {...props} strategy={strategy} />
          </li>
        ))}
      </ul>
      {props.edit ? (
        <p className="mt-2">
          <ButtonLink href={props.edit}>{t("edit")}</ButtonLink>
        </p>
      ) : null}
    </Panel>
  );
}

/** "Selat semua kelompok: pos pelayanan". */
export function StrategyLine(
  props: StrategyWords & { readonly strategy: Omit<Strategy, "id" | "version"> },
) {
  const t = useTranslations("schedule");
  const { place, targetGroups, mode, isWithdrawn } = props.strategy;
  return (
    <p className="flex items-start gap-2.5 text-dense">
      <ModeIcon mode={mode} className="mt-0.5 size-5 shrink-0 text-ink2" />
      <span className="min-w-0 wrap-anywhere">
        <b className="font-semibold">{props.placeOf(place)}</b>{" "}
        <span className="text-note text-ink3">
          {targetGroups.length === 0
            ? t("strategy.everybody")
            : targetGroups.map(props.groupOf).join(", ")}
        </span>
        <span className="block">
          {t(`modes.${mode}`)}
          {isWithdrawn ? (
            <span className="text-note text-ink3"> ({t("strategy.withdrawn")})</span>
          ) : null}
        </span>
      </span>
    </p>
  );
}
