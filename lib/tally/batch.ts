import { contentText, type ReportContent } from "./report-content";
import type { ReportProblem, ReportResult, StandingReport } from "./schema";

/** A report of a batch after it was read: what it says, and what is wrong with it by itself. */
export type ReadReport = {
  readonly id: string;
  readonly unit: string;
  readonly day: string;
  /** null: the day is in none, so the report has a problem. */
  readonly round: number | null;
  readonly baseVersion: number;
  readonly submittedAt: string;
  readonly content: ReportContent;
  /** Digest of unit, day and content. */
  readonly digest: string;
  readonly problems: readonly ReportProblem[];
};

/** What the database knows about the reports of a batch, read after the campaign was locked. */
export type Known = {
  /** Units of the campaign in the grant's region. */
  readonly units: ReadonlySet<string>;
  readonly submissions: readonly {
    readonly id: string;
    readonly content: string;
    readonly version: number;
  }[];
  readonly reports: readonly {
    readonly unit: string;
    readonly day: string;
    readonly standing: StandingReport;
  }[];
};

/** A report to be written, as the version that it makes. */
export type Write = ReadReport & {
  readonly round: number;
  readonly version: number;
  /** What it replaces; null: it is the first. */
  readonly before: StandingReport | null;
};

export type Decision = {
  /** In the order of the input. */
  readonly results: readonly ReportResult[];
  /** Submissions to remember that changed nothing: they say what stands already. */
  readonly echoes: readonly Omit<Write, "before">[];
  /** What to write, in steps: no step writes the same unit and day twice. */
  readonly steps: readonly (readonly Write[])[];
};

/**
 * What becomes of each report of a batch, one after the other as if each had come alone. Pure: the
 * campaign is locked while it thinks, so what it knows stays true.
 */
export function decideBatch(
  reports: readonly ReadReport[],
  known: Known,
  sender: { readonly receivedAt: string; readonly receivedBy: string },
): Decision {
  const submissions = new Map(known.submissions.map((each) => [each.id, each]));
  const standings = new Map(
    known.reports.map(({ unit, day, standing }) => [placeOf({ unit, day }), standing]),
  );
  const writesOf = new Map<string, number>();
  const echoes: Decision["echoes"][number][] = [];
  const steps: Write[][] = [];

  const results = reports.map((report): ReportResult => {
    const { id, round, digest } = report;
    if (!known.units.has(report.unit)) return rejected(id, [{ code: "unknownUnit" }]);

    const key = id.toLowerCase();
    const seen = submissions.get(key);
    if (seen) {
      return seen.content === digest
        ? { id, outcome: "replayed", version: seen.version, problems: [] }
        : rejected(id, [{ code: "idReused" }]);
    }
    if (report.problems.length > 0 || round === null) return rejected(id, report.problems);

    const place = placeOf(report);
    const standing = standings.get(place) ?? null;
    if (standing && contentText(standing) === contentText(report.content)) {
      const { version } = standing;
      submissions.set(key, { id: key, content: digest, version });
      echoes.push({ ...report, round, version });
      return { id, outcome: "replayed", version, problems: [] };
    }
    if ((standing?.version ?? 0) !== report.baseVersion) {
      return {
        id,
        outcome: "conflict",
        version: standing?.version ?? null,
        problems: [{ code: "newerVersion" }],
        ...(standing && { standing }),
      };
    }

    const version = report.baseVersion + 1;
    const step = writesOf.get(place) ?? 0;
    writesOf.set(place, step + 1);
    (steps[step] ??= []).push({ ...report, round, version, before: standing });
    submissions.set(key, { id: key, content: digest, version });
    standings.set(place, {
      ...report.content,
      ...sender,
      version,
      isOwn: true,
      status: "submitted",
      returnReason: null,
    });
    return { id, outcome: "stored", version, problems: [] };
  });

  return { results, echoes, steps };
}

/** A day belongs to one round, so unit and day name a report. */
function placeOf({ unit, day }: { readonly unit: string; readonly day: string }): string {
  return `${day} ${unit}`;
}

function rejected(id: string, problems: readonly ReportProblem[]): ReportResult {
  return { id, outcome: "rejected", version: null, problems: [...problems] };
}
