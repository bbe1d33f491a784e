import { getTranslations } from "next-intl/server";

import { Shell } from "@/app/shell";
import { AskedBlock } from "@/components/directive/asked-block";
import { IndicatorSummary } from "@/components/indicator/indicator-summary";
import { OnlyIndicators } from "@/components/indicator/only-indicators";
import { HatchPatterns } from "@/components/monitor/coverage/hatch";
import { StatusShapes } from "@/components/monitor/coverage/status-shape";
import { authorize, type Grant } from "@/lib/account/auth/grant";
import { mayEver, type Actor } from "@/lib/account/auth/policy";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import { readAsked } from "@/lib/directive/server/asked-queries";
import { readIndicatorView } from "@/lib/indicator/server/read";
import { unitNoun } from "@/lib/monitor/coverage/place";

/** Ringkasan of a campaign that gives nothing: what improves, and what was promised for it. */
export async function IndicatorsSummaryPage(props: {
  readonly actor: Actor;
  readonly grant: Grant<"coverage:read">;
  readonly campaign: Campaign;
  readonly query: Readonly<Record<string, string | string[] | undefined>>;
  readonly today: CalendarDay;
}) {
  const { actor, grant, campaign, today } = props;
  const [view, asked, t] = await Promise.all([
    readIndicatorView(grant, campaign, props.query, today),
    mayEver(actor.role, "directive:manage") && grant.region !== null
      ? readAsked(
          { manage: authorize(actor, "directive:manage", grant.region), read: grant },
          campaign,
          today,
        )
      : null,
    getTranslations(),
  ]);
  const noun = t(`places.nouns.${unitNoun(view.units)}`);
  const block = asked && <AskedBlock asked={asked} today={today} slug={campaign.slug} />;
  const { shown } = view.params;
  return (
    <Shell
      actor={actor}
      current="summary"
      campaign={campaign}
      print={{ about: t("indicators.summary.about"), day: today }}
    >
      <HatchPatterns />
      <StatusShapes />
      {shown === null ? (
        <>
          <OnlyIndicators slug={campaign.slug} noun={noun} />
          {block}
        </>
      ) : (
        <IndicatorSummary
          campaign={campaign}
          rows={view.rows}
          ranks={view.ranks}
          filled={view.filled}
          shown={shown}
          today={today}
          units={view.units.length}
          noun={noun}
          asked={block}
        />
      )}
    </Shell>
  );
}
