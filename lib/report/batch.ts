import { limits } from "@/lib/base/limits";
import type { UnitKind } from "@/lib/campaign/unit-kind";

import {
  accessOf,
  baseVersionOf,
  changeReasonOf,
  type ReopenedDay,
  type Sender,
} from "./change-rules";
import type { ReadReport } from "@/lib/report/server/read-report";
import { isSameContent } from "./report-content";
import { unitDayKeyOf, type UnitDayKey } from "./report-key";
import {
  belowZeroProblems,
  cumulativeProblems,
  laterProblems,
  RunningDoses,
  type DosesBefore,
} from "./running-doses";
import { farProblems, TargetRooms, type TargetRoom } from "./target-room";
import type { ReportProblem, ReportResult, StoredReport } from "./schema";

type Kept = "mine" | "theirs";

/** What the database knows about the reports of a batch, read after the campaign was locked. */
export type BatchContext = {
  /** Kinds of the campaign's units in the grant's region, by their codes. */
  readonly units: ReadonlyMap<string, UnitKind>;
  readonly submissions: readonly {
    readonly id: string;
    readonly content: string;
    readonly version: number;
    readonly kept: Kept | null;
  }[];
  readonly reports: readonly {
    readonly unit: string;
    readonly day: string;
    readonly standing: StoredReport;
  }[];
  /**
   * The last version that a unit and day ever had, also where it was withdrawn; one without any may
   * be left out. Versions go on from it: no two reports of a unit and day have the same.
   */
  readonly lastVersions: readonly {
    readonly unit: string;
    readonly day: string;
    readonly version: number;
  }[];
  /** Submissions that are remembered of the version that stands, its own included. */
  readonly remembered: readonly {
    readonly unit: string;
    readonly day: string;
    readonly submissions: number;
  }[];
  readonly reopenings: readonly ReopenedDay[];
  /**
   * Of each cumulative report and cell, and of each cell that a later day takes doses back of or
   * counts cumulatively; a cell without any of these may be left out.
   */
  readonly doses: readonly DosesBefore[];
  /** Cells whose target population may not hold what the batch brings; others may be left out. */
  readonly rooms: readonly TargetRoom[];
};

/** A submission to remember, with the version that it made, equals or was kept before it. */
export type DuplicateSubmission = ReadReport & {
  readonly round: number;
  readonly version: number;
  /** What its sender chose in a conflict; null: there was none. */
  readonly kept: Kept | null;
};

/** A report to be written, as the version that it makes. */
export type Write = DuplicateSubmission & {
  /** What it replaces; null: it is the first. */
  readonly before: StoredReport | null;
};

export type Decision = {
  /** In the order of the input. */
  readonly results: readonly ReportResult[];
  /** Submissions to remember that changed nothing. */
  readonly echoes: readonly DuplicateSubmission[];
  /** What to write, in steps: no step writes the same unit and day twice. */
  readonly steps: readonly (readonly Write[])[];
};

/**
 * What becomes of each report of a batch, one after the other in the order of their days, as if each
 * had come alone. Pure: the campaign is locked while it thinks, so what it knows stays true.
 */
export function decideBatch(
  reports: readonly ReadReport[],
  known: BatchContext,
  sender: Sender,
): Decision {
  const submissions = new Map(known.submissions.map((each) => [each.id, each]));
  const standings = new Map(
    known.reports.map(({ unit, day, standing }) => [unitDayKeyOf({ unit, day }), standing]),
  );
  const lastVersions = new Map(
    known.lastVersions.map(({ version, ...place }) => [unitDayKeyOf(place), version]),
  );
  const remembered = new Map(
    known.remembered.map((each) => [unitDayKeyOf(each), each.submissions]),
  );
  const running = new RunningDoses(known.doses);
  const rooms = new TargetRooms(known.rooms);
  const writesOf = new Map<UnitDayKey, number>();
  const echoes: DuplicateSubmission[] = [];
  const steps: Write[][] = [];

  function judge(report: ReadReport): ReportResult {
    const { id, round, digest, choice } = report;
    const kind = known.units.get(report.unit);
    if (kind === undefined) return rejected(id, [{ code: "unknownUnit" }]);

    const seen = submissions.get(id);
    if (seen) {
      const isSame =
        seen.content === digest && !(seen.kept === "theirs" && choice?.kept === "mine");
      return isSame ? replayed(id, seen.version) : rejected(id, [{ code: "idReused" }]);
    }
    const faults = [...report.problems, ...unaskedProblems(report, kind, sender)];
    if (faults.length > 0 || round === null) return rejected(id, faults);

    const standing = standings.get(unitDayKeyOf(report)) ?? null;
    const echo = { ...report, round, kept: choice?.kept ?? null };
    const base = baseVersionOf(report);
    if (standing && changesNothing(report, standing, base)) {
      const repeats = (remembered.get(unitDayKeyOf(report)) ?? 1) - 1;
      return repeats < limits.repeatsPerVersion
        ? remember(echo, standing.version)
        : rejected(id, [{ code: "repeated" }], standing);
    }

    // Kept was a version that no longer stands: there is a newer one to choose about.
    if (choice?.kept === "theirs") return conflicting(id, standing);

    const access = accessOf(report, standing, known.reopenings, sender);
    if (access.lock) return rejected(id, [{ code: access.lock }], standing);
    if ((standing?.version ?? 0) !== base) return conflicting(id, standing);

    const reason = changeReasonOf(report, standing);
    const problems = [
      ...cumulativeProblems(report, running),
      ...belowZeroProblems(report, running),
      ...laterProblems(report, standing, running),
      ...farProblems(report, standing, rooms),
    ];
    if (!reason && access.needsReason(report.content)) problems.unshift({ code: "reasonNeeded" });
    if (problems.length > 0) return rejected(id, problems, standing);

    const version = Math.max(base, lastVersions.get(unitDayKeyOf(report)) ?? 0) + 1;
    return write({ ...echo, reason, version, before: standing });
  }

  function remember(echo: Omit<DuplicateSubmission, "version">, version: number): ReportResult {
    note(echo, version);
    const place = unitDayKeyOf(echo);
    remembered.set(place, (remembered.get(place) ?? 1) + 1);
    echoes.push({ ...echo, version });
    return replayed(echo.id, version);
  }

  function write(each: Write): ReportResult {
    const place = unitDayKeyOf(each);
    const step = writesOf.get(place) ?? 0;
    writesOf.set(place, step + 1);
    (steps[step] ??= []).push(each);
    note(each, each.version);
    running.change(each, each.before);
    rooms.change(each);
    remembered.set(place, 1);
    // What it says nothing of stays as it was.
    const parts = each.content.parts ?? each.before?.parts;
    standings.set(place, {
      ...each.content,
      ...(parts && { parts }),
      receivedAt: sender.receivedAt,
      receivedBy: sender.receivedBy,
      version: each.version,
      isOwn: true,
      // Only who may verify gets as far as changing a verified report.
      status: each.before?.status === "verified" ? "verified" : "submitted",
      returnReason: null,
    });
    return { id: each.id, outcome: "stored", version: each.version, problems: [] };
  }

  function note({ id, digest, kept }: Omit<DuplicateSubmission, "version">, version: number): void {
    submissions.set(id, { id, content: digest, version, kept });
  }

  const results = new Map(inOrderOfDay(reports).map((report) => [report, judge(report)]));
  return { results: reports.flatMap((report) => results.get(report) ?? []), echoes, steps };
}

/** Counts in columns that are not asked of units of the kind. */
function unaskedProblems(
  { content }: ReadReport,
  kind: UnitKind,
  { isAsked }: Sender,
): ReportProblem[] {
  return content.tallies
    .filter(({ targetGroup }) => !isAsked(targetGroup, kind))
    .map(({ intervention, targetGroup }) => ({ code: "notAsked", intervention, targetGroup }));
}

/** Keeping the other's version, or saying what stands: unless it answers a report's return. */
function changesNothing(report: ReadReport, standing: StoredReport, base: number): boolean {
  if (report.choice?.kept === "theirs") return report.choice.over === standing.version;
  const isResent = standing.status === "returned" && base === standing.version;
  return !isResent && isSameContent(report.content, standing);
}

/** Reports of one day keep their order. */
function inOrderOfDay(reports: readonly ReadReport[]): readonly ReadReport[] {
  return [...reports].sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
}

function replayed(id: string, version: number): ReportResult {
  return { id, outcome: "replayed", version, problems: [] };
}

function conflicting(id: string, standing: StoredReport | null): ReportResult {
  return {
    id,
    outcome: "conflict",
    version: standing?.version ?? null,
    problems: [{ code: "newerVersion" }],
    ...(standing && { standing }),
  };
}

function rejected(
  id: string,
  problems: readonly ReportProblem[],
  standing: StoredReport | null = null,
): ReportResult {
  return {
    id,
    outcome: "rejected",
    version: null,
    problems: [...problems],
    ...(standing && { standing }),
  };
}
