import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { ButtonLink } from "@/components/base/ui/button-link";
import { CopyText } from "@/components/monitor/completeness/copy-text";
import { PrintButton } from "@/components/monitor/summary/print-button";
import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Directive } from "@/lib/directive/directive";
import { followUpsIn, type Progress } from "@/lib/directive/progress";

import { useDirectiveName } from "./directive-words";
import { OneDirective, ProgressSentence, ProgressStrip } from "./directives-head";

/** How a directive stands in a sentence and a bar, with what can be taken from the page. */
export function IssuedHead(props: {
  readonly slug: string;
  readonly directive: Directive;
  readonly orders: number;
  readonly addressees: number;
  readonly progress: Progress;
  readonly today: CalendarDay;
  /** A reminder for all that are late; null: nobody is. */
  readonly reminder: string | null;
  /** What became of it, of a meeting with figures; null: how far it is. */
  readonly headline: ReactNode;
}) {
  const t = useTranslations("directives");
  const common = useTranslations("common");
  const nameOf = useDirectiveName();
  const f = formats(useLocale());
  const { slug, directive, orders, addressees, progress, reminder } = props;
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div className="max-w-200 min-w-0">
          <Breadcrumb
            label={common("breadcrumb")}
            parts={[
              { name: t("screen"), href: withQuery(routes.directives, { kampanye: slug }) },
              { name: nameOf(directive) },
            ]}
          />
          <h1 className="mt-1 text-verdict-phone font-semibold tablet:text-title">
            {props.headline ?? <ProgressSentence progress={progress} />}
          </h1>
          <p className="wrap-anywhere text-ink2">
            {directive.title}.{" "}
            {directive.reviewOn === props.today ? (
              <b className="font-semibold text-ink">
                {t("meeting.reviewToday", { day: f.weekdayDay(props.today) })}
              </b>
            ) : null}
          </p>
          {props.headline ? (
            <p className="text-dense">
              <ProgressSentence progress={progress} />
            </p>
          ) : null}
          <p className="text-dense text-ink2">
            <OneDirective
              directive={{ ...directive, orders, addressees }}
              followUps={followUpsIn(progress)}
            />
            {directive.source ? ` ${t("source", { source: directive.source })}` : null}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-2 max-tablet:w-full print:hidden">
          <ButtonLink
            href={withQuery(routes.directiveCsv(directive.id), { kampanye: slug })}
            prefetch={false}
          >
            <Download aria-hidden className="size-4" />
            {common("downloadCsv")}
          </ButtonLink>
          <PrintButton label={t("print")} variant="secondary" />
          {reminder === null ? null : (
            <CopyText
              text={reminder}
              label={t("reminder.copy", { count: progress.late })}
              copied={t("reminder.copied")}
              failed={t("reminder.failed")}
              look={{ variant: "primary", size: "phone", className: "max-tablet:w-full" }}
            />
          )}
        </div>
      </div>
      <ProgressStrip progress={progress} today={props.today} />
    </>
  );
}
