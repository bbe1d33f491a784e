import type { useTranslations } from "next-intl";

import type { Campaign } from "@/lib/campaign/campaign";
import { toldText } from "@/lib/base/spreadsheet/problem-list";
import type { ReportProblem } from "@/lib/report/schema";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import type { ImportOutcome, RowOutcome } from "@/lib/report/import/server/commands";
import type { TallyImportResult, Outcome } from "./preview";
import { tallyRejectionSentences } from "./rejection";

type Texts = {
  readonly own: ReturnType<typeof useTranslations<"tallyImport">>;
  readonly rejections: ReturnType<typeof useTranslations<"tallyImport.rejections">>;
  readonly problems: ReturnType<typeof useTranslations<"entry.problems">>;
  /** "4 Juni" */
  readonly day: (day: CalendarDay) => string;
};

/** What became of each row of a file, in the reader's language and in the order of the file. */
export function resultOf(
  { rows, rejected }: ImportOutcome,
  campaign: Campaign,
  fileName: string,
  texts: Texts,
): TallyImportResult {
  const lines = [
    ...rows.map((row) => {
      const { line, unit, day } = row.planned.report;
      const { name: place, subdistrictName: placeNote } = unit;
      return {
        line,
        place,
        placeNote,
        day,
        outcome: row.outcome,
        why: whyOf(row, campaign, texts),
      };
    }),
    // A row may have several faults; it is told once.
    ...rejected
      .filter(({ line }, index) => rejected[index - 1]?.line !== line)
      .map((rejection) => {
        const { line, place, placeNote } = rejection;
        const { why } = tallyRejectionSentences(texts.rejections, rejection);
        return {
          line,
          place: toldText(place),
          placeNote: toldText(placeNote),
          day: null,
          outcome: "rejected" as const,
          why,
        };
      }),
  ].sort((a, b) => a.line - b.line);
  const of = (outcome: Outcome) => lines.filter((each) => each.outcome === outcome).length;
  return {
    kind: "stored",
    fileName,
    counts: {
      stored: of("stored"),
      same: of("same"),
      conflict: of("conflict"),
      rejected: of("rejected"),
    },
    rows: lines,
  };
}

function whyOf(
  { outcome, problems: [problem], planned }: RowOutcome,
  campaign: Campaign,
  texts: Texts,
): string {
  const { own, problems, rejections } = texts;
  if (outcome === "conflict") {
    const by = planned.standing?.receivedBy ?? "";
    return by === "" ? own("result.conflictWhy") : own("result.conflictBy", { by });
  }
  if (outcome !== "rejected" || !problem) return "";
  // The row was computed with days before it that were then not stored.
  if (problem.code === "cumulativeChanged") return rejections("cumulativeChanged.why");
  // Stored by another since the file was checked.
  if (problem.code === "laterCumulative" && problem.later !== undefined) {
    return rejections("laterDayStands.why", { day: Date.parse(problem.later) });
  }
  const { day } = planned.report;
  return problems(problem.code, { column: columnOf(problem, campaign), day: texts.day(day) });
}

function columnOf({ intervention, targetGroup }: ReportProblem, campaign: Campaign): string {
  return [
    campaign.interventions.find((each) => each.code === intervention)?.shortName,
    campaign.targetGroups.find((each) => each.code === targetGroup)?.name,
  ]
    .filter(Boolean)
    .join(" ");
}
