import { useLocale, useMessages, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import { formats } from "@/lib/base/i18n/format";
import { isNoun } from "@/lib/base/i18n/wording";
import { daysBetween, isCalendarDay } from "@/lib/base/time/calendar-day";
import type { CampaignDraft } from "@/lib/campaign/draft";
import { steps } from "@/lib/campaign/draft/step";
import { unitsOfDraft, type UnitName } from "@/lib/campaign/draft/units";

import { useStepSummaries } from "./use-step-summaries";

/** The whole campaign in words and counts, before it is made. */
export function DraftOverview(props: {
  readonly draft: CampaignDraft;
  readonly villages: readonly UnitName[];
  /** The kabupaten by its name. */
  readonly district: string;
}) {
  const t = useTranslations("campaigns.setUp");
  const { draft, villages, district } = props;
  const summaries = useStepSummaries(draft, villages);
  const lines = useLines(draft, villages);
  return (
    <Panel title={t("overview.title")} note={t("overview.note")}>
      <dl className="mt-3 grid gap-x-4 gap-y-3 text-dense tablet:grid-cols-[11rem_1fr]">
        {steps
          .filter((step) => step !== "people")
          .map((step) => (
            <div key={step} className="contents">
              <dt className="font-semibold">{t(`steps.${step}`)}</dt>
              <dd className="min-w-0 wrap-anywhere">
                {step === "general" && district !== "" ? `${district}. ` : ""}
                {summaries[step] || t("empty")}
                {lines[step].length > 0 ? (
                  <ul className="text-note text-ink2">
                    {lines[step].map((line) => (
                      <li key={line}>{line}</li>
                    ))}
                  </ul>
                ) : null}
              </dd>
            </div>
          ))}
      </dl>
    </Panel>
  );
}

function useLines(draft: CampaignDraft, villages: readonly UnitName[]) {
  const t = useTranslations("campaigns.setUp.overview");
  const { words } = useMessages();
  const f = formats(useLocale());
  const noun = (word: string) => (isNoun(word) ? words.nouns[word].one : word);
  const isDated = isCalendarDay(draft.startsOn) && isCalendarDay(draft.endsOn);
  const units = unitsOfDraft(draft, villages, null).length;
  const days = isDated ? daysBetween(draft.startsOn, draft.endsOn) + 1 : 0;
  return {
    general: [draft.legalBasis, draft.isSample ? t("sample") : ""].filter(Boolean),
    units: [],
    given: draft.interventions.map((each) =>
      t(`goals.${each.goalScope}`, {
        name: each.name,
        goal: each.goal.replace(/\s*%$/, ""),
        groups: each.groups.length,
      }),
    ),
    groups: draft.groups.map((group) =>
      t("group", { name: group.name, noun: noun(group.noun || draft.noun) }),
    ),
    rounds: [
      ...draft.rounds
        .filter(({ startsOn, endsOn }) => isCalendarDay(startsOn) && isCalendarDay(endsOn))
        .map(({ number, startsOn, endsOn }) =>
          t("round", { number: String(number), from: f.day(startsOn), to: f.day(endsOn) }),
        ),
      ...(draft.rhythm === "daily" && days > 0 ? [t("daily", { units, days })] : []),
    ],
  };
}
