import { useSentences } from "@/components/base/use-sentences";
import type { Wording } from "@/lib/base/i18n/wording";
import { reasonCodes, type ReportPart } from "@/lib/report/part/part";

/** What each number besides tallies is called. */
export function usePartNames(
  wording: Wording,
  interventions: Readonly<Record<string, string>>,
): (number: Pick<ReportPart, "kind" | "code">) => string {
  const t = useSentences("reportParts", wording);
  return ({ kind, code }) => {
    if (kind === "found" || kind === "recovered") return t(`sweeping.${kind}`);
    if (kind === "vials") return interventions[code] ?? code;
    const reason = reasonCodes.find((each) => each === code);
    return reason ? t(`codes.${reason}`) : code;
  };
}
