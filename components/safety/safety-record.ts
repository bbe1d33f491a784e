import type { RegisterRecord } from "@/components/device/outbox/use-register-form";
import { routes, withQuery } from "@/lib/base/routes";
import type { Campaign } from "@/lib/campaign/campaign";

const places = {
  adverseEvent: {
    page: routes.newAdverseEvent,
    home: routes.adverseEvent("{id}"),
    resource: "adverse-events",
  },
  assessment: {
    page: routes.newRapidAssessment,
    home: routes.rapidAssessment("{id}"),
    resource: "assessments",
  },
} as const;

/** What a form of this register is of: a new record, or one that stands. */
export function safetyRecord(
  kind: keyof typeof places,
  props: {
    readonly campaign: Pick<Campaign, "slug" | "districtCode" | "name">;
    readonly actorId: string;
    /** What the screen is called. */
    readonly screen: string;
    /** null: a new one. */
    readonly standing: { readonly id: string; readonly version: number } | null;
    readonly at: Date;
  },
): RegisterRecord {
  const { campaign, standing } = props;
  const { page, home, resource } = places[kind];
  const ofCampaign = { kampanye: campaign.slug };
  return {
    kampanye: campaign.slug,
    district: campaign.districtCode,
    actorId: props.actorId,
    name: `${props.screen}, ${campaign.name}`,
    page: withQuery(page, ofCampaign),
    home: withQuery(home, ofCampaign),
    address: `/api/v1/campaigns/${encodeURIComponent(campaign.slug)}/${resource}/`,
    id: standing?.id ?? crypto.randomUUID(),
    sent: crypto.randomUUID(),
    version: standing?.version ?? 0,
    drawnAt: props.at.toISOString(),
  };
}
