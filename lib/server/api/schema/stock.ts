import { z } from "zod";

import { moveKinds } from "@/lib/stock/stock";

import { count, day } from "./fields";
import { nextPage, recordsQuery } from "./records";

const store = z
  .string()
  .describe(
    "The kabupaten's code of its own store, a kecamatan's code, or kantor/ and an office's code.",
  );

const batch = z.object({
  id: z.uuid(),
  code: z.string().nullable().describe("As printed on the vial; null: not known."),
  product: z.string(),
  dosesPerVial: count.nullable().describe("null: not known, or of several sizes."),
  expiresOn: day.nullable().describe("The last day that it may be given; null: not known."),
  interventions: z.array(z.string()),
  version: z.int(),
});

export const batchesQuery = z.object(recordsQuery);

export const batchesAnswer = z.object({
  stores: z
    .array(z.object({ key: store, name: z.string().describe("Empty of the kabupaten's own.") }))
    .describe("Stores that are the caller's."),
  batches: z.array(batch),
  next: nextPage,
});

const version = z.object({
  version: z.int(),
  at: z.iso.datetime(),
  actorName: z.string(),
  body: z.unknown().describe("As it was sent, without sent and version."),
});

export const batchAnswer = z.object({ batch, versions: z.array(version) });

const move = z.object({
  id: z.uuid(),
  batch: z.uuid(),
  kind: z.enum(moveKinds),
  from: store.nullable().describe("null: from outside of the kabupaten."),
  to: store.nullable().describe("null: to the outside, or discarded."),
  vials: count.nullable(),
  doses: count,
  counted: count.nullable().describe("Of a count sheet the doses that lay there."),
  document: z.string().nullable(),
  day,
  reason: z.string().nullable(),
  corrects: z.uuid().nullable().describe("The move that it puts right."),
  correctedBy: z.uuid().nullable(),
  at: z.iso.datetime(),
  actorName: z.string(),
});

export const movesQuery = z.object({
  ...recordsQuery,
  kind: z.enum(moveKinds).optional(),
  batch: z.guid().optional(),
  store: z.string().max(80).optional(),
});

export const movesAnswer = z.object({ moves: z.array(move), next: nextPage });

export const moveAnswer = z.object({ move });
