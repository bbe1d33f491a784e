import { describe, expect, it } from "vitest";

import { PassingCommandError, CommandError } from "../../../scripts/command-error";
import { keepRunning, waitBefore, type News, type Run } from "../../../scripts/supervisor";

/** A part on a clock of its own: each run lasts as told, each start does what is told. */
function stage(plan: {
  readonly runSeconds: readonly number[];
  readonly starts: readonly (Error | "starts")[];
  readonly tries?: number;
}) {
  const state = { seconds: 0, starts: 0, runs: 0, waits: [] as number[], news: [] as News[] };
  const stop = new AbortController();
  function run(): Run {
    const lasts = plan.runSeconds[state.runs];
    state.runs += 1;
    // The last run is the one that lasts.
    if (lasts === undefined) return { ended: new Promise(() => undefined) };
    return {
      ended: later().then(() => {
        state.seconds += lasts;
        return "sinyal SIGKILL.";
      }),
    };
  }
  const part = {
    name: "Server web",
    lastWords: () => "FATAL ERROR: heap",
    startAgain: () => {
      const outcome = plan.starts[state.starts] ?? "starts";
      state.starts += 1;
      return outcome === "starts" ? Promise.resolve(run()) : Promise.reject(outcome);
    },
  };
  const clock = {
    now: () => state.seconds * 1000,
    sleep: (milliseconds: number) => {
      state.waits.push(milliseconds / 1000);
      state.seconds += milliseconds / 1000;
      return Promise.resolve();
    },
  };
  const terms = {
    tries: plan.tries ?? 10,
    clock,
    signal: stop.signal,
    tell: (news: News) => state.news.push(news),
  };
  return { state, stop, part, terms, kept: () => keepRunning(part, run(), terms) };
}

function later(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Long enough for everything that needs no real time. */
async function turn(): Promise<void> {
  for (let each = 0; each < 20; each += 1) await later();
}

const rejected = new CommandError("Port terpakai.");

describe("what ends by itself", () => {
  it("waits 0, 1, 2, 4 … seconds and never more than 30", () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 100].map(waitBefore)).toEqual([0, 1, 2, 4, 8, 16, 30, 30, 30]);
  });

  it("is started again at once, and later each time it does not last", async () => {
    const { kept, state } = stage({ runSeconds: [1, 1, 1, 1], starts: [] });
    void kept();
    await turn();
    expect(state.waits).toEqual([1, 2, 4]);
    expect(state.starts).toBe(4);
    expect(state.news.at(0)).toEqual({
      kind: "ended",
      part: "Server web",
      reason: "sinyal SIGKILL.",
      waitSeconds: 0,
      attempt: 1,
      tries: 10,
    });
    expect(state.news.at(-1)).toEqual({ kind: "back", part: "Server web" });
  });

  it("is new again after five minutes of health", async () => {
    const { kept, state } = stage({ runSeconds: [1, 1, 300, 1], starts: [] });
    void kept();
    await turn();
    expect(state.waits).toEqual([1, 1]);
  });

  it("is not new again a second earlier", async () => {
    const { kept, state } = stage({ runSeconds: [1, 1, 299, 1], starts: [] });
    void kept();
    await turn();
    expect(state.waits).toEqual([1, 2, 4]);
  });
});

describe("giving up", () => {
  it("comes after the tries in a row, with the reason and the last words", async () => {
    const { kept, state } = stage({
      runSeconds: [1],
      starts: [rejected, rejected, rejected],
      tries: 3,
    });
    await expect(kept()).rejects.toThrow(
      "Server web tidak bertahan setelah 3 percobaan berturut-turut. Yang terakhir: Port terpakai.\n\nFATAL ERROR: heap",
    );
    expect(state.starts).toBe(3);
  });

  it("with no tries comes at once", async () => {
    const { kept, state } = stage({ runSeconds: [1], starts: [], tries: 0 });
    await expect(kept()).rejects.toBeInstanceOf(CommandError);
    expect(state.starts).toBe(0);
  });

  it("never comes while the cause passes without us, and the wait still grows", async () => {
    const full = new PassingCommandError("penyimpanan penuh.");
    const { kept, state } = stage({
      runSeconds: [1],
      starts: Array.from({ length: 12 }, () => full),
      tries: 2,
    });
    void kept();
    await turn();
    expect(state.starts).toBe(13);
    expect(state.waits.slice(-2)).toEqual([30, 30]);
    expect(state.news.at(-2)).toMatchObject({ kind: "failed", attempt: null, waitSeconds: 30 });
    expect(state.news.at(-1)?.kind).toBe("back");
  });

  it("comes at once from a defect, which is not a rejection", async () => {
    const defect = new TypeError("x is not a function");
    await expect(stage({ runSeconds: [1], starts: [defect] }).kept()).rejects.toBe(defect);
  });
});

describe("being told to end", () => {
  it("cuts a wait short and starts nothing", async () => {
    const { part, state, stop, terms } = stage({ runSeconds: [], starts: [rejected, rejected] });
    const clock = {
      now: () => 0,
      sleep: (_: number, signal: AbortSignal) =>
        new Promise<void>((_resolve, reject) => {
          signal.addEventListener("abort", () => {
            reject(new Error("aborted"));
          });
        }),
    };
    const ended = Promise.resolve("sinyal SIGKILL.");
    const kept = keepRunning(part, { ended }, { ...terms, clock });
    await turn();
    expect(state.starts).toBe(1);
    stop.abort();
    await kept;
    expect(state.starts).toBe(1);
  });

  it("is no failure of the run that it ends", async () => {
    const { part, state, stop, terms } = stage({ runSeconds: [], starts: [] });
    const ended = new Promise<string>((resolve) => {
      stop.signal.addEventListener("abort", () => {
        resolve("sinyal SIGTERM.");
      });
    });
    const kept = keepRunning(part, { ended }, terms);
    stop.abort();
    await kept;
    expect(state.starts).toBe(0);
    expect(state.news).toEqual([]);
  });
});
