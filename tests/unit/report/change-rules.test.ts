import { describe, expect, it, test } from "vitest";

import type { BatchContext } from "@/lib/report/batch";
import type { Sender } from "@/lib/report/change-rules";

import { camat, day, dinkes, judged, nothingKnown, said, standing, unit, wib } from "./judging";

const others = standing({ isOwn: false, receivedBy: "Lurah Selat Hilir" });
const verified = standing({ status: "verified" });
const returned = standing({ status: "returned", returnReason: "MR tertukar dengan OPV" });
const recount = { code: "recount" } as const;

/** What stands, with the kecamatan's day opened again from 18.00 for two hours. */
function reopened(known: BatchContext): BatchContext {
  return { ...known, reopenings: [{ unit, day, from: wib("18.00"), until: wib("20.00") }] };
}

type Case = [string, BatchContext, Sender, Parameters<typeof said>[0], string];

describe("a first report", () => {
  test.each<Case>([
    ["typed and received in time", nothingKnown, camat("15.00"), {}, "stored"],
    [
      "typed in time and received two days late",
      nothingKnown,
      camat("09.00", "2026-06-06"),
      {},
      "stored",
    ],
    [
      "typed at the cut-off",
      nothingKnown,
      camat("16.00"),
      { submittedAt: wib("16.00") },
      "dayClosed",
    ],
    [
      "typed a minute before it",
      nothingKnown,
      camat("16.00"),
      { submittedAt: wib("15.59") },
      "stored",
    ],
    [
      "typed after it by the dinkes",
      nothingKnown,
      dinkes("20.00"),
      { submittedAt: wib("20.00") },
      "stored",
    ],
    [
      "typed while the day is open again",
      reopened(nothingKnown),
      camat("19.00"),
      { submittedAt: wib("19.00") },
      "stored",
    ],
    [
      "typed between closing and opening, sent while open",
      reopened(nothingKnown),
      camat("19.00"),
      { submittedAt: wib("17.00") },
      "stored",
    ],
    [
      "typed while open again, received after",
      reopened(nothingKnown),
      camat("23.00"),
      { submittedAt: wib("19.59") },
      "stored",
    ],
    [
      "typed after it closed again",
      reopened(nothingKnown),
      camat("20.00"),
      { submittedAt: wib("20.00") },
      "dayClosed",
    ],
    [
      "typed between closing and opening, received after",
      reopened(nothingKnown),
      camat("20.00"),
      { submittedAt: wib("17.00") },
      "dayClosed",
    ],
  ])("%s", (_, known, sender, what, expected) => {
    const { outcome, problem } = judged(said(what), known, sender);
    expect(problem ?? outcome).toBe(expected);
  });

  it("of a day that was opened for another kecamatan stays rejected", () => {
    const elsewhere = { unit: "62.03.02.1001", day, from: wib("18.00"), until: wib("20.00") };
    const late = said({ submittedAt: wib("19.00") });
    const known = { ...nothingKnown, reopenings: [elsewhere] };
    expect(judged(late, known, camat("19.00")).problem).toBe("dayClosed");
  });
});

describe("a change of what stands", () => {
  const evening = { submittedAt: wib("19.00") };
  test.each<Case>([
    ["of one's own before the cut-off needs no reason", standing(), camat(), {}, "stored"],
    [
      "of one's own after it is closed to a camat",
      standing(),
      camat("19.00"),
      { ...evening, reason: recount },
      "dayClosed",
    ],
    [
      "of one's own on a day open again needs a reason",
      reopened(standing()),
      camat("19.00"),
      evening,
      "reasonNeeded",
    ],
    [
      "of one's own on a day open again with one is stored",
      reopened(standing()),
      camat("19.00"),
      { ...evening, reason: recount },
      "stored",
    ],
    [
      "of the dinkes' own after the cut-off needs one",
      standing(),
      dinkes("19.00"),
      evening,
      "reasonNeeded",
    ],
    ["of another's before the cut-off needs one", others, camat(), {}, "reasonNeeded"],
    ["of another's with one is stored", others, camat(), { reason: recount }, "stored"],
    ["of another's by the dinkes needs one", others, dinkes(), {}, "reasonNeeded"],
    [
      "of a verified one is the dinkes' alone",
      verified,
      camat(),
      { reason: recount },
      "verifiedReport",
    ],
    [
      "of a verified one, opened or not",
      reopened(verified),
      camat("19.00"),
      { ...evening, reason: recount },
      "verifiedReport",
    ],
    ["of a verified one by the dinkes", verified, dinkes(), { reason: recount }, "stored"],
    ["of a returned one before the cut-off", returned, camat(), {}, "stored"],
    [
      "of a returned one after it: returning asks for it",
      returned,
      camat("19.00"),
      evening,
      "stored",
    ],
    ["over a version that is not there", standing(), camat(), { baseVersion: 3 }, "newerVersion"],
  ])("%s", (_, known, sender, what, expected) => {
    const { outcome, problem } = judged(said({ baseVersion: 1, ...what }), known, sender);
    expect(problem ?? outcome).toBe(expected);
  });

  it("typed in time over another's report cannot have been typed before that one came", () => {
    const late = standing({ isOwn: false, receivedAt: wib("16.30") });
    const claimed = said({ baseVersion: 1, submittedAt: wib("14.00"), reason: recount });
    expect(judged(claimed, late, camat("17.00")).problem).toBe("dayClosed");
  });

  it("of a returned report tells the reason of the return when it gives none", () => {
    const { written } = judged(said({ baseVersion: 1 }), returned, camat());
    expect(written?.reason).toEqual({ code: "returned", note: "MR tertukar dengan OPV" });
  });

  it("leaves a verified report verified for the next of the batch", () => {
    const first = judged(said({ baseVersion: 1, reason: recount }), verified, dinkes());
    expect(first.written?.before?.status).toBe("verified");
  });
});

describe("the same numbers again", () => {
  test.each<Case>([
    ["change nothing", standing(), camat(), {}, "replayed"],
    [
      "change nothing on a closed day",
      standing(),
      camat("19.00"),
      { submittedAt: wib("19.00") },
      "replayed",
    ],
    ["change nothing of a verified report", verified, camat(), {}, "replayed"],
    ["answer a return, when it was seen", returned, camat(), { baseVersion: 1 }, "stored"],
    ["do not answer a return that was not seen", returned, camat(), {}, "replayed"],
  ])("%s", (_, known, sender, what, expected) => {
    expect(judged(said({ residents: 10, ...what }), known, sender).outcome).toBe(expected);
  });
});

describe("the choice between two versions", () => {
  const mine = { kept: "mine", over: 1 } as const;
  const theirs = { kept: "theirs", over: 1 } as const;

  it("for one's own is a correction over the version that was shown, for that reason", () => {
    const { written } = judged(said({ choice: mine }), others, camat());
    expect(written).toMatchObject({ version: 2, kept: "mine", reason: { code: "conflictChoice" } });
  });

  it("for the other's changes nothing and is remembered", () => {
    const { outcome, version, written, echo } = judged(said({ choice: theirs }), others, camat());
    expect([outcome, version, written]).toEqual(["replayed", 1, undefined]);
    expect(echo).toMatchObject({ version: 1, kept: "theirs" });
  });

  it("for the other's is taken when the day is closed or the report verified", () => {
    const chosen = said({ choice: theirs, submittedAt: wib("19.00") });
    expect(
      judged(chosen, standing({ isOwn: false, status: "verified" }), camat("19.00")).outcome,
    ).toBe("replayed");
  });

  test.each([mine, theirs])(
    "%j is a conflict again when a newer version came meanwhile",
    (choice) => {
      const known = standing({ isOwn: false, version: 2 });
      expect(judged(said({ choice }), known, camat()).outcome).toBe("conflict");
    },
  );

  it("for one's own cannot open a closed day", () => {
    const chosen = said({ choice: mine, submittedAt: wib("16.30") });
    expect(judged(chosen, others, camat("16.30")).problem).toBe("dayClosed");
  });

  it("is one choice: its id cannot be used for the other one", () => {
    const chosen = said({ choice: theirs });
    const known: BatchContext = {
      ...others,
      submissions: [{ id: chosen.id, content: chosen.digest, version: 1, kept: "theirs" }],
    };
    expect(judged(chosen, known, camat()).outcome).toBe("replayed");
    expect(judged({ ...chosen, choice: mine }, known, camat()).problem).toBe("idReused");
  });
});

describe("a submission that is known", () => {
  test.each<[string, BatchContext, Sender]>([
    ["after the day was closed", standing({ version: 2 }), camat("19.00")],
    ["after it was verified", standing({ version: 2, status: "verified" }), camat()],
    [
      "after it was returned",
      standing({ version: 2, status: "returned", returnReason: "x" }),
      camat(),
    ],
    ["after it was withdrawn", nothingKnown, camat()],
    ["after another changed it", standing({ version: 7, isOwn: false }), camat()],
  ])("gets its first answer %s", (_, known, sender) => {
    const report = said();
    const submissions = [{ id: report.id, content: report.digest, version: 1, kept: null }];
    expect(judged(report, { ...known, submissions }, sender)).toMatchObject({
      outcome: "replayed",
      version: 1,
      problems: [],
    });
  });
});
