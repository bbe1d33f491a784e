import { PassingCommandError, CommandError } from "./command-error";

/** One run of a program: settles when it ended, with why. */
export type Run = { readonly ended: Promise<string> };

export type SupervisedPart = {
  /** As people call it: "Server web". */
  readonly name: string;
  /** Starts it anew where it was; fails with a CommandError that says why it could not. */
  readonly startAgain: () => Promise<Run>;
  /** What it printed last, for who has to find out. */
  readonly lastWords: () => string;
};

type Clock = {
  /** Milliseconds, of no particular beginning. */
  readonly now: () => number;
  /** Rejects when the signal is given. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
};

type Terms = {
  /** Starts in a row, without a healthy run between them, after which it gives up. */
  readonly tries: number;
  readonly clock: Clock;
  /** Given when everything is to end. */
  readonly signal: AbortSignal;
  readonly tell: (news: News) => void;
};

export type News =
  | {
      /** It ran and ended; it could not be started. */
      readonly kind: "ended" | "failed";
      readonly part: string;
      readonly reason: string;
      readonly waitSeconds: number;
      /** Which of the tries comes next; null: none, since the cause passes without us. */
      readonly attempt: number | null;
      readonly tries: number;
    }
  | { readonly kind: "back"; readonly part: string };

/** A run of this length is healthy: what ends it is a new matter. */
const healthyMilliseconds = 5 * 60_000;
const longestWaitSeconds = 30;

/** Seconds before a start: 0, 1, 2, 4, 8, 16, 30, 30 … */
export function waitBefore(attempt: number): number {
  return attempt <= 1 ? 0 : Math.min(longestWaitSeconds, 2 ** (attempt - 2));
}

/**
 * Keeps a part running: what ends by itself is started again, later each time, until the signal is
 * given. A cause that passes without us (a full disk) is waited for without end.
 *
 * @returns when the signal is given.
 * @throws {CommandError} when it ended or failed `tries` times in a row, with the reason and its last words.
 */
export async function keepRunning(part: SupervisedPart, first: Run, terms: Terms): Promise<void> {
  const { clock, signal, tries } = terms;
  let run = first;
  let attempts = 0;
  /** Those whose cause passes without us. */
  let excused = 0;
  while (!signal.aborted) {
    const began = clock.now();
    let reason = await run.ended;
    let kind: "ended" | "failed" = "ended";
    let isExcused = false;
    if (clock.now() - began >= healthyMilliseconds) attempts = excused = 0;

    for (let next: Run | null = null; next === null;) {
      if (signal.aborted) return;
      if (attempts - excused >= tries) throw gaveUp(part, reason, tries);
      attempts += 1;
      const waitSeconds = waitBefore(attempts);
      const attempt = isExcused ? null : attempts - excused;
      terms.tell({ kind, part: part.name, reason, waitSeconds, attempt, tries });
      if (!(await slept(terms, waitSeconds))) return;
      try {
        next = await part.startAgain();
        run = next;
      } catch (error) {
        if (!(error instanceof CommandError)) throw error;
        kind = "failed";
        reason = error.message;
        isExcused = error instanceof PassingCommandError;
        if (isExcused) excused += 1;
      }
    }
    terms.tell({ kind: "back", part: part.name });
  }
}

/** Whether the wait came to its end. */
async function slept({ clock, signal }: Terms, seconds: number): Promise<boolean> {
  try {
    if (seconds > 0) await clock.sleep(seconds * 1000, signal);
    return !signal.aborted;
  } catch {
    return false;
  }
}

function gaveUp(part: SupervisedPart, reason: string, tries: number): CommandError {
  return new CommandError(
    `${part.name} tidak bertahan setelah ${String(tries)} percobaan berturut-turut. ` +
      `Yang terakhir: ${reason}\n\n${part.lastWords()}`.trimEnd(),
  );
}
