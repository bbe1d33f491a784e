import { getLocale, getTranslations } from "next-intl/server";

import { Segments } from "@/components/base/ui/segments";
import { ThenNowStrip } from "@/components/directive/then-now-strip";
import { formats } from "@/lib/base/i18n/format";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import type { Directive } from "@/lib/directive/directive";
import type { FrozenFigures } from "@/lib/directive/frozen";

import { issuedHref, reviewedDay, type IssuedQuery } from "./issued-query";

/** Figures of then beside those of now, or of the day that it was looked at again. */
export async function ThenNow(props: {
  readonly campaign: Campaign;
  readonly directive: Directive;
  readonly frozen: FrozenFigures;
  readonly figures: FrozenFigures;
  readonly today: CalendarDay;
  readonly query: IssuedQuery;
}) {
  const { campaign, directive, frozen, figures, today, query } = props;
  const [t, locale] = await Promise.all([getTranslations("directives.thenNow"), getLocale()]);
  const reviewed = reviewedDay(directive, frozen, today);
  const to = (isAtReview: boolean) =>
    issuedHref(campaign.slug, directive.id, query, { isAtReview });
  return (
    <ThenNowStrip
      campaign={campaign}
      kind={directive.kind}
      before={frozen}
      after={figures}
      isAtReview={query.angka !== null}
      days={
        reviewed && directive.reviewOn ? (
          <Segments
            label={t("days")}
            options={[
              { label: t("atNow"), href: to(false), isCurrent: query.angka === null },
              {
                label: t("atReview", { day: formats(locale).monthDay(directive.reviewOn) }),
                href: to(true),
                isCurrent: query.angka !== null,
              },
            ]}
          />
        ) : null
      }
    />
  );
}
