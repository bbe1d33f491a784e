import { describe, expect, it } from "vitest";

import { seededRandom } from "@/lib/coverage/seeded-random";
import { answerInput } from "@/lib/directive/schema";
import { adverseEventInput, rapidAssessmentInput } from "@/lib/safety/schema";
import { moveInput } from "@/lib/stock/schema";
import { typedNext } from "@/tests/proofs/faults/record-typing";

const writer = {
  slug: "uji",
  district: "62.03",
  place: "62.03.01",
  units: ["62.03.01.1001", "62.03.01.2002"],
  days: ["2026-06-03", "2026-06-04"],
  intervention: "MR",
  batch: crypto.randomUUID(),
  followUps: [crypto.randomUUID(), crypto.randomUUID()],
};
const schemas = {
  assessment: rapidAssessmentInput,
  adverseEvent: adverseEventInput,
  stockMove: moveInput,
  answer: answerInput,
};

describe("what a device of a fault run types as records", () => {
  const random = seededRandom(3);
  const typed = Array.from({ length: 200 }, () =>
    typedNext(writer, [], (end) => Math.floor(random() * end)),
  );

  it("is of every kind that goes through the outbox", () => {
    expect(new Set(typed.map(({ kind }) => kind))).toEqual(new Set(Object.keys(schemas)));
  });

  it("is letter by letter what the server stores of it, or reading it back would never end", () => {
    for (const { id, kind, version, body } of typed) {
      const {
        sent,
        version: base,
        ...stored
      } = schemas[kind].parse({ ...body, sent: id, version });
      expect({ sent, base }).toEqual({ sent: id, base: version });
      expect(stored).toEqual(body);
    }
  });

  it("answers for the first time on version 1, and makes everything else new", () => {
    for (const { kind, version, record } of typed) {
      expect(version).toBe(kind === "answer" ? 1 : 0);
      if (kind === "answer") expect(writer.followUps).toContain(record);
    }
  });
});
