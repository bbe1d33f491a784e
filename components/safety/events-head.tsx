import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { formats } from "@/lib/base/i18n/format";
import { localDay } from "@/lib/base/time/time-zone";
import type { Campaign } from "@/lib/campaign/campaign";
import { ratePer10000 } from "@/lib/safety/rate";

type Counts = {
  readonly events: number;
  readonly late: number;
  readonly awaiting: number;
  readonly overdue: number;
};

/** Whether a deadline is broken, one is running, or nothing presses. */
export function EventsHeadline({ counts }: { readonly counts: Counts }) {
  const t = useTranslations("adverseEvents.headline");
  const { events, late, awaiting, overdue } = counts;
  if (overdue > 0) return t("overdue", { overdue, running: awaiting - overdue });
  if (awaiting > 0) return t("awaiting", { awaiting, late });
  return late > 0 ? t("late", { late, events }) : t("settled");
}

/** How many for each 10,000 given, with both counts. */
export function EventsLead(props: {
  readonly campaign: Campaign;
  readonly counts: Counts;
  readonly given: number;
  readonly at: Date;
}) {
  const { campaign, counts, given, at } = props;
  const t = useSentences("adverseEvents", campaign.wording);
  const f = formats(useLocale());
  const { events } = counts;
  const rate = ratePer10000({ events, given });
  const when = {
    events,
    day: f.longDay(localDay(at, campaign.timeZone)),
    time: f.time(at, campaign.timeZone),
  };
  if (rate === null) return t("leadNone", when);
  return t.rich("lead", {
    ...when,
    given,
    // Tenths of a percent and tenths of a count are written alike, but for the sign.
    rate: f.tenths(rate).replace("%", ""),
    b: (text) => <b className="font-semibold text-ink">{text}</b>,
  });
}
