import { useTranslations } from "next-intl";

import type { FieldProblems } from "@/lib/base/forms/problem";
import type { CampaignDraft } from "@/lib/campaign/draft";
import { unreadableLines } from "@/lib/campaign/draft/units";

import type { RejectedInput } from "./rejected-summary";

/** What was found wrong, at each path, in words. */
export function useRejected(fields: FieldProblems): readonly RejectedInput[] {
  const problems = useTranslations("problems");
  return Object.entries(fields).flatMap(([path, found]) => {
    const first = found?.[0];
    return first ? [{ path, sentence: problems(first) }] : [];
  });
}

/** What cannot be read of lists that are typed as lines: nothing is sent while there is any. */
export function useUnreadable(
  draft: CampaignDraft,
  units: Parameters<typeof unreadableLines>[1],
): () => RejectedInput[] {
  const t = useTranslations("campaigns.form");
  return () => {
    const lines = unreadableLines(draft, units);
    return [
      ...(["reportingUnits", "changedUnits", "inhabitants", "unitEnds"] as const).flatMap((path) =>
        lines[path].length > 0
          ? [{ path, sentence: t("linesStop", { lines: lines[path].join(", ") }) }]
          : [],
      ),
      ...lines.unitSets.map((set) => ({
        path: "unitSets",
        sentence: t("setLinesStop", {
          kind: t(`setKinds.${set.kind}`),
          lines: set.lines.join(", "),
        }),
      })),
    ];
  };
}
