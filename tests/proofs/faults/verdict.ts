import { judgeRecords, type HeldRecord, type RecordDeed } from "./record-deeds";

/** Before the name of a number that is no tally: "+reason/sick". */
export const partMark = "+";

/** What a report says, cell by cell: residents by "intervention/group". A zero report has none. */
export type Cells = Readonly<Record<string, number>>;

/** One thing that a person did on a device, as the device sent it under one id. */
export type Deed = {
  readonly id: string;
  readonly unit: string;
  readonly day: string;
  readonly cells: Cells;
  /**
   * confirmed: the device believes that the server has it. settled: rejected, or given up for what
   * another wrote, and shown to the person. open: the device still waits.
   */
  readonly state: "confirmed" | "settled" | "open";
};

/** What the server holds at the end. */
export type Held = {
  readonly submissions: readonly {
    readonly id: string;
    readonly unit: string;
    readonly day: string;
    /** The version that it made, or that said the same already. */
    readonly version: number;
    readonly isEcho: boolean;
  }[];
  readonly reports: readonly {
    readonly unit: string;
    readonly day: string;
    readonly version: number;
    readonly submission: string;
  }[];
  /** Every value that a cell ever had, with the submission that wrote it. */
  readonly values: readonly {
    readonly unit: string;
    readonly day: string;
    readonly cell: string;
    readonly submission: string;
    readonly residents: number;
    readonly isCurrent: boolean;
  }[];
  /** Rows of the roll-ups that differ from what the tallies add up to. */
  readonly rollUpDifferences: number;
  /** Doses by "unit intervention", as the coverage API answers. */
  readonly coverage: Readonly<Record<string, number>>;
  /** Versions of records, and what stands of each as it was sent. */
  readonly records: {
    readonly versions: readonly HeldRecord[];
    readonly standing: readonly HeldRecord[];
    /** What `record_differences` finds: versions that are missing, sums that are others. */
    readonly differences: number;
  };
  /** What is broken in the audit chain; null: nothing. */
  readonly brokenChain: string | null;
};

export type Verdict = {
  readonly confirmed: number;
  readonly lost: number;
  readonly doubled: number;
  readonly wrong: number;
  /** Each of them in words, for the person who runs it. */
  readonly findings: readonly string[];
};

/**
 * Compares, cell by cell, what devices believe with what the server holds.
 *
 * @param original the id that a device gave to what arrived under another; the same without one.
 */
export function judge(
  { deeds, records }: { readonly deeds: readonly Deed[]; readonly records: readonly RecordDeed[] },
  held: Held,
  original: (id: string) => string = (id) => id,
): Verdict {
  const findings: string[] = [];
  const count = { lost: 0, doubled: 0, wrong: 0 };
  const say = (kind: keyof typeof count, text: string) => {
    count[kind] += 1;
    findings.push(`${kind}: ${text}`);
  };

  const deedOf = new Map(deeds.map((deed) => [deed.id, deed]));
  const submissionOf = new Map(held.submissions.map((each) => [each.id, each]));
  const arrivals = grouped(held.submissions, ({ id }) => original(id));
  const timelines = timelinesOf(held, submissionOf);
  const zeroVersions = new Map(
    [
      ...grouped(
        held.submissions.filter(({ isEcho }) => !isEcho),
        placeOf,
      ),
    ].map(([place, those]) => [
      place,
      those.flatMap(({ id, version }) => (isZero(deedOf.get(original(id))) ? [version] : [])),
    ]),
  );

  /** The value of a cell when a version stood; undefined: the cell was not counted. */
  function valueAt(place: string, cell: string, version: number): number | undefined {
    const written = timelines.get(`${place} ${cell}`)?.findLast((each) => each.version <= version);
    const wiped = (zeroVersions.get(place) ?? []).some(
      (zero) => zero <= version && zero > (written?.version ?? 0),
    );
    return wiped ? undefined : written?.residents;
  }

  for (const deed of deeds) {
    const arrived = arrivals.get(deed.id) ?? [];
    const made = arrived.filter(({ isEcho }) => !isEcho);
    if (made.length > 1) {
      say("doubled", `${deed.unit} ${deed.day}: one deed made ${String(made.length)} versions`);
    }
    if (deed.state === "open") say("lost", `${deed.unit} ${deed.day}: never came to an end`);
    if (deed.state !== "confirmed") continue;
    const first = arrived[0];
    if (!first) {
      say("lost", `${deed.unit} ${deed.day}: confirmed, and not there`);
      continue;
    }
    const place = placeOf(deed);
    const cells = new Set([
      ...Object.keys(deed.cells),
      ...[...timelines.keys()].flatMap((key) =>
        key.startsWith(`${place} `) ? [key.slice(place.length + 1)] : [],
      ),
    ]);
    for (const cell of cells) {
      const stood = valueAt(place, cell, first.version);
      if (stood !== deed.cells[cell]) {
        say("wrong", `${place} ${cell}: sent ${text(deed.cells[cell])}, held ${text(stood)}`);
      }
    }
  }

  for (const report of held.reports) {
    const makers = held.submissions.filter(
      (each) => placeOf(each) === placeOf(report) && !each.isEcho,
    );
    if (!deedOf.has(original(report.submission))) {
      say("wrong", `${placeOf(report)}: nobody sent what stands`);
    }
    if (makers.length !== report.version) {
      say(
        "wrong",
        `${placeOf(report)}: version ${String(report.version)} of ${String(makers.length)} submissions`,
      );
    }
  }

  const sums = new Map<string, number>();
  const counted = held.values.filter(
    ({ cell, isCurrent }) => isCurrent && !cell.startsWith(partMark),
  );
  for (const { unit, cell, residents } of counted) {
    const key = `${unit} ${cell.slice(0, cell.indexOf("/"))}`;
    sums.set(key, (sums.get(key) ?? 0) + residents);
  }
  for (const key of new Set([...sums.keys(), ...Object.keys(held.coverage)])) {
    const [sum, shown] = [sums.get(key) ?? 0, held.coverage[key] ?? 0];
    if (sum !== shown)
      say("wrong", `coverage of ${key}: ${String(shown)} instead of ${String(sum)}`);
  }
  for (let row = 0; row < held.rollUpDifferences; row += 1) say("wrong", "a row of the roll-ups");
  if (held.brokenChain !== null) say("wrong", `audit chain: ${held.brokenChain}`);
  judgeRecords(records, held.records, say, original);

  const confirmed = [...deeds, ...records].filter(({ state }) => state === "confirmed").length;
  return { confirmed, ...count, findings };
}

type Submission = Held["submissions"][number];

function timelinesOf(held: Held, submissionOf: ReadonlyMap<string, Submission>) {
  const timelines = new Map<string, { version: number; residents: number }[]>();
  for (const value of held.values) {
    const key = `${placeOf(value)} ${value.cell}`;
    const version = submissionOf.get(value.submission)?.version ?? 0;
    timelines.set(key, [...(timelines.get(key) ?? []), { version, residents: value.residents }]);
  }
  for (const line of timelines.values()) line.sort((a, b) => a.version - b.version);
  return timelines;
}

function placeOf({ unit, day }: { readonly unit: string; readonly day: string }): string {
  return `${day} ${unit}`;
}

function isZero(deed: Deed | undefined): boolean {
  return deed !== undefined && Object.keys(deed.cells).length === 0;
}

function text(value: number | undefined): string {
  return value === undefined ? "nothing" : String(value);
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
