import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import { formats } from "@/lib/base/i18n/format";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Directive } from "@/lib/directive/directive";

import type { FormAction } from "@/components/base/register/form-outcome";
import { ReviewDayForm } from "./review-day-form";

/** When a directive is looked at again, and the form that says so. */
export function ReviewDay(props: {
  readonly slug: string;
  readonly directive: Directive;
  readonly today: CalendarDay;
  readonly set: FormAction;
}) {
  const t = useTranslations("directives.review");
  const f = formats(useLocale());
  const { directive, today } = props;
  const { reviewOn } = directive;
  const said =
    reviewOn === null
      ? t("none")
      : t(reviewOn === today ? "today" : reviewOn < today ? "passed" : "on", {
          day: f.longDay(reviewOn),
        });
  return (
    <Panel title={t("title")}>
      <p className="mt-1 text-dense text-ink2">{said}</p>
      <ReviewDayForm slug={props.slug} id={directive.id} reviewOn={reviewOn} set={props.set} />
    </Panel>
  );
}
