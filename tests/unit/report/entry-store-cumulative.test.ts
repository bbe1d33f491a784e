import { beforeEach, describe, expect, it, vi } from "vitest";

import { openEntryStore } from "@/lib/device/entry/store";
import { countIn, fallenAt, warningAt } from "@/lib/device/entry/row-counts";
import { lookOf } from "@/lib/device/entry/row-state";
import { openOutbox } from "@/lib/device/outbox/open-outbox";
import { contentOf } from "@/lib/report/report-content";
import type {
  DailyReportSubmission,
  EntryFigures,
  ReportResult,
  StoredReport,
} from "@/lib/report/schema";

import { columns, rows } from "./kapuas";

const unit = "62.03.01.1007";
const { key } = columns[0];
const cell = { intervention: "MR", targetGroup: "9–59 bulan" };
const context = { actorId: "1", actorName: "Camat Selat", slug: "bian", day: "2026-06-04" };
const at = "2026-06-04T08:31:00.000Z";

type Told = Pick<ReportResult, "outcome" | "version"> & Partial<ReportResult>;
const stored: Told = { outcome: "stored", version: 1 };

let sent: DailyReportSubmission[] = [];
beforeEach(() => {
  sent = [];
});

/** A screen over 222 doses up to yesterday, whose server answers as told. */
function open(
  figures: EntryFigures,
  answer: (report: DailyReportSubmission) => Told = () => stored,
  outbox = openOutbox({
    actorId: "1",
    indexedDB: null,
    fetch: serving(answer),
    now: () => new Date(at),
    random: () => 0.5,
  }),
) {
  const store = openEntryStore({ rows, columns, context, figures, outbox: () => outbox });
  return {
    store,
    outbox,
    state: () => store.stateOf(unit),
    typed: () => store.stateOf(unit).typed.residents[key],
    today: () => countIn(store.stateOf(unit), columns, key),
    look: () => lookOf(store.stateOf(unit), columns),
  };
}

function serving(answer: (report: DailyReportSubmission) => Told): typeof fetch {
  const receipts = new Map<string, object>();
  return (input, init) => {
    if (typeof init?.body !== "string") {
      const ids =
        new URL(input instanceof Request ? input.url : input, "http://x.invalid").searchParams.get(
          "ids",
        ) ?? "";
      const found = ids.split(",").flatMap((id) => receipts.get(id) ?? []);
      return Promise.resolve(Response.json({ receipts: found }));
    }
    const { reports } = JSON.parse(init.body) as { reports: DailyReportSubmission[] };
    sent.push(...reports);
    const results = reports.map((report) => {
      const { id, unit: of, day } = report;
      const told = answer(report);
      receipts.set(id, { id, unit: of, day, version: 1, standing: standing(report) });
      return { id, problems: [], ...told };
    });
    return Promise.resolve(Response.json({ results }, { headers: { date: at } }));
  };
}

function standing(report: DailyReportSubmission): StoredReport {
  return {
    ...contentOf(report),
    version: 1,
    receivedAt: at,
    receivedBy: "Camat Selat",
    isOwn: true,
    status: "submitted",
    returnReason: null,
  };
}

describe("a row of cumulative figures", () => {
  it("shows the difference while it is typed, and sends both", async () => {
    const { store, today, look, typed } = open("cumulative");
    store.type(unit, "residents", key, "235");
    expect(today()).toBe(13);
    await store.send([unit]);

    expect(sent).toMatchObject([
      { figures: "cumulative", tallies: [{ ...cell, residents: 13, cumulative: 235 }] },
    ]);
    expect([look(), typed(), today()]).toEqual(["sent", "235", 13]);
  });

  it("is warned about the difference, not about the figure", () => {
    const { store, state } = open("cumulative");
    store.type(unit, "residents", key, "235");
    expect(warningAt(state(), columns, key)).toBeNull();
    store.type(unit, "residents", key, "353");
    expect(warningAt(state(), columns, key)).toMatchObject({ remaining: 125, likely: null });
  });

  it("stays here when it falls, and goes with a reason", async () => {
    const { store, state, look } = open("cumulative");
    store.type(unit, "residents", key, "214");
    expect(fallenAt(state(), columns, key)).toEqual({ before: 222, value: 214 });
    await store.leave(unit);
    expect([look(), state().needsReason, store.snapshot().asked]).toEqual(["unsent", true, []]);

    await store.send([unit]);
    expect([store.snapshot().asked, sent]).toEqual([[unit], []]);
    await store.giveReason({ code: "cumulativeFell" });
    expect(sent).toMatchObject([
      { reason: { code: "cumulativeFell" }, tallies: [{ residents: -8, cumulative: 214 }] },
    ]);
    expect(look()).toBe("sent");
  });

  it("goes without a reason once the falling figure is put right", async () => {
    const { store, look } = open("cumulative");
    store.type(unit, "residents", key, "214");
    await store.send([unit]);
    store.type(unit, "residents", key, "224");
    await store.send([unit]);

    expect(sent).toMatchObject([{ tallies: [{ residents: 2, cumulative: 224 }] }]);
    expect(look()).toBe("sent");
  });

  it("counts anew when the server has other doses before, and is sent again only when told to", async () => {
    const { store, look, today, typed, state } = open("cumulative", ({ tallies }) =>
      tallies[0]?.residents === 10
        ? stored
        : {
            outcome: "rejected",
            version: null,
            problems: [{ code: "cumulativeChanged", ...cell, before: 225, value: 235 }],
          },
    );
    store.type(unit, "residents", key, "235");
    await store.send([unit]);

    expect([look(), typed(), today(), sent.length]).toEqual(["unsent", "235", 10, 1]);
    expect(state().recounted).toEqual([{ key, from: 222, to: 225 }]);
    await store.send([unit]);
    expect([look(), sent.length, state().recounted]).toEqual(["sent", 2, []]);
    expect(sent[0]?.id).not.toBe(sent[1]?.id);
  });

  it.each(["daily", "cumulative"] as const)(
    "waits for an answer where a later day may hold its doses: %s",
    async (figures) => {
      const told = { code: "laterCumulative" as const, ...cell, before: 300, value: 313 };
      const problem = { ...told, later: "2026-06-05" };
      const { store, state, look } = open(figures, ({ reason }) =>
        reason?.code === "inLater"
          ? stored
          : { outcome: "rejected", version: null, problems: [problem] },
      );
      store.type(unit, "residents", key, figures === "daily" ? "13" : "235");
      await store.send([unit]);

      expect(look()).toBe("rejected");
      expect(state().status).toEqual({ kind: "rejected", problems: [problem] });
      await store.explain(unit, { code: "inLater" });
      expect([look(), sent.length, sent[1]?.id]).toEqual(["sent", 2, sent[0]?.id]);
    },
  );

  it("reports zero with empty fields, so that the next digit stands alone", async () => {
    const { store, look, typed } = open("cumulative");
    await store.zero(unit);
    expect(sent).toMatchObject([{ zero: true, tallies: [] }]);
    expect(sent[0]).not.toHaveProperty("figures");
    expect([look(), typed()]).toEqual(["sent", ""]);
  });

  it("shows what waits on the device as it was typed", async () => {
    const first = open("cumulative", () => ({
      outcome: "rejected",
      version: null,
      problems: [{ code: "dayClosed" }],
    }));
    first.store.type(unit, "residents", key, "235");
    await first.store.send([unit]);

    const second = open("cumulative", undefined, first.outbox);
    second.store.subscribe(() => undefined);
    await vi.waitFor(() => expect([second.look(), second.typed()]).toEqual(["rejected", "235"]));
  });
});

describe("the switch between daily and cumulative figures", () => {
  it("keeps what is typed and not sent, and counts it", async () => {
    const { store, typed, today, look } = open("daily");
    store.type(unit, "residents", key, "13");
    expect(store.setFigures("cumulative").typed).toBe(1);
    expect([typed(), today(), look()]).toEqual(["235", 13, "unsent"]);
    await store.send([unit]);
    expect(sent).toMatchObject([{ figures: "cumulative", tallies: [{ residents: 13 }] }]);

    expect(store.setFigures("daily").typed).toBe(0);
    expect([typed(), look()]).toEqual(["13", "sent"]);
  });

  it("shows a day on which the figure fell as stored, without rejecting it", async () => {
    const { store, typed, look } = open("cumulative");
    store.type(unit, "residents", key, "214");
    await store.send([unit]);
    await store.giveReason({ code: "recount" });
    store.setFigures("daily");
    expect([typed(), look()]).toEqual(["-8", "sent"]);
  });
});
