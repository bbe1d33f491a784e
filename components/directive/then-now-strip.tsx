import { ArrowRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Panel } from "@/components/base/ui/panel";
import { formats, noData } from "@/lib/base/i18n/format";
import type { Campaign } from "@/lib/campaign/campaign";
import { ratioTenths } from "@/lib/coverage/percent";
import type { DirectiveKind } from "@/lib/directive/directive";
import type { FrozenFigures } from "@/lib/directive/frozen";
import { thenNow } from "@/lib/directive/then-now";

import { IndicatorsThenNow } from "./indicators-then-now";

type Figure = FrozenFigures["figures"][number];

/** Each figure of a campaign as it was when a directive was issued, and as it is. */
export function ThenNowStrip(props: {
  readonly campaign: Campaign;
  readonly kind: DirectiveKind;
  readonly before: FrozenFigures;
  readonly after: FrozenFigures;
  /** The figures beside it are of the day that it was looked at again. */
  readonly isAtReview: boolean;
  /** Of which day the figures beside it are: of now, of the day that it was looked at again. */
  readonly days: ReactNode;
}) {
  const t = useTranslations("directives.thenNow");
  const f = formats(useLocale());
  const { campaign, kind, before, after } = props;
  const pairs = thenNow(before, after);
  if (pairs.length === 0 && before.indicators.length === 0) return null;
  const title = t("title", { kind, when: props.isAtReview ? "review" : "now" });
  return (
    <Panel title={title} actions={props.days}>
      {pairs.map((pair) => (
        <OneFigure
          key={nameOf(campaign, pair.before)}
          name={nameOf(campaign, pair.before)}
          {...pair}
        />
      ))}
      <IndicatorsThenNow before={before.indicators} after={after.indicators} />
      <p className="mt-2 text-note text-ink2">
        {t("left", { kind, day: f.day(before.day) })} {t("right", { day: f.day(after.day) })}{" "}
        {t("kept")}
      </p>
    </Panel>
  );
}

function OneFigure(props: {
  readonly name: string;
  readonly before: Figure;
  readonly after: Figure;
}) {
  const t = useTranslations("directives.thenNow");
  const f = formats(useLocale());
  const { name, before, after } = props;
  const more = after.doses - before.doses;
  const gained = { more: Math.abs(more), sign: more < 0 ? "down" : "up" };
  const cells = [
    {
      key: "doses" as const,
      then: f.count(before.doses),
      now: f.count(after.doses),
      note:
        after.targetPopulation === null
          ? t("dosesAlone", gained)
          : t("dosesNote", { ...gained, of: after.targetPopulation }),
    },
    { key: "needed" as const, then: f.count(before.needed), now: f.count(after.needed), note: "" },
    {
      key: "neededPerDay" as const,
      then: f.count(before.neededPerDay),
      now: f.count(after.neededPerDay),
      note:
        before.daysLeft === null || after.daysLeft === null
          ? ""
          : t("daysLeft", { before: before.daysLeft, after: after.daysLeft }),
    },
    {
      key: "pace" as const,
      then: f.pace(before.pace),
      now: f.pace(after.pace),
      note: t("paceNote"),
    },
  ].filter(({ then, now }) => then !== noData || now !== noData);
  return (
    <section className="mt-3">
      <h3 className="text-dense font-semibold">
        {before.targetPopulation === null || after.targetPopulation === null
          ? name
          : t("of", { name, then: shareOf(before), now: shareOf(after) })}
      </h3>
      <dl className="mt-1 grid grid-cols-2 gap-x-4 gap-y-3 rounded-control border border-line p-3 desktop:grid-cols-4 print:grid-cols-4">
        {cells.map(({ key, then, now, note }) => (
          <div key={key} className="min-w-0">
            <dt className="text-note text-ink3">{t(key)}</dt>
            <dd className="tabular-nums">
              <span aria-hidden className="flex flex-wrap items-baseline gap-x-1.5">
                <span className="text-dense text-ink3">{then}</span>
                <ArrowRight className="size-3 self-center text-ink3" />
                <span className="text-figure-phone font-semibold tablet:text-figure">{now}</span>
              </span>
              <span className="sr-only">{t("change", { before: then, after: now })}</span>
              {note ? <span className="block text-note text-ink2">{note}</span> : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );

  function shareOf({ doses, targetPopulation }: Figure): string {
    return f.tenths(ratioTenths({ numerator: Math.max(0, doses), denominator: targetPopulation }));
  }
}

/** "MR", "MR, 9–59 bulan" */
function nameOf({ interventions, targetGroups }: Campaign, figure: Figure): string {
  const intervention = interventions.find(({ code }) => code === figure.intervention);
  const group = targetGroups.find(({ code }) => code === figure.targetGroup);
  return [intervention?.shortName ?? figure.intervention, group?.name].filter(Boolean).join(", ");
}
