import type { ComponentProps } from "react";

import { Shell } from "@/app/shell";
import { ArchivedCampaign } from "@/components/campaign/archived-campaign";
import { ClosedDay } from "@/components/device/entry/day-notice";
import type { Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";

type Asked = { readonly actor: Actor; readonly campaign: Campaign };

/** In place of a screen that fills in a campaign, once it was put away. */
export function ArchivedEntry({ actor, campaign }: Asked) {
  return (
    <Shell actor={actor} current="entry" campaign={campaign}>
      <ArchivedCampaign campaign={campaign} role={actor.role} />
    </Shell>
  );
}

/** In place of a screen that fills in a day, where the day is none of the campaign's. */
export function ClosedEntry({ actor, campaign, ...day }: Asked & ComponentProps<typeof ClosedDay>) {
  return (
    <Shell actor={actor} current="entry" campaign={campaign}>
      <ClosedDay {...day} />
    </Shell>
  );
}
