import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { Banner } from "@/components/base/ui/banner";
import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import type { StoredReport } from "@/lib/report/schema";
import type { ReturnedReport } from "@/lib/report/verification/returned-report";
import { unitDayKeyOf } from "@/lib/report/report-key";

/** Rows that a notice names; the rest is counted. */
const maxNamed = 5;

/** Reports that came back, each with its reason and the way to it; nothing when there are none. */
export function ReturnedNotice(props: {
  readonly slug: string;
  readonly reports: readonly ReturnedReport[];
}) {
  const t = useTranslations("verification.entry");
  const format = formats(useLocale());
  const { reports, slug } = props;
  if (reports.length === 0) return null;
  const more = reports.length - maxNamed;

  return (
    <Banner kind="warning" title={t("returnedTitle", { count: reports.length })}>
      {t("returnedText")}
      <ul className="mt-1 grid gap-1">
        {reports.slice(0, maxNamed).map(({ unit, unitName, day, reason }) => (
          <li key={unitDayKeyOf({ unit, day })}>
            <Link
              href={withQuery(routes.entryOf(unit), { kampanye: slug, hari: day })}
              prefetch={false}
              className="flex min-h-11 items-center font-semibold underline tablet:inline-flex tablet:min-h-6"
            >
              {t("returnedRow", { unit: unitName, day: format.weekdayDay(day) })}
            </Link>
            <span className="max-tablet:hidden">: </span>
            <q>{reason}</q>
          </li>
        ))}
        {more > 0 ? <li>{t("returnedMore", { count: more })}</li> : null}
      </ul>
    </Banner>
  );
}

/** What a report's status means for who looks at its card; nothing for one that just was sent. */
export function StatusNotice(props: {
  readonly standing: Pick<StoredReport, "status" | "returnReason"> | null;
  /** The health office changes verified reports too. */
  readonly mayChangeVerified: boolean;
}) {
  const t = useTranslations("verification.entry");
  const { standing } = props;
  if (standing?.status === "returned") {
    return (
      <Banner kind="warning" title={t("returnedCard")}>
        {t("returnedCardText", { reason: standing.returnReason ?? "" })}
      </Banner>
    );
  }
  if (standing?.status === "verified" && !props.mayChangeVerified) {
    return (
      <Banner kind="info" title={t("verifiedCard")}>
        {t("verifiedCardText")}
      </Banner>
    );
  }
  return null;
}
