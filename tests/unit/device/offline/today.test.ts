import { describe, expect, it } from "vitest";

import { kitToday, typedStates } from "@/lib/device/offline/today";
import type { EntryKit } from "@/lib/device/offline/schema";
import type { Mutation } from "@/lib/device/outbox/mutation";
import { todayOf, withTypedHere } from "@/lib/report/today";

import { kept, kit, typed } from "./kit";

const at = new Date("2026-06-04T09:00:00Z");
const [hilir, hulu, mantangai] = ["62.03.01.1007", "62.03.01.1009", "62.03.10.2001"];

function polio(change: Partial<EntryKit> = {}): EntryKit {
  const bian = kit();
  return {
    ...bian,
    ...change,
    campaign: { ...bian.campaign, slug: "pin", name: "PIN Polio", reportCutOff: "20:00" },
  };
}

const listOf = (kits: readonly EntryKit[], hour = at, ahead: 0 | 1 = 0) =>
  todayOf(kitToday(kits, hour, ahead)).campaigns.map(({ slug, due, missing }) => [
    slug,
    due,
    missing,
  ]);

describe("what is due today, by the kits of a device", () => {
  it("is one list over all campaigns, without what has arrived", () => {
    const bian = kit([kept(hilir, "2026-06-04", [1]), kept(hulu, "2026-06-03", [1])]);
    expect(listOf([bian, polio()])).toEqual([
      ["bian-kapuas", 3, 2],
      ["pin", 3, 3],
    ]);
  });

  it("is by the server's word of who owes what, tomorrow too", () => {
    const due = [
      { day: "2026-06-04", owes: "101" },
      { day: "2026-06-05", owes: "000" },
    ];
    expect(listOf([polio({ due })])).toEqual([["pin", 2, 2]]);
    expect(listOf([polio({ due })], at, 1)).toEqual([["pin", 0, 0]]);
    // Nobody asked for it, so it counts as one that was owed.
    const reports = [kept(hulu, "2026-06-04", [2])];
    expect(listOf([polio({ due, reports })])).toEqual([["pin", 3, 2]]);
  });

  it("knows closed days, and the end, where an older version wrote the kit", () => {
    const { campaign, ...rest } = kit();
    const closed = { ...rest, campaign: { ...campaign, closedDays: ["2026-06-04"] } };
    expect(listOf([closed])).toEqual([["bian-kapuas", 0, 0]]);
    expect(listOf([kit()], new Date("2026-06-17T18:00:00Z"))).toEqual([]);
  });

  it("asks a round of its own units alone", () => {
    const { campaign, ...rest } = kit();
    const rounds = campaign.rounds.map((round) => ({ ...round, units: [mantangai] }));
    const part = { ...rest, campaign: { ...campaign, rounds } };
    expect(kitToday([part], at, 0).map(({ unit }) => unit)).toEqual([mantangai]);
  });
});

describe("what was typed on the device", () => {
  const drawnAt = "2026-06-04T08:31:00.000Z";
  const waiting = typed(hilir, "2026-06-04", 4);
  const arrived = (hour: string): Mutation => ({
    ...typed(hulu, "2026-06-04", 4),
    report: null,
    isZero: false,
    state: { kind: "confirmed", version: 1, at: `2026-06-04T${hour}:00.000Z`, isOutdated: false },
  });

  it("waits, or arrived since the list was read", () => {
    const stateOf = typedStates([waiting, arrived("08:40")], drawnAt);
    expect(stateOf("bian-kapuas", hilir, "2026-06-04")).toBe("waiting");
    expect(stateOf("bian-kapuas", hulu, "2026-06-04")).toBe("received");
    expect(stateOf("bian-kapuas", hilir, "2026-06-03")).toBeNull();
    expect(stateOf("pin", hilir, "2026-06-04")).toBeNull();
    expect(typedStates([arrived("08:20")], drawnAt)("bian-kapuas", hulu, "2026-06-04")).toBeNull();
  });

  it("is missing still when the server rejected it, and received when others sent it too", () => {
    const rejected = { ...waiting, state: { kind: "rejected", problems: [] } } as const;
    const conflict = {
      ...waiting,
      state: { kind: "conflict", standing: {} },
    } as unknown as Mutation;
    expect(typedStates([rejected], drawnAt)("bian-kapuas", hilir, "2026-06-04")).toBeNull();
    expect(typedStates([conflict], drawnAt)("bian-kapuas", hilir, "2026-06-04")).toBe("received");
  });

  it("leaves the list at once", () => {
    const today = todayOf(kitToday([kit()], at, 0));
    expect(withTypedHere(today, typedStates([waiting], drawnAt))).toMatchObject({
      due: 3,
      missing: 2,
      waiting: 1,
    });
  });
});
