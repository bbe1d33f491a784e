import type { ComponentProps } from "react";
import { getTranslations } from "next-intl/server";

import { OfflineBanner } from "@/components/device/offline/offline-banner";
import { ClientMessages } from "@/components/base/layout/client-messages";
import { RapidAssessmentForm } from "@/components/safety/rapid-assessment-form";
import { safetyRecord } from "@/components/safety/safety-record";
import type { Grant } from "@/lib/account/auth/grant";
import { localDay } from "@/lib/base/time/time-zone";
import type { Campaign } from "@/lib/campaign/campaign";
import type { House, RapidAssessment } from "@/lib/safety/rapid-assessment";
import { storeRapidAssessmentAction } from "@/lib/safety/server/actions";
import { readPassMark } from "@/lib/safety/server/rapid-assessment-queries";
import { listUnitChoices } from "@/lib/safety/server/unit-queries";

type FormProps = ComponentProps<typeof RapidAssessmentForm>;

/** The form of a rapid assessment with what it needs of a campaign: a new one, or one that stands. */
export async function OpenRapidForm(props: {
  readonly grant: Grant<"safety:report">;
  readonly campaign: Campaign;
  /** null: a new one. */
  readonly found: {
    readonly assessment: RapidAssessment;
    readonly houses: readonly House[];
  } | null;
  /** What a new one begins with. */
  readonly asked: { readonly unit: string; readonly intervention: string };
  readonly at: Date;
  readonly back: string;
}) {
  const { grant, campaign, found, asked, at } = props;
  const { slug, timeZone } = campaign;
  const [units, mark, t, draft] = await Promise.all([
    listUnitChoices(grant, campaign),
    readPassMark(grant, campaign),
    getTranslations("rapidAssessments"),
    getTranslations("draft"),
  ]);
  const [only] = units;
  const record = safetyRecord("assessment", {
    campaign,
    actorId: grant.actor.id,
    screen: t("screen"),
    standing: found?.assessment ?? null,
    at,
  });
  const standing: FormProps["standing"] = found
    ? { ...found.assessment, houses: found.houses }
    : {
        unit: asked.unit || (units.length === 1 && only ? only.code : ""),
        day: localDay(at, timeZone),
        intervention: asked.intervention || (campaign.interventions[0]?.code ?? ""),
        location: "",
        assessor: "",
        houses: [],
      };
  return (
    <ClientMessages
      of={["rapidAssessmentForm", "reportParts", "problems", "register", "offline", "draft"]}
    >
      <OfflineBanner />
      <RapidAssessmentForm
        record={record}
        standing={{
          unit: standing.unit,
          day: standing.day,
          intervention: standing.intervention,
          location: standing.location,
          assessor: standing.assessor,
          houses: standing.houses,
        }}
        units={units}
        interventions={campaign.interventions.map(({ code, name }) => ({ code, name }))}
        mark={mark}
        zone={timeZone}
        kept={{
          name: `${grant.actor.id}/rca/${slug}/${found?.assessment.id ?? "baru"}`,
          texts: { restored: draft("restored"), discard: draft("discard") },
        }}
        action={storeRapidAssessmentAction}
        back={props.back}
      />
    </ClientMessages>
  );
}
