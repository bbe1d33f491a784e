import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import { isCalendarDay } from "@/lib/base/time/calendar-day";
import type { CampaignDraft } from "@/lib/campaign/draft";
import type { Step } from "@/lib/campaign/draft/step";
import { unitsOfDraft, type UnitName } from "@/lib/campaign/draft/units";
import { readAllSetLines } from "@/lib/campaign/unit-set/lines";

/** What stands in each step, in a line; empty: nothing yet. */
export function useStepSummaries(
  draft: CampaignDraft,
  villages: readonly UnitName[],
): Readonly<Record<Step, string>> {
  const t = useTranslations("campaigns.setUp.summaries");
  const period = useTranslations("campaigns");
  const f = formats(useLocale());
  const dated = (from: string, to: string) =>
    isCalendarDay(from) && isCalendarDay(to)
      ? period("period", { from: f.day(from), to: f.day(to) })
      : "";
  const units = unitsOfDraft(draft, villages, null);
  const { sets } = readAllSetLines(draft.setLines, units);
  const nouns = new Set(draft.groups.map(({ noun }) => noun || draft.noun));
  const goalless = draft.interventions.filter(({ goalScope }) => goalScope === "none").length;
  return {
    general: [draft.name, dated(draft.startsOn, draft.endsOn)].filter(Boolean).join(", "),
    units: units.length === 0 ? "" : t("units", { units: units.length, sets: sets.length }),
    given:
      draft.interventions.length === 0
        ? ""
        : t("given", { count: draft.interventions.length, goalless, gates: draft.gates.length }),
    groups:
      draft.groups.length === 0
        ? ""
        : t("groups", { count: draft.groups.length, nouns: nouns.size }),
    rounds: [
      t("rounds", { count: draft.rounds.length }),
      dated(draft.rounds[0]?.startsOn ?? "", draft.rounds.at(-1)?.endsOn ?? ""),
    ]
      .filter(Boolean)
      .join(", "),
    people: t("people"),
  };
}
