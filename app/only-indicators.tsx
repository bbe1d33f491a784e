import { getTranslations } from "next-intl/server";

import { OnlyIndicators } from "@/components/indicator/only-indicators";
import type { Actor } from "@/lib/account/auth/policy";
import type { ScreenKey } from "@/lib/account/screens";
import type { Campaign } from "@/lib/campaign/campaign";

import { Shell } from "./shell";

/** A screen of reports, in a campaign that has indicators alone. */
export async function OnlyIndicatorsPage(props: {
  readonly actor: Actor;
  readonly current: ScreenKey;
  readonly campaign: Campaign;
}) {
  const t = await getTranslations("places.nouns");
  return (
    <Shell actor={props.actor} current={props.current} campaign={props.campaign}>
      <OnlyIndicators slug={props.campaign.slug} noun={t("village")} />
    </Shell>
  );
}
