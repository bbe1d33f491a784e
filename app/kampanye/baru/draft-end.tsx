import { getTranslations } from "next-intl/server";

import type { RegionChoice } from "@/components/account/people/region-field";
import { ClientMessages } from "@/components/base/layout/client-messages";
import { DraftOverview } from "@/components/campaign/set-up/draft-overview";
import { MakeCampaign } from "@/components/campaign/set-up/make-campaign";
import { authorize, type Grant } from "@/lib/account/auth/grant";
import { headsWithAccount } from "@/lib/account/people/server/queries";
import { districtCode } from "@/lib/base/region/code";
import type { UnitName } from "@/lib/campaign/draft/units";
import { createCampaignAction } from "@/lib/campaign/server/draft-actions";
import type { KeptDraft } from "@/lib/campaign/server/draft-queries";

import { HeadsPanels } from "../../pengguna/heads-panels";

/** The last step: who can report, the whole in words, and the button that makes it. */
export async function DraftEnd(props: {
  readonly grant: Grant<"campaign:manage">;
  readonly kept: KeptDraft;
  readonly villages: readonly UnitName[];
  readonly district: RegionChoice | null;
}) {
  const { grant, kept, district } = props;
  const code = districtCode.safeParse(district?.code);
  const t = await getTranslations("campaigns.setUp");
  const heads = code.success
    ? await headsWithAccount(authorize(grant.actor, "people:manage", code.data), code.data)
    : null;
  return (
    <>
      {district && heads ? (
        <div id="akun" className="grid gap-4">
          <p className="text-dense text-ink2">{t("peopleNote")}</p>
          <HeadsPanels district={district} heads={heads} />
        </div>
      ) : (
        <p className="text-dense text-ink2">{t("peopleFirst")}</p>
      )}
      <DraftOverview draft={kept.draft} villages={props.villages} district={district?.name ?? ""} />
      <ClientMessages of={["campaigns", "problems"]}>
        <MakeCampaign id={kept.id} draft={kept.draft} action={createCampaignAction} />
      </ClientMessages>
    </>
  );
}
