import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { KeptAnswers } from "@/lib/server/api/kept-answers";

const body = (length: number) => new Uint8Array(length);

describe("kept answers", () => {
  it("give back what was kept", () => {
    const answers = new KeptAnswers(1_000);
    const kept = body(10);
    answers.keep("a", kept);
    expect(answers.get("a")).toBe(kept);
    expect(answers.get("b")).toBeUndefined();
  });

  it("let go of what was longest unused", () => {
    const answers = new KeptAnswers(700);
    for (const key of ["a", "b", "c"]) answers.keep(key, body(100));
    answers.get("a");
    answers.keep("d", body(100));
    expect(["a", "b", "c", "d"].filter((key) => answers.get(key))).toEqual(["a", "c", "d"]);
  });

  it("keep nothing without room, and nothing larger than the room", () => {
    const none = new KeptAnswers(0);
    none.keep("a", body(1));
    const small = new KeptAnswers(500);
    small.keep("a", body(600));
    expect([none.get("a"), small.get("a"), small.bytes]).toEqual([undefined, undefined, 0]);
  });

  it("never take more than their room, whatever is kept", () => {
    const keeping = fc.array(fc.tuple(fc.string({ maxLength: 5 }), fc.nat({ max: 400 })));
    fc.assert(
      fc.property(keeping, (kept) => {
        const answers = new KeptAnswers(1_500);
        for (const [key, length] of kept) {
          answers.keep(key, body(length));
          expect(answers.bytes).toBeLessThanOrEqual(1_500);
        }
      }),
    );
  });
});
