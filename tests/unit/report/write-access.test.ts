import { describe, expect, it, test } from "vitest";

import { mayEver, roles, type Role } from "@/lib/account/auth/policy";
import { isReasonNeededHere } from "@/lib/device/entry/reason-before";
import { contentOf } from "@/lib/report/report-content";
import type { StoredReport } from "@/lib/report/schema";
import { decideDayAccess } from "@/lib/report/verification/day-access";
import { writeAccess, type WriteQuestion } from "@/lib/report/write-access";

import { day, standing, wib } from "./judging";

/** Who enters reports and who verifies them; the others are let through no door. */
const writers = roles.filter(
  (role) => mayEver(role, "tally:submit") || mayEver(role, "report:verify"),
);

const opening = { from: new Date(wib("18.00")), until: new Date(wib("20.00")) };

const hours = {
  "before the cut-off": { at: "15.59", openings: [] },
  "at the cut-off": { at: "16.00", openings: [] },
  "after it": { at: "19.00", openings: [] },
  "while it is open again": { at: "19.00", openings: [opening] },
  "at the end of the opening": { at: "20.00", openings: [opening] },
} as const;
type Hour = keyof typeof hours;

const that = (over: Partial<StoredReport> = {}) => standing(over).reports[0]?.standing ?? null;
const states = {
  none: null,
  own: that(),
  "another's": that({ isOwn: false }),
  verified: that({ status: "verified" }),
  returned: that({ status: "returned", returnReason: "MR tertukar" }),
};
type State = keyof typeof states;

function ask(role: Role, hour: Hour, state: State): WriteQuestion {
  const at = new Date(wib(hours[hour].at));
  return {
    mayVerify: mayEver(role, "report:verify"),
    standing: states[state],
    closesAt: new Date(wib("16.00")),
    openings: hours[hour].openings,
    typedAt: at,
    receivedAt: at,
  };
}

const open = { none: null, own: null, "another's": null, returned: null } as const;
const closed = { none: "dayClosed", own: "dayClosed", "another's": "dayClosed" } as const;
const locks: Readonly<Record<Hour, Readonly<Record<State, string | null>>>> = {
  "before the cut-off": { ...open, verified: "verifiedReport" },
  "at the cut-off": { ...open, ...closed, verified: "verifiedReport" },
  "after it": { ...open, ...closed, verified: "verifiedReport" },
  "while it is open again": { ...open, verified: "verifiedReport" },
  "at the end of the opening": { ...open, ...closed, verified: "verifiedReport" },
};

const cases = writers.flatMap((role) =>
  (Object.keys(hours) as Hour[]).flatMap((hour) =>
    (Object.keys(states) as State[]).map((state) => ({ role, hour, state })),
  ),
);

const changed = contentOf({
  tallies: [{ intervention: "MR", targetGroup: "young", residents: 99 }],
});

describe("who may write a report", () => {
  it("is asked of every role that writes any", () => {
    expect(writers).toEqual(expect.arrayContaining(["subdistrictHead", "villageHead"]));
    expect(writers.some((role) => mayEver(role, "report:verify"))).toBe(true);
  });

  test.each(cases)("$role, $hour, over what stands: $state", ({ role, hour, state }) => {
    const question = ask(role, hour, state);
    const access = writeAccess(question);
    const lock = question.mayVerify ? null : locks[hour][state];
    expect(access.lock).toBe(lock);
    expect(access.isPast).toBe(hour !== "before the cut-off");

    // Over another's always, over one's own once the day is closed; a return is its own reason.
    const isChange = state === "another's" || (access.isPast && state === "own");
    const isVerified = state === "verified" && question.mayVerify && access.isPast;
    expect(access.needsReason(changed)).toBe(isChange || isVerified);
  });

  test.each(cases)("$role, $hour, $state: screen and device say the same", (given) => {
    const { hour, role, state } = given;
    const question = ask(role, hour, state);
    const { needsReason } = writeAccess(question);
    const closing = { closesAt: wib("16.00"), mayVerify: question.mayVerify };
    expect(isReasonNeededHere(changed, states[state], closing, question.typedAt)).toBe(
      needsReason(changed),
    );

    const reopenings = hours[hour].openings.map(({ from, until }, index) => ({
      id: String(index),
      place: "62.03.01",
      day,
      askedAt: wib("17.00"),
      askedBy: null,
      isOwn: false,
      reason: "",
      decision: "opened" as const,
      decidedAt: from.toISOString(),
      note: null,
      opensUntil: until.toISOString(),
    }));
    const campaign = { reportCutOff: "16:00", timeZone: "Asia/Jakarta" } as const;
    expect(decideDayAccess(role, campaign, day, reopenings, question.typedAt).isClosed).toBe(
      writeAccess({ ...question, standing: null }).lock === "dayClosed",
    );
  });
});

describe("what waited on a device", () => {
  const typedIn = { ...ask("subdistrictHead", "after it", "none"), openings: [opening] };
  it.each([
    ["typed in time, received days later", "15.00", "23.00", null],
    ["typed while it was open, received after", "19.00", "23.00", null],
    ["typed after it was open", "21.00", "23.00", "dayClosed"],
    ["typed between closing and opening, received while open", "17.00", "19.00", null],
    ["typed between closing and opening, received after", "17.00", "23.00", "dayClosed"],
  ])("%s", (_, typed, received, lock) => {
    const times = { typedAt: new Date(wib(typed)), receivedAt: new Date(wib(received)) };
    expect(writeAccess({ ...typedIn, ...times }).lock).toBe(lock);
  });

  it("is let in where the cut-off is not known: the server decides", () => {
    expect(writeAccess({ ...typedIn, closesAt: null, openings: [] }).lock).toBeNull();
  });
});
