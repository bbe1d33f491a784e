import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import { formats } from "@/lib/base/i18n/format";
import { draftStepPath } from "@/lib/base/routes";
import type { TimeZone } from "@/lib/base/time/time-zone";
import { draftDays } from "@/lib/campaign/draft/kept-since";
import { stepNumber, steps, type Step } from "@/lib/campaign/draft/step";

import { DiscardDraft } from "./discard-draft";

/** Campaigns that this person began and has not made, each to be gone on with or thrown away. */
export function BegunCampaigns(props: {
  readonly drafts: readonly {
    readonly id: string;
    readonly name: string;
    readonly step: Step;
    readonly day: string;
    readonly savedAt: Date;
    readonly zone: TimeZone;
  }[];
  readonly discard: Parameters<typeof DiscardDraft>[0]["action"];
}) {
  const t = useTranslations("campaigns.setUp");
  const f = formats(useLocale());
  if (props.drafts.length === 0) return null;
  return (
    <Panel title={t("drafts.title")} note={t("drafts.note", { days: draftDays })}>
      <ul className="mt-2">
        {props.drafts.map(({ id, name, step, day, savedAt, zone }) => {
          const shown = name || t("drafts.unnamed");
          const number = stepNumber(step);
          return (
            <li
              key={id}
              className="grid gap-x-4 border-b border-line py-2 last:border-b-0 tablet:grid-cols-[1fr_auto]"
            >
              <div className="min-w-0">
                <Link
                  href={draftStepPath(id, number)}
                  className="inline-flex min-h-11 items-center font-semibold wrap-anywhere text-link underline tablet:min-h-6"
                >
                  {shown}
                </Link>
                <p className="text-note text-ink3">
                  {t("chip", { number, all: steps.length })}.{" "}
                  {t("drafts.saved", { day: f.day(day), time: f.time(savedAt, zone) })}
                </p>
              </div>
              <DiscardDraft id={id} name={shown} action={props.discard} />
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
