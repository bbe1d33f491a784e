import type { Campaign } from "@/lib/campaign/campaign";
import type { ReportStatus } from "@/lib/report/schema";
import { localDay, localTime } from "@/lib/base/time/time-zone";

import type { SourceParams } from "./params";
import type { ReportWay } from "./shape";
import type { SourceReading } from "@/lib/monitor/source/server/read";

/** Columns of the file of reports, in order, by the words of the code. */
const reportColumns = [
  "unit",
  "name",
  "subdistrict",
  "campaign",
  "round",
  "intervention",
  "targetGroup",
  "day",
  "doses",
  "nonResidentDoses",
  "status",
  "late",
  "submittedBy",
  "receivedAt",
  "via",
  "version",
] as const;

/** Columns of the file of target population lines. */
const lineColumns = [
  "unit",
  "name",
  "subdistrict",
  "campaign",
  "round",
  "intervention",
  "targetGroup",
  "people",
  "asOf",
  "decree",
  "fileName",
  "loadedBy",
  "loadedAt",
] as const;

type Column = (typeof reportColumns)[number] | (typeof lineColumns)[number];

/** The words of the reader's language. */
type SourceCsvTexts = {
  readonly column: (name: Column) => string;
  readonly status: (status: ReportStatus) => string;
  readonly via: (via: ReportWay) => string;
  readonly allGroups: string;
  readonly allInterventions: string;
  readonly yes: string;
  readonly total: string;
  /** The line above everything when the figures are invented. */
  readonly sample: string;
  /** Before the name of the publication, when the figures were published elsewhere. */
  readonly published: string;
};

type Cell = string | number | null;

/** What is behind a number as rows of a file; the last row is its sum, which is the number. */
export function sourceCsv(
  campaign: Campaign,
  { of, coverage }: SourceParams,
  reading: SourceReading,
  texts: SourceCsvTexts,
): Cell[][] {
  const groupName = (code: string | null | undefined) =>
    campaign.targetGroups.find((group) => group.code === code)?.name ?? texts.allGroups;
  const about = {
    campaign: campaign.name,
    round: coverage.round.number,
    intervention: of.intervention ?? texts.allInterventions,
    targetGroup: groupName(of.targetGroup),
  };
  const instant = (at: Date) =>
    `${localDay(at, campaign.timeZone)} ${localTime(at, campaign.timeZone).slice(0, 5)}`;
  const line = <C extends Column>(columns: readonly C[], values: Partial<Record<C, Cell>>) =>
    columns.map((column) => values[column] ?? null);
  const above = [
    ...(campaign.isSample ? [[texts.sample]] : []),
    ...(campaign.sourceName ? [[texts.published, campaign.sourceName]] : []),
  ];

  if (reading.kind === "people") {
    return [
      ...above,
      lineColumns.map(texts.column),
      ...reading.lines.map((each) =>
        line(lineColumns, {
          ...about,
          unit: each.unit,
          name: each.name,
          subdistrict: each.subdistrictName,
          targetGroup: groupName(each.targetGroup),
          people: each.linePeople,
          asOf: each.asOf,
          decree: each.decree,
          fileName: each.fileName,
          loadedBy: each.loadedBy,
          loadedAt: instant(each.loadedAt),
        }),
      ),
      line(lineColumns, { ...about, unit: null, name: texts.total, people: reading.sums.people }),
    ];
  }
  return [
    ...above,
    reportColumns.map(texts.column),
    ...reading.reports.map((report) =>
      line(reportColumns, {
        ...about,
        unit: report.unit,
        name: report.name,
        subdistrict: report.subdistrictName,
        day: report.day,
        ...(reading.notAdded === null && {
          doses: report.doses,
          nonResidentDoses: report.nonResidentDoses,
        }),
        status: texts.status(report.status),
        late: report.isOnTime ? null : texts.yes,
        submittedBy: report.submittedBy,
        receivedAt: instant(report.receivedAt),
        via: report.via === null ? null : texts.via(report.via),
        version: report.version,
      }),
    ),
    ...(reading.notAdded === null
      ? [
          line(reportColumns, {
            ...about,
            name: texts.total,
            doses: reading.sums.allDoses,
            nonResidentDoses: reading.sums.allNonResidentDoses,
          }),
        ]
      : []),
  ];
}
