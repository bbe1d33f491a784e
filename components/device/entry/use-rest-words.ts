import { useTranslations } from "next-intl";

import type { Rhythm } from "@/lib/campaign/rhythm";
import type { OpenDay } from "@/lib/report/entry-day";

/** Why nobody waits for reports of a day, where one reason holds for all; null: each has its own. */
export type RestReason = "closed" | "sweeping" | "sessions" | "periods" | null;

export function restReasonOf(
  { isClosed, isSweeping }: Pick<OpenDay, "isClosed" | "isSweeping">,
  rhythm: Rhythm | undefined = "daily",
): RestReason {
  if (isClosed) return "closed";
  if (isSweeping) return "sweeping";
  return rhythm === "daily" ? null : rhythm;
}

/** Says of how many units no report is awaited, and why; null: of each one is. */
export function useRestWords(unitKind: "village" | "unit") {
  const t = useTranslations("entry.rest");
  const places = useTranslations("places");
  return (count: number, reason: RestReason): string | null =>
    count === 0
      ? null
      : reason === null
        ? t("some", { count, noun: places(`counted.${unitKind}`, { count }) })
        : t(reason);
}
