import { describe, expect, it } from "vitest";

import { problemsHere } from "@/lib/report/report-here";
import type { DailyReportSubmission, StoredReport } from "@/lib/report/schema";

import { columns } from "./kapuas";
import { after, before, day, open, own, round, unit } from "./screen-and-server";

const other = "62.03.01.2011";
const { key } = columns[0];
const typingError = { code: "typingError" } as const;
const returned: StoredReport = { ...own, status: "returned", returnReason: "Terlalu banyak" };

function submission(tallies: DailyReportSubmission["tallies"]): DailyReportSubmission {
  return { id: "3b9e5b1c-6a55-4f3a-9c7e-0d6a4c7b2f10", unit, day, tallies };
}

describe("a returned report", () => {
  it("is sent again unchanged as a new version over the one that was returned", async () => {
    const { store, look, sent } = open({ standing: returned, clock: after });
    expect(look()).toBe("returned");
    await store.resend(unit);
    expect(sent).toMatchObject([
      { unit, baseVersion: 4, zero: false, tallies: [{ residents: 15 }] },
    ]);
    expect(look()).toBe("sent");
    expect(store.stateOf(unit).standing).toMatchObject({ version: 5, status: "submitted" });
  });

  it("is sent again unchanged once, however often the button is pressed", async () => {
    const { store, sent } = open({ standing: returned });
    await Promise.all([store.resend(unit), store.resend(unit)]);
    await store.resend(unit);
    expect(sent).toHaveLength(1);
  });

  it("goes again without a doubt as a zero report too", async () => {
    const { store, sent } = open({ standing: { ...returned, zero: true, tallies: [] } });
    await store.resend(unit);
    expect(sent).toMatchObject([{ zero: true, baseVersion: 4 }]);
  });

  it("that took doses back is sent with the cumulative figure that says so, and its reason", async () => {
    const fell = {
      ...returned,
      tallies: returned.tallies.map((each) => ({ ...each, residents: -2 })),
    };
    const { store, look, sent } = open({ standing: fell });
    await store.resend(unit);
    expect(look()).toBe("rejected");
    await store.explain(unit, { code: "cumulativeFell" });
    expect(sent).toMatchObject([
      {
        figures: "cumulative",
        reason: { code: "cumulativeFell" },
        tallies: [{ residents: -2, cumulative: 220 }],
      },
    ]);
  });

  it("waits on the device like any other when there is no signal", async () => {
    const { store, look, sent, server } = open({ standing: returned });
    server.isUp = false;
    await store.resend(unit);
    expect(look()).toBe("kept");
    server.isUp = true;
    await store.retry(unit);
    expect(look()).toBe("sent");
    expect(sent).toHaveLength(1);
  });

  it("is corrected without a question, because its return is the reason", async () => {
    const { store, sent } = open({ standing: { ...returned, isOwn: false }, clock: after });
    store.type(unit, "residents", key, "12");
    await store.send([unit]);
    expect(store.snapshot().asked).toEqual([]);
    expect(sent).toMatchObject([{ tallies: [{ residents: 12 }] }]);
  });
});

describe("a reason", () => {
  it("is asked before another's report is changed, and goes with the change", async () => {
    const { store, look, sent } = open({ standing: { ...own, isOwn: false } });
    store.type(unit, "residents", key, "12");
    store.type(other, "residents", key, "7");
    await store.send([unit, other]);
    expect(store.snapshot().asked).toEqual([unit]);
    // What needs none goes at once.
    expect(sent.map((report) => report.unit)).toEqual([other]);
    expect(look()).toBe("unsent");
    await store.giveReason(typingError);
    expect(store.snapshot().asked).toEqual([]);
    expect(sent.at(-1)).toMatchObject({ unit, reason: typingError, baseVersion: 4 });
    expect(look()).toBe("sent");
  });

  it("is asked for one's own report only after the day's cut-off", async () => {
    for (const [clock, asked] of [
      [before, []],
      [after, [unit]],
    ] as const) {
      const { store } = open({ standing: own, clock });
      store.type(unit, "residents", key, "12");
      await store.send([unit]);
      expect(store.snapshot().asked).toEqual(asked);
    }
  });

  it("is not asked of a first report, nor where nothing changes", async () => {
    const { store, sent } = open({ clock: after });
    store.type(unit, "residents", key, "12");
    await store.send([unit]);
    expect(store.snapshot().asked).toEqual([]);
    expect(sent).toHaveLength(1);
  });

  it("is asked for a verified report of who may change it, and of nobody else", async () => {
    for (const mayVerify of [true, false]) {
      const { store } = open({ standing: { ...own, isOwn: false, status: "verified" }, mayVerify });
      store.type(unit, "residents", key, "12");
      await store.send([unit]);
      expect(store.snapshot().asked).toEqual(mayVerify ? [unit] : []);
    }
  });

  it("that is not given leaves the change a draft", async () => {
    const { store, look, sent } = open({ standing: { ...own, isOwn: false } });
    store.type(unit, "residents", key, "12");
    await store.send([unit]);
    store.dropReason();
    expect(store.snapshot().asked).toEqual([]);
    expect(look()).toBe("unsent");
    expect(sent).toEqual([]);
  });
});

describe("the server's rules on the device", () => {
  it("find a fraction and a group that an intervention is not given to", () => {
    const report = submission([
      { intervention: "MR", targetGroup: "9–59 bulan", residents: 1.5 },
      { intervention: "OPV", targetGroup: "9–59 bulan", residents: 1 },
    ]);
    const problems = problemsHere(report, { columns, round });
    expect(problems.map(({ code }) => code)).toEqual(["countOutOfRange", "notGiven"]);
    expect(problemsHere(submission([]), { columns, round })).toEqual([{ code: "emptyReport" }]);
  });

  it("keep a report that they reject away from the network", async () => {
    const { outbox, sent } = open({});
    const report = submission([{ intervention: "MR", targetGroup: "9–59 bulan", residents: 1.5 }]);
    const problems = problemsHere(report, { columns, round });
    await (await outbox).enqueue({ slug: "bian", unitName: "Selat Hilir", report, problems });
    await (await outbox).send({ isForced: true });
    expect(sent).toEqual([]);
    expect((await (await outbox).view()).mutations).toMatchObject([
      { state: { kind: "rejected" } },
    ]);
  });

  it("never call the day of the screen a day to come, whatever the device's clock says", async () => {
    const { store, look } = open({ clock: () => new Date("2026-05-01T00:00:00Z") });
    store.type(unit, "residents", key, "12");
    await store.send([unit]);
    expect(look()).toBe("sent");
  });
});

describe("an emptied row whose report waits", () => {
  it("says so, and gets its numbers back", async () => {
    const { store, look, server } = open({});
    server.isUp = false;
    store.type(unit, "residents", key, "18");
    await store.send([unit]);
    store.type(unit, "residents", key, "");
    expect(look()).toBe("cleared");
    store.unclear(unit);
    expect(store.stateOf(unit).typed.residents[key]).toBe("18");
    expect(look()).not.toBe("cleared");
  });

  it("calls the report off when it never went", async () => {
    const { store, look, outbox, sent, server } = open({});
    server.status = 503;
    store.type(unit, "residents", key, "18");
    await store.send([unit]);
    store.type(unit, "residents", key, "");
    expect(look()).toBe("cleared");
    expect(store.stateOf(unit).queued?.isOut).toBe(false);
    expect(await store.takeBack(unit)).toBe(true);
    expect(look()).toBe("empty");
    server.status = 200;
    await (await outbox).send({ isForced: true });
    expect(sent).toEqual([]);
  });

  it("cannot call off a report that may have arrived", async () => {
    const { store, server } = open({});
    server.isUp = false;
    store.type(unit, "residents", key, "18");
    await store.send([unit]);
    store.type(unit, "residents", key, "");
    expect(store.stateOf(unit).queued?.isOut).toBe(true);
    expect(await store.takeBack(unit)).toBe(false);
    expect(store.stateOf(unit).queued).not.toBeNull();
  });
});
