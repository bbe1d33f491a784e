import { beforeEach, describe, expect, it, vi } from "vitest";

import { openEntryStore } from "@/lib/device/entry/store";
import { lookOf } from "@/lib/device/entry/row-state";
import { openOutbox } from "@/lib/device/outbox/open-outbox";
import { contentOf } from "@/lib/report/report-content";
import type { DailyReportSubmission, ReportResult, StoredReport } from "@/lib/report/schema";
import { dosesOf } from "@/lib/campaign/measures";

import { columns, rows } from "./kapuas";

const unit = "62.03.01.1007";
const { key } = columns[0];
const at = "Thu, 04 Jun 2026 08:31:00 GMT";
const context = { actorId: "1", actorName: "Camat Selat", slug: "bian", day: "2026-06-04" };
const theirs: StoredReport = {
  version: 4,
  zero: false,
  receivedAt: "2026-06-04T08:44:00Z",
  receivedBy: "Lurah Selat Hilir",
  isOwn: false,
  status: "submitted",
  returnReason: null,
  tallies: [{ intervention: "MR", targetGroup: "9–59 bulan", ...dosesOf({ residents: 15 }) }],
};

type Told = Pick<ReportResult, "outcome" | "version"> & Partial<ReportResult>;

/** A server that answers as told (a number: the status of a failure; null: silence). */
function answering(
  answer: (report: DailyReportSubmission) => Told | number | null,
  sent: DailyReportSubmission[],
): typeof fetch {
  const stored = new Map<string, object>();
  return (input, init) => {
    if (typeof init?.body !== "string") {
      const address = typeof input === "string" ? input : "";
      const ids = new URL(address, "http://x.invalid").searchParams.get("ids") ?? "";
      const receipts = ids.split(",").flatMap((id) => stored.get(id) ?? []);
      return Promise.resolve(Response.json({ receipts }));
    }
    const { reports } = JSON.parse(init.body) as { reports: DailyReportSubmission[] };
    sent.push(...reports);
    const answers = reports.map((report) => ({ report, told: answer(report) }));
    const failed = answers.find(({ told }) => told === null || typeof told === "number");
    if (typeof failed?.told === "number") {
      return Promise.resolve(Response.json({ code: "notSignedIn" }, { status: failed.told }));
    }
    if (failed) return Promise.reject(new TypeError("failed to fetch"));
    const results = answers.map(({ report, told }) => {
      const version = (told as Told).version ?? 1;
      const { id, unit: context, day } = report;
      const standing = { ...theirs, ...contentOf(report), version };
      stored.set(id, { id, unit: context, day, version, standing });
      return { id, problems: [], ...(told as Told) };
    });
    return Promise.resolve(Response.json({ results }, { headers: { date: at } }));
  };
}

/** A screen whose server answers as told, and what it was sent. */
function open(
  answer: (report: DailyReportSubmission) => Told | number | null,
  outbox = openOutbox({
    actorId: "1",
    indexedDB: null,
    fetch: answering(answer, sent),
    now: () => new Date("2026-06-04T08:31:00Z"),
    random: () => 0.5,
  }),
) {
  const store = openEntryStore({ rows, columns, context, outbox: () => outbox });
  return {
    store,
    sent,
    outbox,
    typed: () => store.stateOf(unit).typed.residents[key],
    look: () => lookOf(store.stateOf(unit), columns),
  };
}

let sent: DailyReportSubmission[] = [];
beforeEach(() => {
  sent = [];
});

function answered(outcome: "stored" | "replayed", version: number) {
  return (): Told => ({ outcome, version });
}

describe("a row of the entry screen", () => {
  it("is empty, then not sent, then sent", async () => {
    const { store, look, sent } = open(answered("stored", 1));
    expect(look()).toBe("empty");
    store.type(unit, "residents", key, "13");
    expect(look()).toBe("unsent");
    await store.send([unit]);
    expect(look()).toBe("sent");
    expect(sent).toMatchObject([{ unit, day: "2026-06-04", baseVersion: 0, zero: false }]);
    expect(store.stateOf(unit).standing).toMatchObject({ version: 1, receivedBy: "Camat Selat" });
  });

  it("keeps what was typed when the network fails, and sends the same submission again", async () => {
    const { store, look, sent, typed } = open(() => null);
    store.type(unit, "residents", key, "13");
    await store.send([unit]);
    await store.send([unit]);

    expect([look(), typed()]).toEqual(["kept", "13"]);
    expect(sent[0]?.id).toBe(sent[1]?.id);
  });

  it("goes as a correction of what may have arrived once it says something else", async () => {
    let isCut = true;
    const { store, sent, look } = open(({ baseVersion = 0 }) => {
      if (!isCut) return { outcome: "stored", version: baseVersion + 1 };
      isCut = false;
      return null;
    });
    store.type(unit, "residents", key, "13");
    await store.send([unit]);
    store.type(unit, "residents", key, "14");
    expect(look()).toBe("unsent");
    await store.send([unit]);
    await store.retry(unit);
    expect(sent.map(({ tallies }) => tallies[0]?.residents)).toEqual([13, 13, 14]);
    expect(sent[0]?.id).toBe(sent[1]?.id);
    expect(sent.map(({ baseVersion }) => baseVersion)).toEqual([0, 0, 1]);
    expect(look()).toBe("sent");
  });

  it("keeps what was typed when the session has ended", async () => {
    const { store, look, typed } = open(() => 401);
    store.type(unit, "residents", key, "13");
    await store.send([unit]);
    expect([look(), typed()]).toEqual(["signedOut", "13"]);
  });

  it("keeps what is typed while it is under way, as a correction of what was sent", async () => {
    const { store, look, sent, typed } = open(answered("stored", 1));
    store.type(unit, "residents", key, "13");
    const sending = store.send([unit]);
    store.type(unit, "residents", key, "131");
    await sending;

    expect([look(), typed()]).toEqual(["unsent", "131"]);
    await store.send([unit]);
    expect(sent.map(({ baseVersion }) => baseVersion)).toEqual([0, 1]);
  });

  it("goes once more when it was changed and left again while it was under way", async () => {
    const { store, look, sent } = open(answered("stored", 1));
    store.type(unit, "residents", key, "13");
    const sending = store.send([unit]);
    store.type(unit, "residents", key, "14");
    await Promise.all([sending, store.send([unit])]);

    expect([look(), sent.at(-1)?.tallies[0]?.residents]).toEqual(["sent", 14]);
  });

  it("is not sent with a number that cannot be read", async () => {
    const { store, look, sent } = open(answered("stored", 1));
    store.type(unit, "residents", key, "12,5");
    await store.send([unit]);
    expect([look(), sent]).toEqual(["rejected", []]);
    expect(store.snapshot().notice).toMatchObject({ kind: "rejected", units: [unit] });
  });

  it("is not sent when nothing changed, nor when a sent report was emptied", async () => {
    const { store, look, sent } = open(answered("stored", 1));
    await store.send([unit]);
    expect(sent).toEqual([]);

    store.type(unit, "residents", key, "13");
    await store.send([unit]);
    store.type(unit, "residents", key, "");
    await store.send([unit]);
    expect([look(), sent.length]).toEqual(["rejected", 1]);
  });

  it("sends a zero report in one press", async () => {
    const { store, look, sent } = open(answered("stored", 1));
    await store.zero(unit);
    expect(sent).toMatchObject([{ zero: true, tallies: [] }]);
    expect([look(), store.stateOf(unit).standing?.zero]).toEqual(["sent", true]);
  });

  it("shows both numbers of a conflict, and sends the chosen one over what stands", async () => {
    let isFirst = true;
    const { store, look, sent, typed } = open(() => {
      const answer: Told = isFirst
        ? { outcome: "conflict", version: 4, standing: theirs }
        : { outcome: "stored", version: 5 };
      isFirst = false;
      return answer;
    });
    store.type(unit, "residents", key, "13");
    await store.send([unit]);
    expect([look(), typed()]).toEqual(["conflict", "13"]);

    await store.resolve(unit, "mine");
    expect(sent.at(-1)).toMatchObject({
      baseVersion: 4,
      choice: { kept: "mine", over: 4 },
      reason: { code: "conflictChoice" },
    });
    expect([look(), typed()]).toEqual(["sent", "13"]);
  });

  it("takes over the other number of a conflict, and sends only that it was chosen", async () => {
    let isFirst = true;
    const { store, look, sent, typed, outbox } = open(() => {
      const answer: Told = isFirst
        ? { outcome: "conflict", version: 4, standing: theirs }
        : { outcome: "replayed", version: 4 };
      isFirst = false;
      return answer;
    });
    store.type(unit, "residents", key, "13");
    await store.send([unit]);
    await store.resolve(unit, "theirs");
    expect([look(), typed(), sent.length]).toEqual(["sent", "15", 2]);
    expect(sent.at(-1)).toMatchObject({ choice: { kept: "theirs", over: 4 } });
    expect((await (await outbox).view()).unsent).toBe(0);
  });

  it("asks for the reason that was missing, and goes with it", async () => {
    const { store, look, sent } = open(({ reason }) =>
      reason
        ? { outcome: "stored", version: 1 }
        : { outcome: "rejected", version: null, problems: [{ code: "reasonNeeded" }] },
    );
    store.type(unit, "residents", key, "13");
    await store.send([unit]);
    expect([look(), store.stateOf(unit).status]).toEqual([
      "rejected",
      { kind: "rejected", problems: [{ code: "reasonNeeded" }] },
    ]);
    await store.explain(unit, { code: "typingError" });
    expect([look(), sent.at(-1)?.reason]).toEqual(["sent", { code: "typingError" }]);
  });

  it("shows what waits on this device when the page is opened again", async () => {
    const first = open(() => null);
    first.store.type(unit, "residents", key, "13");
    await first.store.send([unit]);

    const second = open(() => null, first.outbox);
    second.store.subscribe(() => undefined);
    await vi.waitFor(() => expect([second.look(), second.typed()]).toEqual(["kept", "13"]));
  });

  it("takes back a zero report that never left the device", async () => {
    const { store, look } = open(() => 401);
    await store.zero(unit);
    expect(look()).toBe("signedOut");
    expect(await store.takeBack(unit)).toBe(true);
    expect(look()).toBe("empty");
  });

  it("counts as unsent until the server has it", async () => {
    const { store } = open(answered("replayed", 1));
    store.fill([{ unit, key, text: "13" }], { kind: "pasted" });
    expect(store.unsent()).toEqual([unit]);
    await store.send([unit]);
    expect(store.unsent()).toEqual([]);
  });
});
