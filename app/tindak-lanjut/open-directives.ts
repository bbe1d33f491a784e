import { getTranslations } from "next-intl/server";

import type { KeptAs } from "@/components/base/kept/kept-notice";
import { authorize } from "@/lib/account/auth/grant";
import { permits, type Actor } from "@/lib/account/auth/policy";
import { listOffices } from "@/lib/account/office/server/queries";
import { listAreas } from "@/lib/account/region/server/queries";
import { routes, withQuery } from "@/lib/base/routes";
import type { Campaign } from "@/lib/campaign/campaign";

/** Whom something can be addressed to in the campaign's kabupaten: its offices, and how many areas it has. */
export async function addresseesIn(actor: Actor, { districtCode }: Campaign) {
  const grant = authorize(actor, "directive:manage", districtCode);
  const [offices, { subdistricts, villages }] = await Promise.all([
    listOffices(grant, districtCode),
    listAreas(grant, districtCode),
  ]);
  return {
    offices,
    areas: { subdistricts: subdistricts.length, villages: villages.length },
    register: permits(actor, "people:manage", districtCode)
      ? withQuery(routes.offices, { kabupaten: districtCode })
      : null,
  };
}

/** Under which names the half-typed forms of somebody are kept. */
export async function keptForms(actor: Actor): Promise<(form: string) => KeptAs> {
  const t = await getTranslations("draft");
  return (form) => ({
    name: `${actor.id}/tindak-lanjut/${form}`,
    texts: { restored: t("restored"), discard: t("discard") },
  });
}
