import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { GroupingChoice } from "@/components/monitor/grouping-choice";
import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { ButtonLink } from "@/components/base/ui/button-link";
import { Segments } from "@/components/base/ui/segments";
import { ratioTenths } from "@/lib/coverage/percent";
import { formats } from "@/lib/base/i18n/format";
import type { SharedLines } from "@/lib/report/reminder/joined";
import { routes, withQuery } from "@/lib/base/routes";
import { timeZoneNames } from "@/lib/base/time/time-zone";

import type { CompletenessProps } from "./completeness-props";
import { CopyText } from "./copy-text";

/** What the screen is about, and its two actions. A phone is told how many are missing instead. */
export function CompletenessHead(
  props: CompletenessProps & {
    /** Empty: nobody is awaited, or nobody to remind. */
    readonly reminders: SharedLines;
    /** The screen is one step below the whole that may be read. */
    readonly isDrilled: boolean;
  },
) {
  const t = useTranslations("completeness");
  const places = useTranslations("places");
  const common = useTranslations("common");
  const format = formats(useLocale());
  const { campaign, view, links } = props;
  const { root, noun } = view;
  const awaited = view.onDay.missing;
  const time = `${format.hour(campaign.reportCutOff)} ${timeZoneNames[campaign.timeZone]}`;
  const isWhole = root.kind === "district";

  return (
    <>
      {props.isDrilled ? (
        <Breadcrumb
          label={common("breadcrumb")}
          parts={[
            { name: campaign.districtName, href: links.to({ place: null }) },
            { name: root.name },
          ]}
        />
      ) : null}
      <div className="mt-1 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <h1 className="text-verdict-phone font-semibold tablet:text-title">
            <span className="max-tablet:hidden">
              {isWhole ? t("title") : t("titleOf", { place: root.name })}
            </span>
            <span className="tablet:hidden">
              <PhoneTitle view={view} />
            </span>
          </h1>
          <p className="text-dense text-ink2 max-tablet:hidden">
            <Intro {...props} time={time} />
          </p>
          <p className="mt-1 text-ink2 tablet:hidden">
            <PhoneSentence {...props} />
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-2 max-tablet:w-full print:hidden">
          {campaign.rounds.length > 1 ? (
            <Segments
              label={t("roundLabel")}
              options={campaign.rounds.map(({ number }) => ({
                label: t("roundNumber", { number }),
                href: links.to({ round: number }),
                isCurrent: number === view.round.number,
              }))}
            />
          ) : null}
          {root.kind === "district" || root.rowsAre === "set" ? (
            <GroupingChoice
              sets={campaign.unitSets}
              current={root.setKind}
              href={(setKind) => links.to({ setKind })}
            />
          ) : null}
          <ButtonLink href={links.csv} prefetch={false} className="max-tablet:hidden">
            <Download aria-hidden className="size-4" />
            {common("downloadCsv")}
          </ButtonLink>
          {root.kind === "unit" && awaited > 0 ? (
            <ButtonLink
              href={withQuery(routes.entryOf(root.code), {
                kampanye: campaign.slug,
                hari: view.day,
              })}
              variant="primary"
              size="phone"
              className="max-tablet:w-full"
            >
              {t("day.enter")}
            </ButtonLink>
          ) : null}
          {props.reminders.texts.length === 0 ? null : (
            <CopyText
              text={props.reminders}
              label={
                isWhole && root.rowsAre !== "unit"
                  ? t("copyAll")
                  : t("copyFor", {
                      count: format.count(awaited),
                      noun: places(`counted.${noun}`, { count: awaited }),
                    })
              }
              copied={t("waiting.copied")}
              failed={t("waiting.failed")}
              look={{ variant: "primary", size: "phone", className: "max-tablet:w-full" }}
            />
          )}
        </div>
      </div>
    </>
  );
}

/** What is counted here, by the campaign's rhythm, and the closed days that are not. */
function Intro({ campaign, view, time }: CompletenessProps & { readonly time: string }) {
  const t = useTranslations("completeness");
  const places = useTranslations("places");
  const format = formats(useLocale());
  const noun = places(`nouns.${view.noun}`);
  const period = t(`periods.${campaign.period ?? "month"}`);
  return (
    <>
      {campaign.rhythm === "daily"
        ? t("intro", { noun, days: format.count(view.calendar.day), time })
        : t(`introOf.${campaign.rhythm}`, { noun, period, time })}{" "}
      {view.closedDays.length > 0 ? t("closed", { count: view.closedDays.length }) : null}
    </>
  );
}

/** How many are missing; of one unit alone whether it has reported. */
function PhoneTitle({ view }: Pick<CompletenessProps, "view">) {
  const t = useTranslations("completeness");
  const places = useTranslations("places");
  const format = formats(useLocale());
  const { onDay, root } = view;
  const noun = places(`nouns.${view.noun}`);
  if (onDay.expected === 0) return t("title");
  if (root.kind === "unit") {
    return t(onDay.missing > 0 ? "introPhone.ownMissing" : "introPhone.ownWhole", {
      place: root.name,
    });
  }
  return onDay.missing > 0
    ? t("introPhone.missing", {
        count: format.count(onDay.missing),
        noun: places(`counted.${view.noun}`, { count: onDay.missing }),
      })
    : t("introPhone.whole", { noun });
}

/** "Mantangai, Kamis, 4 Juni: 5 dari 38 desa lapor (13,2%), data s.d. 17.05 WIB. …" */
function PhoneSentence({ campaign, view }: CompletenessProps) {
  const t = useTranslations("completeness");
  const places = useTranslations("places");
  const format = formats(useLocale());
  const { onDay, noun } = view;
  const time = `${format.hour(campaign.reportCutOff)} ${timeZoneNames[campaign.timeZone]}`;
  const cutOff = t(view.isPastCutOff ? "introPhone.past" : "introPhone.open", { time });
  if (view.root.kind === "unit") {
    return t("introPhone.ownText", { day: format.weekdayDay(view.day), cutOff });
  }
  return t.rich("introPhone.text", {
    place: view.root.name,
    day: format.weekdayDay(view.day),
    received: format.count(onDay.received),
    expected: format.count(onDay.expected),
    noun: places(`counted.${noun}`, { count: onDay.expected }),
    share: format.tenths(ratioTenths({ numerator: onDay.received, denominator: onDay.expected })),
    until:
      view.isToday && view.lastReceivedAt
        ? t("introPhone.until", { time: format.time(view.lastReceivedAt, campaign.timeZone) })
        : "",
    cutOff,
    b: (chunks) => <b className="font-semibold text-ink">{chunks}</b>,
  });
}
