"use client";

import { useLocale, useTranslations } from "next-intl";
import { createContext, useContext, type ReactNode } from "react";

import { formats } from "@/lib/base/i18n/format";
import type { DraftIntervention } from "@/lib/campaign/draft/given";
import { shareOf } from "@/lib/campaign/goal-text";
import type { GoalScope } from "@/lib/coverage/dated-goal";
import { findGoal } from "@/lib/coverage/goal";
import { goalNeeds, type GoalBase, type GoalBases } from "@/lib/monitor/goal-base";

const Bases = createContext<GoalBases>({});

/** A form of a campaign that stands: what its goals lack is known while they are chosen. */
export function GoalNeeds(props: { readonly bases: GoalBases; readonly children: ReactNode }) {
  return <Bases value={props.bases}>{props.children}</Bases>;
}

/** What the typed goal would lack in a scope, by the figures of now; nothing where none can be said. */
export function GoalNeed(props: { readonly each: DraftIntervention; readonly scope: GoalScope }) {
  const { each, scope } = props;
  const base = useContext(Bases)[each.code];
  return base ? <Need base={base} typed={each.goal} scope={scope} /> : null;
}

function Need(props: {
  readonly base: GoalBase;
  readonly typed: string;
  readonly scope: GoalScope;
}) {
  const { base, typed, scope } = props;
  const t = useTranslations("campaigns.goalNeeds");
  const format = formats(useLocale());
  const goal = findGoal(shareOf(typed));
  const count = goal === null ? null : goalNeeds(base, goal)[scope];
  if (count === null) return null;
  return (
    <span className="text-note font-normal text-ink2">
      {t(count === 0 ? "reached" : scope, { count: format.count(count) })}
    </span>
  );
}
