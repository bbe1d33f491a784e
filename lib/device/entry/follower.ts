import type { Outbox } from "@/lib/device/outbox/open-outbox";

import type { EntryBoard } from "./board";
import { newsOf } from "./news";

/** What the rows need of the outbox. */
export type EntryOutbox = Pick<
  Outbox,
  "enqueue" | "send" | "view" | "resolve" | "explain" | "retry" | "discard" | "forget" | "subscribe"
>;

export type EntryFollower = ReturnType<typeof followEntries>;

/** How long a cell shows that it was just sent. */
const sentGlance = 2_000;

/** Keeps the rows of the board in line with the outbox. */
export function followEntries(
  { columns, context, snapshot, stateOf, set, keep, setQueueKept }: EntryBoard,
  open: () => Promise<EntryOutbox>,
) {
  let leaveOutbox: (() => void) | null = null;
  /** Rows whose report is just being handed to the outbox, how often: it need not know them yet. */
  const handing = new Map<string, number>();
  /** Sendings of this page that are under way. */
  let sendings = 0;

  /** Brings the rows in line with the outbox. */
  async function follow(): Promise<void> {
    const outbox = await open();
    const { mutations, condition, isKept } = await outbox.view();
    setQueueKept(isKept);
    const { changed, units, notice } = newsOf(
      [...snapshot().rows.values()].filter(({ row }) => !handing.get(row.unit.code)),
      mutations.filter(({ slug, day }) => slug === context.slug && day === context.day),
      { columns, actorName: context.actorName, condition, isSending: sendings > 0 },
    );
    if (changed.length === 0) return;
    set(changed.map(keep), notice);
    setTimeout(() => rest(units), sentGlance);
  }

  /** The check in a cell that was just sent goes after a moment. */
  function rest(units: readonly string[]) {
    const sent = units.map(stateOf).filter(({ status }) => status.kind === "sent");
    if (sent.length > 0) set(sent.map((state) => ({ ...state, status: { kind: "still" } })));
  }

  /** What could not even be handed to the outbox. */
  function fail(units: readonly string[]) {
    const lost = units.map(stateOf);
    set(
      lost.map((state) => keep({ ...state, queued: null, status: { kind: "failed" } })),
      { kind: "failed", units, count: units.length },
    );
  }

  /**
   * Does something with the outbox, sends what is due, and shows what came of it.
   *
   * @param handed units whose report the work hands over.
   * @param work answers whether to send what is not due yet, too.
   */
  async function through(
    handed: readonly string[],
    work: (outbox: EntryOutbox) => Promise<boolean>,
  ): Promise<void> {
    const count = (by: number) => {
      for (const unit of handed) handing.set(unit, (handing.get(unit) ?? 0) + by);
    };
    let isHeld = true;
    const letGo = () => {
      if (isHeld) count(-1);
      isHeld = false;
    };
    count(1);
    sendings += 1;
    try {
      const outbox = await open();
      const isForced = await work(outbox);
      letGo();
      await follow();
      await outbox.send({ isForced });
    } catch {
      letGo();
      fail(handed);
    } finally {
      sendings -= 1;
      await follow().catch(() => undefined);
    }
  }

  return {
    through,
    /** Not before the page is alive. Another tab, or a try in the background, changes the outbox too. */
    start() {
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
    },
    stop() {
      leaveOutbox?.();
      leaveOutbox = null;
    },
    /** Looks whether what waits in the outbox outlives the page. */
    lookWhetherKept: async (outbox: EntryOutbox) => setQueueKept((await outbox.view()).isKept),
  };
}
