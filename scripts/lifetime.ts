import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

type Closer = () => Promise<void>;

/**
 * What has to be ended when the command ends, last begun first. A signal may come at any moment
 * of a start: what begins after the end is ended at once.
 */
export class Lifetime {
  readonly #closers: Closer[] = [];
  readonly #abort = new AbortController();
  #ending: Promise<void> | undefined;

  /** Aborted when the end begins; for short-lived child processes. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  get isOver(): boolean {
    return this.#ending !== undefined;
  }

  onEnd(closer: Closer): void {
    if (this.#ending === undefined) this.#closers.push(closer);
    else this.#ending = this.#ending.then(closer);
  }

  /**
   * The place in the order of ending of one thing that may be begun anew: what stood there before
   * has ended by itself.
   */
  place(): (closer: Closer) => void {
    let current: Closer = () => Promise.resolve();
    this.onEnd(() => current());
    return (closer) => {
      if (this.isOver) this.onEnd(closer);
      else current = closer;
    };
  }

  async end(): Promise<void> {
    this.#ending ??= this.#closeAll();
    let last: Promise<void>;
    do {
      last = this.#ending;
      await last;
      // A start in progress may still be handing over what it has just begun.
      await pause(20);
    } while (last !== this.#ending);
  }

  /** Ctrl-C, a service manager's SIGTERM, a closed terminal: end everything and exit with 0. */
  listenToSignals(): void {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => void this.#leave());
    }
    if (process.env["npm_lifecycle_event"] !== undefined) this.#watchParent();
  }

  /**
   * npm passes signals on, except the one that kills it: then nobody is left to stop us. Between
   * it and us stands a shell, which would outlive it.
   */
  #watchParent(): void {
    const line = readLine();
    setInterval(() => {
      if (readLine() !== line) void this.#leave();
    }, 500).unref();
  }

  async #leave(): Promise<void> {
    await this.end();
    process.exit(0);
  }

  async #closeAll(): Promise<void> {
    this.#abort.abort();
    for (const closer of this.#closers.reverse()) await closer().catch(console.error);
  }
}

/** Our parent and its parent; on Linux only, elsewhere the parent alone. */
function readLine(): string {
  try {
    const status = readFileSync(`/proc/${String(process.ppid)}/status`, "utf8");
    return `${String(process.ppid)} ${/^PPid:\s*(\d+)$/m.exec(status)?.[1] ?? ""}`;
  } catch {
    return String(process.ppid);
  }
}
