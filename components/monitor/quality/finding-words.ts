import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import type { Finding, FindingRow } from "@/lib/monitor/quality/finding";
import { findingWords, type FindingWords, type WordsCampaign } from "@/lib/monitor/quality/words";
import { columnKeyOf } from "@/lib/campaign/column-key";

/** The sentences of findings in the reader's language, for a component. */
export function useFindingWords(campaign: WordsCampaign): FindingWords {
  return findingWords(useTranslations("quality"), formats(useLocale()), campaign);
}

/** Rows of a finding with a key each: a column stands once for each kind and round. */
export function keyedRows(finding: Finding): { key: string; row: FindingRow }[] {
  return finding.rows.map((row) => {
    const { intervention = "", targetGroup } = row.column ?? {};
    const column = columnKeyOf({ intervention, targetGroup: targetGroup ?? "" });
    return { key: [row.kind, column, row.values["round"]].join(), row };
  });
}
