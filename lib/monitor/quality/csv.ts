import type { Campaign } from "@/lib/campaign/campaign";
import { localDay, localTime } from "@/lib/base/time/time-zone";

import type { Resolver } from "./finding";
import type { ReviewedFinding } from "@/lib/monitor/quality/server/review";
import type { FindingWords } from "./words";

/** Columns of the file, in order. */
const findingCsvColumns = [
  "rule",
  "state",
  "subdistrict",
  "code",
  "place",
  "day",
  "facts",
  "resolver",
  "note",
  "notedBy",
  "notedAt",
] as const;

type FindingCsvColumn = (typeof findingCsvColumns)[number];

/** The words of the reader's language. */
type FindingCsvTexts = {
  readonly sample: string;
  readonly column: (name: FindingCsvColumn) => string;
  readonly state: (state: "open" | "explained") => string;
  readonly resolver: (resolver: Resolver) => string;
};

/**
 * Findings as rows of a file: a warning first when the figures are invented, then the heads, then a
 * finding a row. Times are local to the campaign. A person has no code.
 */
export function qualityCsv(
  campaign: Pick<Campaign, "isSample" | "timeZone">,
  findings: readonly ReviewedFinding[],
  words: FindingWords,
  texts: FindingCsvTexts,
): (string | number | null)[][] {
  return [
    ...(campaign.isSample ? [[texts.sample]] : []),
    findingCsvColumns.map(texts.column),
    ...findings.map((finding) => {
      const { note } = finding;
      const cells: Readonly<Record<FindingCsvColumn, string | null>> = {
        rule: words.rule(finding.rule).title,
        state: texts.state(finding.isExplained ? "explained" : "open"),
        subdistrict: finding.subdistrict?.name ?? null,
        code: finding.rule === "digitPreference" ? null : (finding.place?.code ?? null),
        place: words.place(finding),
        day: finding.day,
        facts: finding.rows
          .map((row) => [words.column(row), words.row(row)].filter(Boolean).join(": "))
          .join("; "),
        resolver: texts.resolver(finding.resolver),
        note: note?.note ?? null,
        notedBy: note?.notedBy ?? null,
        notedAt:
          note &&
          `${localDay(note.notedAt, campaign.timeZone)} ${localTime(note.notedAt, campaign.timeZone)}`,
      };
      return findingCsvColumns.map((column) => cells[column]);
    }),
  ];
}
