import { z } from "zod";

import { problem } from "@/lib/base/forms/problem";
import { nameText, noteText } from "@/lib/base/forms/storable-text";
import { limits } from "@/lib/base/limits";
import { isCalendarDay } from "@/lib/base/time/calendar-day";
import { recordSent } from "@/lib/campaign/record/schema";

import { moveKinds } from "./stock";

const day = z
  .string(problem("required"))
  .min(1, problem("required"))
  .refine(isCalendarDay, problem("noSuchDay"));

/** Doses or vials of one line: no kabupaten has more. */
const amount = z
  .int(problem("wholeNumber"))
  .min(0, problem("negative"))
  .max(limits.stockDoses, problem("stockTooMany"))
  .nullish()
  .transform((value) => value ?? null);

function orNone(length: number) {
  return noteText
    .trim()
    .max(length, problem("tooLong"))
    .nullish()
    .transform((text) => text || null);
}

/** A batch, and what came of it where it is written down for the first time. */
export const batchInput = z
  .object({
    ...recordSent,
    code: nameText
      .trim()
      .max(60, problem("tooLong"))
      .nullish()
      .transform((text) => text || null)
      .describe("As printed on the vial; null: not known."),
    product: nameText
      .trim()
      .min(1, problem("required"))
      .max(80, problem("tooLong"))
      .describe("What it is sold as."),
    dosesPerVial: z
      .int(problem("wholeNumber"))
      .min(1, problem("wholeNumber"))
      .max(1_000, problem("stockTooMany"))
      .nullable()
      .describe("null: not known, or of several sizes; then doses alone are counted."),
    expiresOn: day.nullable().describe("The last day that it may be given; null: not known."),
    interventions: z
      .array(z.string())
      .min(1, problem("atLeastOne"))
      .max(limits.campaignInterventions, problem("tooManyInterventions"))
      .describe("Codes of what it is given as."),
    vials: amount.describe("Of a new batch: vials received with it into the kabupaten's store."),
    doses: amount.describe("Of a new batch: the same in doses, where vials are not known."),
    day: day.nullish().transform((text) => text ?? null),
    document: orNone(120),
  })
  .superRefine(({ version, vials, doses, day: receivedOn }, context) => {
    const isReceived = vials !== null || doses !== null;
    if (isReceived && version > 0) {
      context.addIssue({ code: "custom", path: ["vials"], message: problem("stockReceivedLater") });
    }
    if (isReceived && receivedOn === null) {
      context.addIssue({ code: "custom", path: ["day"], message: problem("required") });
    }
  });

export type BatchInput = z.infer<typeof batchInput>;

/**
 * A move. Of a count `to` is the store, and vials or doses are what lay there. What puts another move right
 * names it in `corrects` with a reason: its doses go the other way.
 */
export const moveInput = z
  .object({
    ...recordSent,
    version: z.coerce
      .number()
      .pipe(z.literal(0, problem("stockAppendOnly")))
      .describe("0: nothing of the ledger is changed."),
    kind: z.enum(moveKinds, problem("required")),
    batch: z.guid(problem("required")).transform((id) => id.toLowerCase()),
    from: orNone(80).describe("Key of a store, as batches are listed with; null: from outside."),
    to: orNone(80).describe("Key of a store; null: to the outside, or discarded."),
    vials: amount,
    doses: amount.describe("Where vials are not known."),
    document: orNone(120).describe("Number of the berita acara or delivery note."),
    day,
    reason: orNone(limits.reasonLetters),
    corrects: z
      .guid()
      .nullish()
      .transform((id) => id?.toLowerCase() ?? null)
      .describe("The move that this one puts right."),
  })
  .superRefine(({ corrects, reason, vials, doses, kind, ...move }, context) => {
    const add = (path: string, message: string) => {
      context.addIssue({ code: "custom", path: [path], message });
    };
    if (corrects !== null) {
      if (reason === null) add("reason", problem("required"));
      return;
    }
    if (vials === null && doses === null) add("vials", problem("required"));
    if (kind !== "count" && (vials ?? doses) === 0) add("vials", problem("stockNothing"));
    if (kind === "receipt" || kind === "issue" || kind === "count") {
      if (move.to === null) add("to", problem("required"));
    }
    if (kind === "issue" || kind === "return" || kind === "discard") {
      if (move.from === null) add("from", problem("required"));
    }
    if (kind === "discard" && reason === null) add("reason", problem("required"));
    if (move.from !== null && move.from === move.to) add("to", problem("stockSamePlace"));
  });

export type MoveInput = z.infer<typeof moveInput>;
