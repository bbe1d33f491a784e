import { columnKeyOf } from "@/lib/campaign/column-key";
import { isSameDoses } from "@/lib/campaign/measures";

import { isSameContent, type ReportContent } from "./report-content";
import type { StoredReport } from "./schema";

/**
 * Whether a change of what stands has to say why: of another's report always, of one's own once the
 * day is closed. Filling cells that one left empty oneself changes nothing that was said, and needs
 * no reason. The rule of every door: form, grid, interface, file and device.
 *
 * @param isClosed the day's cut-off had passed when it was typed.
 */
export function isReasonNeeded(
  content: ReportContent,
  standing: StoredReport | null,
  isClosed: boolean,
): boolean {
  if (!standing || isSameContent(content, standing)) return false;
  if (!standing.isOwn) return true;
  return isClosed && !onlyFillsEmpty(content, standing);
}

/**
 * Whether a report says all that stands in the same numbers, and beyond it only fills cells and parts
 * that were left empty. A zero report left no cell empty: it says 0 of all.
 */
export function onlyFillsEmpty(
  content: ReportContent,
  standing: Pick<StoredReport, "zero" | "tallies" | "parts">,
): boolean {
  const { parts } = content;
  const keepsParts =
    parts === undefined ||
    (standing.parts ?? []).every((part) =>
      parts.some(
        ({ kind, code, count }) => kind === part.kind && code === part.code && count === part.count,
      ),
    );
  if (!keepsParts) return false;
  if (content.zero || standing.zero) return content.zero && standing.zero;
  const said = new Map(content.tallies.map((tally) => [columnKeyOf(tally), tally]));
  return standing.tallies.every((tally) => {
    const now = said.get(columnKeyOf(tally));
    return now !== undefined && isSameDoses(now, tally);
  });
}
