import { describe, expect, it } from "vitest";

import { openEntryStore } from "@/components/tally/entry-store";
import { lookOf } from "@/components/tally/row-state";
import type { SendAnswer } from "@/components/tally/send-reports";
import type { DailyReportSubmission, ReportResult, StandingReport } from "@/lib/tally/schema";

import { columns, rows } from "./kapuas";

const unit = "62.03.01.1007";
const key = columns[0]?.key ?? "";
const at = new Date("2026-06-04T08:31:00Z");
const place = { actorId: "1", actorName: "Camat Selat", slug: "bian", day: "2026-06-04" };
const theirs: StandingReport = {
  version: 4,
  zero: false,
  receivedAt: "2026-06-04T08:44:00Z",
  receivedBy: "Lurah Selat Hilir",
  isOwn: false,
  status: "submitted",
  returnReason: null,
  tallies: [{ intervention: "MR", targetGroup: "9–59 bulan", residents: 15, nonResidents: 0 }],
};

/** A screen whose server answers as told, and what it was sent. */
function open(answer: (report: DailyReportSubmission) => SendAnswer) {
  const sent: DailyReportSubmission[] = [];
  const store = openEntryStore({
    rows,
    columns,
    place,
    transport: (_, reports) => {
      sent.push(...reports);
      const [first] = reports;
      return Promise.resolve(first ? answer(first) : { kind: "failed" });
    },
  });
  return {
    store,
    sent,
    typed: () => store.stateOf(unit).typed.residents[key],
    look: () => lookOf(store.stateOf(unit), columns),
  };
}

function answered(outcome: "stored" | "replayed", version: number) {
  return ({ id }: { id: string }): SendAnswer => ({
    kind: "answered",
    at,
    results: [{ id, outcome, version, problems: [] }],
  });
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
    const { store, look, sent, typed } = open(() => ({ kind: "failed" }));
    store.type(unit, "residents", key, "13");
    await store.send([unit]);
    await store.send([unit]);

    expect([look(), typed()]).toEqual(["failed", "13"]);
    expect(sent[0]?.id).toBe(sent[1]?.id);
  });

  it("is another submission once it says something else", async () => {
    const { store, sent } = open(() => ({ kind: "failed" }));
    store.type(unit, "residents", key, "13");
    await store.send([unit]);
    store.type(unit, "residents", key, "14");
    await store.send([unit]);
    expect(sent[0]?.id).not.toBe(sent[1]?.id);
  });

  it("keeps what was typed when the session has ended", async () => {
    const { store, look, typed } = open(() => ({ kind: "signedOut" }));
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

    expect([look(), sent.map(({ tallies }) => tallies[0]?.residents)]).toEqual(["sent", [13, 14]]);
  });

  it("is not sent with a number that cannot be read", async () => {
    const { store, look, sent } = open(answered("stored", 1));
    store.type(unit, "residents", key, "12,5");
    await store.send([unit]);
    expect([look(), sent]).toEqual(["refused", []]);
    expect(store.snapshot().notice).toMatchObject({ kind: "refused", units: [unit] });
  });

  it("is not sent when nothing changed, nor when a sent report was emptied", async () => {
    const { store, look, sent } = open(answered("stored", 1));
    await store.send([unit]);
    expect(sent).toEqual([]);

    store.type(unit, "residents", key, "13");
    await store.send([unit]);
    store.type(unit, "residents", key, "");
    await store.send([unit]);
    expect([look(), sent.length]).toEqual(["refused", 1]);
  });

  it("sends a zero report in one press", async () => {
    const { store, look, sent } = open(answered("stored", 1));
    await store.zero(unit);
    expect(sent).toMatchObject([{ zero: true, tallies: [] }]);
    expect([look(), store.stateOf(unit).standing?.zero]).toEqual(["sent", true]);
  });

  it("shows both numbers of a conflict, and sends the chosen one over what stands", async () => {
    let isFirst = true;
    const { store, look, sent, typed } = open(({ id }) => {
      const answer: ReportResult = isFirst
        ? { id, outcome: "conflict", version: 4, problems: [], standing: theirs }
        : { id, outcome: "stored", version: 5, problems: [] };
      isFirst = false;
      return { kind: "answered", at, results: [answer] };
    });
    store.type(unit, "residents", key, "13");
    await store.send([unit]);
    expect([look(), typed()]).toEqual(["conflict", "13"]);

    await store.resolve(unit, "mine");
    expect(sent.at(-1)).toMatchObject({ baseVersion: 4 });
    expect([look(), typed()]).toEqual(["sent", "13"]);
  });

  it("takes over the other number of a conflict without sending", async () => {
    const { store, look, sent, typed } = open(({ id }) => ({
      kind: "answered",
      at,
      results: [{ id, outcome: "conflict", version: 4, problems: [], standing: theirs }],
    }));
    store.type(unit, "residents", key, "13");
    await store.send([unit]);
    await store.resolve(unit, "theirs");
    expect([look(), typed(), sent.length]).toEqual(["sent", "15", 1]);
  });

  it("counts as unsent until the server has it", async () => {
    const { store } = open(answered("replayed", 1));
    store.fill([{ unit, key, text: "13" }]);
    expect(store.unsent()).toEqual([unit]);
    await store.send([unit]);
    expect(store.unsent()).toEqual([]);
  });
});
