import { getTranslations } from "next-intl/server";

import { OfflineBanner } from "@/components/device/offline/offline-banner";
import { ClientMessages } from "@/components/base/layout/client-messages";
import { AdverseEventForm } from "@/components/safety/adverse-event-form";
import { safetyRecord } from "@/components/safety/safety-record";
import type { Grant } from "@/lib/account/auth/grant";
import { mayEver } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { storeAdverseEventAction } from "@/lib/safety/server/actions";
import { listUnitChoices } from "@/lib/safety/server/unit-queries";
import { newTypedEvent, typedEventOf } from "@/lib/safety/typed-event";
import type { AdverseEvent } from "@/lib/safety/adverse-event";
import { isNameLike } from "@/lib/safety/name-like";

/** The form of an adverse event with what it needs of a campaign: a new one, or one that stands. */
export async function OpenEventForm(props: {
  readonly grant: Grant<"safety:report">;
  readonly campaign: Campaign;
  /** null: a new one. */
  readonly event: AdverseEvent | null;
  readonly at: Date;
  readonly back: string;
}) {
  const { grant, campaign, event, at } = props;
  const { slug, timeZone } = campaign;
  const [units, t, draft] = await Promise.all([
    listUnitChoices(grant, campaign),
    getTranslations("adverseEvents"),
    getTranslations("draft"),
  ]);
  const [only] = units;
  const record = safetyRecord("adverseEvent", {
    campaign,
    actorId: grant.actor.id,
    screen: t("screen"),
    standing: event,
    at,
  });
  return (
    <ClientMessages of={["adverseEventForm", "problems", "register", "offline", "draft"]}>
      <OfflineBanner />
      <AdverseEventForm
        record={record}
        standing={
          event
            ? typedEventOf(event, timeZone, isNameLike(event.signs))
            : newTypedEvent(at, timeZone, units.length === 1 && only ? only.code : "")
        }
        units={units}
        interventions={campaign.interventions.map(({ code, name }) => ({ code, name }))}
        targetGroups={campaign.targetGroups.map(({ code, name }) => ({ code, name }))}
        zone={timeZone}
        isReviewer={mayEver(grant.actor.role, "safety:review")}
        kept={{
          name: `${grant.actor.id}/kipi/${slug}/${event?.id ?? "baru"}`,
          texts: { restored: draft("restored"), discard: draft("discard") },
        }}
        action={storeAdverseEventAction}
        back={props.back}
      />
    </ClientMessages>
  );
}
