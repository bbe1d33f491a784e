import type { UnitKind } from "@/lib/campaign/campaign";
import type { Summary } from "@/lib/monitor/summary/summary";

/** The key of what places are called: "kecamatan", "desa", "puskesmas"; units of several kinds are "unit". */
export type PlaceWord = UnitKind | "unit";

/** What reports once a day in this campaign. */
export function unitWord({ unitKind }: Pick<Summary, "unitKind">): PlaceWord {
  return unitKind ?? "unit";
}

/** What the rows of the summary are. */
export function partWord(summary: Pick<Summary, "partKind" | "unitKind">): PlaceWord {
  return summary.partKind === "subdistrict" ? "subdistrict" : unitWord(summary);
}
