import type { Round } from "@/lib/campaign/campaign";
import { newSubmissionId } from "@/lib/outbox/new-id";
import type { Outbox } from "@/lib/outbox/open-outbox";
import { pageOutbox } from "@/lib/outbox/page-outbox";
import type { EntryColumn, EntryRow } from "@/lib/tally/entry-row";
import type {
  DailyReportSubmission,
  EntryFigures,
  ReportReason,
  StandingReport,
} from "@/lib/tally/schema";

import { problemsHere } from "@/lib/tally/report-here";
import { now } from "@/lib/time/clock";

import { draftName, keepDraft, readDraft } from "./draft-memory";
import { isReasonNeeded, type DayClosing } from "./reason-before";
import {
  contentToSend,
  inFigures,
  isChanged,
  isUnsaved,
  lookOf,
  openRow,
  returnedToSend,
  typedAs,
  type RowState,
} from "./row-state";
import { settledRow, worstOf, type Told } from "./settled-row";

export type EntryPlace = {
  readonly actorId: string;
  readonly actorName: string;
  readonly slug: string;
  readonly day: string;
  /** The day's; left out: only the server judges. */
  readonly round?: Round | undefined;
} & DayClosing;

type Sending = {
  /** Of a change that needs one; null: not given. */
  readonly reason?: ReportReason | null;
  /** A returned report as it stands. */
  readonly isResent?: boolean;
};

/** Something that happened and is to be said, once. */
export type Notice = {
  readonly number: number;
  readonly kind: Told | "pasted" | "recounted";
  readonly units: readonly string[];
  /** How many: cells of a paste, reports of a sending. */
  readonly count: number;
};

export type Snapshot = {
  readonly rows: ReadonlyMap<string, RowState>;
  /** What the fields of all rows hold. */
  readonly figures: EntryFigures;
  readonly notice: Notice | null;
  /** Units whose change waits for its reason before it is sent. */
  readonly asked: readonly string[];
};

/** What the rows need of the outbox. */
export type EntryOutbox = Pick<
  Outbox,
  "enqueue" | "send" | "view" | "resolve" | "explain" | "retry" | "discard" | "subscribe"
>;

export type EntryStore = ReturnType<typeof openEntryStore>;

/** How long a cell shows that it was just sent. */
const sentGlance = 2_000;

/**
 * The rows of one day on the screen: what is typed, and what the outbox says of what was sent. Grid
 * and card are drawn from it and tell it what was typed. Everything that is sent goes through the
 * outbox, online as well.
 */
export function openEntryStore({
  rows,
  columns,
  place,
  figures = "daily",
  outbox: open = () => pageOutbox(place.actorId),
  clock = now,
}: {
  readonly rows: readonly EntryRow[];
  readonly columns: readonly EntryColumn[];
  readonly place: EntryPlace;
  /** How the person types; daily when left out. */
  readonly figures?: EntryFigures | undefined;
  /** The person's own when left out. */
  readonly outbox?: () => Promise<EntryOutbox>;
  readonly clock?: () => Date;
}) {
  const listeners = new Set<() => void>();
  let leaveOutbox: (() => void) | null = null;
  /** Rows whose report is just being handed to the outbox: it need not know them yet. */
  const handing = new Set<string>();
  /** Sendings of this page that are under way. */
  let sendings = 0;
  let isKept = true;
  let notices = 0;
  let hasDrafts = false;
  let snapshot: Snapshot = {
    rows: new Map(rows.map((row) => [row.unit.code, openRow(row, columns, figures)])),
    figures,
    notice: null,
    asked: [],
  };
  const initial = snapshot;

  function set(states: readonly RowState[], notice: Omit<Notice, "number"> | null = null) {
    const next = new Map(snapshot.rows);
    for (const state of states) next.set(state.row.unit.code, state);
    const told = notice ? { ...notice, number: ++notices } : snapshot.notice;
    snapshot = { ...snapshot, rows: next, notice: told };
    for (const listener of listeners) listener();
  }

  function stateOf(unit: string): RowState {
    const state = snapshot.rows.get(unit);
    if (!state) throw new RangeError(`no row of ${unit}`);
    return state;
  }

  function keep(state: RowState): RowState {
    const { typed, figures: by, isZero, base, sent } = state;
    const draft = isUnsaved(state, columns) ? { typed, figures: by, isZero, base, sent } : null;
    keepDraft(draftName(place, state.row.unit.code), draft);
    return state;
  }

  /** Drafts of an earlier visit. Not before the page is alive: the server drew it without them. */
  function takeUpDrafts() {
    if (hasDrafts) return;
    hasDrafts = true;
    const found = [...snapshot.rows.values()].flatMap((state) => {
      const draft = readDraft(draftName(place, state.row.unit.code));
      // It may have been typed as the other kind of figures.
      return draft ? [keep(inFigures({ ...state, ...draft }, snapshot.figures, columns))] : [];
    });
    if (found.length > 0) set(found);
  }

  function change(unit: string, what: Partial<RowState>): RowState {
    const state = stateOf(unit);
    const isBusy = state.status.kind === "sending" || state.status.kind === "conflict";
    return keep({ ...state, ...(isBusy ? {} : { status: { kind: "still" } }), ...what });
  }

  function typedWith(unit: string, field: "residents" | "outside", texts: Record<string, string>) {
    const { typed } = stateOf(unit);
    return { ...typed, [field]: { ...typed[field], ...texts } };
  }

  function type(unit: string, field: "residents" | "outside", key: string, text: string) {
    const { confirmed } = stateOf(unit);
    set([
      change(unit, {
        typed: typedWith(unit, field, { [key]: text }),
        isZero: false,
        confirmed: confirmed.filter((each) => each !== key),
      }),
    ]);
  }

  function ask(units: readonly string[]) {
    if (units.length === 0 && snapshot.asked.length === 0) return;
    snapshot = { ...snapshot, asked: units };
    for (const listener of listeners) listener();
  }

  /**
   * Hands what changed to the outbox and sends it. A change that needs a reason is not sent without
   * one: it is asked for first, where this device can tell.
   */
  async function send(
    units: readonly string[],
    { reason = null, isResent = false }: Sending = {},
  ): Promise<void> {
    const asked: string[] = [];
    const going = units.flatMap((unit) => {
      const state = stateOf(unit);
      const content =
        state.status.kind === "conflict"
          ? null
          : (isResent ? returnedToSend : contentToSend)(state, columns);
      if (!content) return [];
      const { text, report, fallen } = content;
      if (!reason && isReasonNeeded(content.content, state.standing, place, clock())) {
        asked.push(unit);
        return [];
      }
      // The same content again is the same submission again, so that it is stored once.
      const isSame = !isResent && state.sent?.content === text;
      const id = isSame && state.sent ? state.sent.id : newSubmissionId();
      const queued = { id, content: content.content };
      const problems = reason
        ? []
        : fallen.map((figure) => ({ code: "cumulativeFell" as const, ...figure }));
      const next: RowState = { ...state, queued, recounted: [], sent: { id, content: text } };
      const base = isResent ? (state.standing?.version ?? 0) : state.base;
      return [{ next, report: { ...report, id, baseVersion: base }, problems }];
    });
    ask(asked);
    const stuck = units.filter((unit) =>
      ["refused", "cleared"].includes(lookOf(stateOf(unit), columns)),
    );
    if (stuck.length > 0) set([], { kind: "refused", units: stuck, count: stuck.length });
    const isWaiting = units.some((unit) => stateOf(unit).status.kind === "kept");
    if (going.length === 0 && !isWaiting) return;
    const states = going.map(({ next }) => next);
    set(states.map((state) => ({ ...state, status: { kind: "sending" } })));
    for (const { row } of states) handing.add(row.unit.code);
    const { round } = place;
    const judged = (report: DailyReportSubmission) =>
      round ? problemsHere(report, { columns, round }) : [];
    await throughOutbox(states, async (outbox) => {
      for (const { next, report, problems } of going) {
        const submission = {
          unit: next.row.unit.code,
          day: place.day,
          ...report,
          ...(reason && { reason }),
        };
        await outbox.enqueue({
          slug: place.slug,
          unitName: next.row.unit.name,
          report: submission,
          problems: [...judged(submission), ...problems],
        });
      }
      // It is kept by the outbox now; what was typed since is kept as a draft.
      for (const { row } of states) keep(stateOf(row.unit.code));
      return states.length === 0;
    });
  }

  /** Does something with the outbox, sends what is due, and shows what came of it. */
  async function throughOutbox(
    going: readonly RowState[],
    work: (outbox: EntryOutbox) => Promise<boolean>,
  ): Promise<void> {
    sendings += 1;
    try {
      const outbox = await open();
      const isForced = await work(outbox);
      for (const { row } of going) handing.delete(row.unit.code);
      await follow();
      await outbox.send({ isForced });
    } catch {
      for (const { row } of going) handing.delete(row.unit.code);
      const lost = going.map(({ row }) => stateOf(row.unit.code));
      const units = lost.map(({ row }) => row.unit.code);
      set(
        lost.map((state) => keep({ ...state, queued: null, status: { kind: "failed" } })),
        { kind: "failed", units, count: units.length },
      );
    } finally {
      sendings -= 1;
      await follow().catch(() => undefined);
    }
  }

  /** Brings the rows in line with the outbox. */
  async function follow(): Promise<void> {
    const outbox = await open();
    const { mutations, condition, ...view } = await outbox.view();
    isKept = view.isKept;
    const here = mutations.filter(({ slug, day }) => slug === place.slug && day === place.day);
    const by = { columns, actorName: place.actorName, condition, isSending: sendings > 0 };
    const changed = [...snapshot.rows.values()].flatMap((state) => {
      if (handing.has(state.row.unit.code)) return [];
      const own = here.filter(({ unit }) => unit === state.row.unit.code);
      const next = settledRow(state, own, by);
      const isNews = next.status.kind !== state.status.kind;
      const isRecounted = next.recounted !== state.recounted && next.recounted.length > 0;
      return next === state ? [] : [{ next, isNews, isRecounted }];
    });
    if (changed.length === 0) return;
    const recounted = changed.flatMap((each) =>
      each.isRecounted ? [each.next.row.unit.code] : [],
    );
    const news = changed.flatMap(({ next, isNews }) => (isNews ? [next] : []));
    const worst = worstOf(news);
    const units = news.flatMap(({ row, status }) => (status.kind === worst ? [row.unit.code] : []));
    set(
      changed.map(({ next }) => keep(next)),
      recounted.length > 0
        ? { kind: "recounted", units: recounted, count: recounted.length }
        : worst
          ? { kind: worst, units, count: units.length }
          : null,
    );
    setTimeout(() => rest(units), sentGlance);
  }

  /** Not before the page is alive. Another tab, or a try in the background, changes the outbox too. */
  function followOutbox() {
    if (leaveOutbox) return;
    let isLeft = false;
    let leave = () => {};
    leaveOutbox = () => {
      isLeft = true;
      leave();
    };
    open()
      .then((outbox) => {
        if (!isLeft) leave = outbox.subscribe(() => void follow().catch(() => undefined));
        return follow();
      })
      // Without an outbox nothing is sent, and what is typed stays a draft.
      .catch(() => undefined);
  }

  async function withQueued(
    unit: string,
    work: (outbox: EntryOutbox, id: string) => Promise<void>,
  ): Promise<void> {
    const state = stateOf(unit);
    const { queued } = state;
    if (!queued) return;
    await throughOutbox([], async (outbox) => {
      await work(outbox, queued.id);
      return true;
    });
  }

  /** The check in a cell that was just sent goes after a moment. */
  function rest(units: readonly string[]) {
    const sent = units.map(stateOf).filter(({ status }) => status.kind === "sent");
    if (sent.length > 0) set(sent.map((state) => ({ ...state, status: { kind: "still" } })));
  }

  return {
    columns,
    place,
    order: rows.map(({ unit }) => unit.code),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      takeUpDrafts();
      followOutbox();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        leaveOutbox?.();
        leaveOutbox = null;
      };
    },
    snapshot: () => snapshot,
    /** As the server drew it. */
    serverSnapshot: () => initial,
    stateOf,
    type,
    send,
    /** Shows all rows as the other kind of figures. What is typed and not sent says the same there. */
    setFigures(next: EntryFigures): { readonly typed: number } {
      const states = [...snapshot.rows.values()];
      snapshot = { ...snapshot, figures: next };
      set(states.map((state) => keep(inFigures(state, next, columns))));
      return { typed: states.filter((state) => isUnsaved(state, columns)).length };
    },
    /** Several fields at once, as pasted; nothing is sent by it. */
    fill(cells: readonly { readonly unit: string; readonly key: string; readonly text: string }[]) {
      const units = [...new Set(cells.map(({ unit }) => unit))];
      set(
        units.map((unit) => {
          const texts = Object.fromEntries(
            cells.filter((cell) => cell.unit === unit).map(({ key, text }) => [key, text]),
          );
          return change(unit, { typed: typedWith(unit, "residents", texts), isZero: false });
        }),
        { kind: "pasted", units, count: cells.length },
      );
    },
    /** Puts the fields back as a report had them, and sends that. */
    putBack(unit: string, standing: StandingReport): Promise<void> {
      const typed = typedAs(stateOf(unit), standing, columns);
      set([change(unit, { typed, isZero: standing.zero })]);
      return send([unit]);
    },
    confirm(unit: string, key: string) {
      const state = stateOf(unit);
      set([{ ...state, confirmed: [...state.confirmed, key] }]);
    },
    /** A zero report: one press, and it goes. */
    zero(unit: string): Promise<void> {
      set([change(unit, { isZero: true })]);
      return send([unit]);
    },
    /** After a zero report was taken back: the unit has not reported. */
    clear(unit: string) {
      const state = stateOf(unit);
      set([
        keep({
          ...openRow({ ...state.row, standing: null }, columns, state.figures),
        }),
      ]);
    },
    /** Ends a conflict: with what is typed here, as a correction, or with what stands. */
    resolve(unit: string, keeps: "mine" | "theirs"): Promise<void> {
      const state = stateOf(unit);
      const { queued } = state;
      if (state.status.kind !== "conflict" || !queued) return Promise.resolve();
      const { standing } = state.status;
      const settled: RowState = { ...state, standing, base: standing.version, queued: null };
      const next: RowState =
        keeps === "theirs"
          ? {
              ...settled,
              typed: typedAs(state, standing, columns),
              isZero: false,
              status: { kind: "still" },
            }
          : { ...settled, status: { kind: "sending" } };
      set([keep(next)]);
      return throughOutbox([], async (outbox) => {
        await outbox.resolve(queued.id, keeps);
        return false;
      });
    },
    /** Sends a returned report once more as it stands. */
    resend: (unit: string) => send([unit], { isResent: true }),
    /** Sends the changes that were asked the reason of, with it. */
    giveReason(reason: ReportReason): Promise<void> {
      const { asked } = snapshot;
      ask([]);
      return send(asked, { reason });
    },
    /** No reason now: the changes stay drafts. */
    dropReason: () => ask([]),
    /** Puts an emptied row back to what waits in the outbox. */
    unclear(unit: string) {
      const state = stateOf(unit);
      if (!state.queued) return;
      const { content } = state.queued;
      set([change(unit, { typed: typedAs(state, content, columns), isZero: content.zero })]);
    },
    /** Gives the reason that a change was refused for, and sends it again. */
    explain: (unit: string, reason: ReportReason) =>
      withQueued(unit, (outbox, id) => outbox.explain(id, reason)),
    /** Sends once more, now: what waits, or what was refused for something that may have passed. */
    retry: (unit: string) => {
      const { queued, status } = stateOf(unit);
      if (queued === null) return send([unit]);
      return withQueued(unit, (outbox, id) =>
        status.kind === "refused" ? outbox.retry(id) : Promise.resolve(),
      );
    },
    /** Takes back what is on its way and never went. Whether it could be. */
    async takeBack(unit: string): Promise<boolean> {
      const before = stateOf(unit).standing;
      await withQueued(unit, (outbox, id) => outbox.discard(id));
      const state = stateOf(unit);
      if (state.queued !== null) return false;
      set([keep(openRow({ ...state.row, standing: state.standing }, columns, state.figures))]);
      // It may have arrived in the meantime.
      return state.standing?.version === before?.version;
    },
    /** Rows that say something which would be gone with the page: neither sent nor kept. */
    unsent(): readonly string[] {
      return [...snapshot.rows.values()]
        .filter((state) => (isKept ? isUnsaved : isChanged)(state, columns))
        .map(({ row }) => row.unit.code);
    },
  };
}
