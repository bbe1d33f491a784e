import { useTranslations } from "next-intl";

import { reasonCodes } from "@/lib/report/part/part";

/**
 * What each number besides tallies is called where it stands by itself: "Belum terjangkau: sedang
 * sakit", "Botol dibuka: MR".
 *
 * @param interventionName by its code; undefined: it is not known.
 */
export function usePartNames(
  interventionName: (code: string) => string | undefined,
): (number: { readonly kind: string; readonly code: string }) => string {
  const t = useTranslations("reportParts");
  return ({ kind, code }) => {
    if (kind === "found" || kind === "recovered") return t(`alone.${kind}`);
    if (kind === "vials") return t("alone.vials", { name: interventionName(code) ?? code });
    const reason = reasonCodes.find((each) => each === code);
    return t("alone.reason", { name: reason ? t(`codes.${reason}`) : code });
  };
}
