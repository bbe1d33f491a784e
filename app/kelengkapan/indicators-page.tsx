import { Shell } from "@/app/shell";
import { IndicatorCompleteness } from "@/components/indicator/indicator-completeness";
import { OnlyIndicatorsPage } from "@/app/only-indicators";
import { authorize } from "@/lib/account/auth/grant";
import { ownPlace, type Actor } from "@/lib/account/auth/policy";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import { readablePlace } from "@/lib/campaign/server/queries";
import { readIndicatorView } from "@/lib/indicator/server/read";

/** Kelengkapan of a campaign that gives nothing: which values of the period are there. */
export async function IndicatorsCompletenessPage(props: {
  readonly actor: Actor;
  readonly campaign: Campaign;
  readonly query: Readonly<Record<string, string | string[] | undefined>>;
  readonly today: CalendarDay;
}) {
  const { actor, campaign, today } = props;
  const place = readablePlace(actor, campaign.districtCode) ?? ownPlace(actor);
  const grant = authorize(actor, "coverage:read", place);
  const view = await readIndicatorView(grant, campaign, props.query, today, "everyUnit");
  const { shown } = view.params;
  if (shown === null) {
    return <OnlyIndicatorsPage actor={actor} current="completeness" campaign={campaign} />;
  }
  return (
    <Shell actor={actor} current="completeness" campaign={campaign} print={{ day: today }}>
      <IndicatorCompleteness
        slug={campaign.slug}
        shown={shown}
        rows={view.rows}
        units={view.page}
        filled={view.filled}
      />
    </Shell>
  );
}
