import type { PlaceNoun } from "@/lib/campaign/unit-kind";
import { setNoun } from "@/lib/campaign/unit-set/unit-set";
import type { Summary } from "@/lib/monitor/summary/summary";

/** What reports once a day in this campaign. */
export function unitWord({ unitKind }: Pick<Summary, "unitKind">): PlaceNoun {
  return unitKind ?? "unit";
}

/** What the rows of the summary are. */
export function partWord(summary: Pick<Summary, "partKind" | "setKind" | "unitKind">): PlaceNoun {
  if (summary.setKind !== null) return setNoun(summary.setKind);
  return summary.partKind === "subdistrict" ? "subdistrict" : unitWord(summary);
}
