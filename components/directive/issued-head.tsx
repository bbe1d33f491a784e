import { Download } from "lucide-react";
import { useTranslations } from "next-intl";

import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { ButtonLink } from "@/components/base/ui/button-link";
import { CopyText } from "@/components/monitor/completeness/copy-text";
import { PrintButton } from "@/components/monitor/summary/print-button";
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
}) {
  const t = useTranslations("directives");
  const common = useTranslations("common");
  const nameOf = useDirectiveName();
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
            <ProgressSentence progress={progress} />
          </h1>
          <p className="wrap-anywhere text-ink2">{directive.title}.</p>
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
