import { createTranslator } from "next-intl";

import { remedyAddress } from "@/components/monitor/quality/remedy-address";
import { authorize } from "@/lib/account/auth/grant";
import { permits, type Actor } from "@/lib/account/auth/policy";
import { phonesOfSubdistrictHeads } from "@/lib/account/people/server/queries";
import { formats } from "@/lib/base/i18n/format";
import { catalogues } from "@/lib/base/i18n/messages";
import { env } from "@/lib/base/server/env";
import type { Campaign } from "@/lib/campaign/campaign";
import type { Finding } from "@/lib/monitor/quality/finding";
import { findingWords } from "@/lib/monitor/quality/words";
import { noticeLink } from "@/lib/report/reminder/notice";

/**
 * What tells a finding to the camat whose reports it is about: an address that opens WhatsApp, with his
 * number where it is known to somebody who may know it; null for a finding of the health office's own.
 */
export async function findingNotices(
  actor: Actor,
  campaign: Campaign,
): Promise<(finding: Finding) => string | null> {
  const phones = permits(actor, "people:manage", campaign.districtCode)
    ? await phonesOfSubdistrictHeads(
        authorize(actor, "people:manage", campaign.districtCode),
        campaign.districtCode,
      )
    : new Map<string, string>();
  const f = formats("id");
  const t = createTranslator({ locale: "id", messages: catalogues.id, namespace: "quality" });
  const words = findingWords(t, f, campaign);

  return (finding) => {
    const { subdistrict, day, rule, rows } = finding;
    if (finding.resolver !== "subdistrict" || !subdistrict) return null;
    const where = [words.place(finding), ...(day ? [f.longDay(day)] : [])].join(", ");
    return noticeLink(
      {
        campaign,
        to: `Camat ${subdistrict.name}`,
        about: `${where}: ${words.rule(rule).title}.`,
        lines: rows.map((row) => {
          const column = words.column(row);
          return column ? `${column}: ${words.row(row)}` : words.row(row);
        }),
        asks: "Mohon diperiksa dan diperbaiki, atau beri kabar bila memang begitu.",
        address: new URL(remedyAddress(campaign.slug, finding.remedy), env().NEXTAUTH_URL).href,
      },
      phones.get(subdistrict.code) ?? null,
    );
  };
}
