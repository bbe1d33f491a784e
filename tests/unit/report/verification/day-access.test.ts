import { describe, expect, it } from "vitest";

import type { Role } from "@/lib/account/auth/policy";
import { decideDayAccess, type Reopening } from "@/lib/report/verification/day-access";

const day = "2026-06-04";
const campaign = { reportCutOff: "16:00", timeZone: "Asia/Jakarta" } as const;
const wib = (time: string, on = day) => new Date(`${on}T${time}:00+07:00`);

function reopening(what: Partial<Reopening>): Reopening {
  return {
    id: "1",
    place: "62.03.01",
    day,
    askedAt: wib("16:20").toISOString(),
    askedBy: "Camat Selat",
    isOwn: true,
    reason: "Jaringan putus",
    decision: null,
    decidedAt: null,
    note: null,
    opensUntil: null,
    ...what,
  };
}

const opened = reopening({
  decision: "opened",
  decidedAt: wib("16:30").toISOString(),
  opensUntil: wib("16:30", "2026-06-05").toISOString(),
});

const access = (at: Date, reopenings: Reopening[] = [], role: Role = "subdistrictHead") =>
  decideDayAccess(role, campaign, day, reopenings, at);

describe("whether a day may still be typed", () => {
  it.each([
    ["15:59", false],
    ["16:00", true],
    ["23:59", true],
  ])("at %s: closed is %s for the camat, never for the health office", (time, isClosed) => {
    expect(access(wib(time)).isClosed).toBe(isClosed);
    expect(access(wib(time), [], "villageHead").isClosed).toBe(isClosed);
    expect(access(wib(time), [], "healthOffice").isClosed).toBe(false);
  });

  it("goes by the campaign's own clock", () => {
    const wit = { ...campaign, timeZone: "Asia/Jayapura" } as const;
    expect(decideDayAccess("villageHead", wit, day, [], wib("14:00")).isClosed).toBe(true);
    expect(decideDayAccess("villageHead", wit, day, [], wib("13:59")).isClosed).toBe(false);
  });

  it("is yes while it is opened again, and no from the last minute on", () => {
    const during = access(wib("08:00", "2026-06-05"), [opened]);
    expect(during).toMatchObject({ isClosed: false, openUntil: opened.opensUntil });
    const after = access(wib("16:30", "2026-06-05"), [opened]);
    expect(after).toMatchObject({ isClosed: true, openUntil: null, latest: opened });
  });

  it("says nothing of an opening that nobody needs: before the cut-off, or for the health office", () => {
    expect(access(wib("15:00"), [opened]).openUntil).toBeNull();
    expect(access(wib("18:00"), [opened], "healthOffice").openUntil).toBeNull();
  });

  it("tells the latest question, not the first", () => {
    const declined = reopening({ decision: "declined", note: "Besok saja" });
    const again = reopening({ id: "2", askedAt: wib("18:00").toISOString() });
    expect(access(wib("19:00"), [declined, again]).latest).toEqual(again);
    expect(access(wib("19:00"), [again, declined]).latest).toEqual(again);
  });
});
