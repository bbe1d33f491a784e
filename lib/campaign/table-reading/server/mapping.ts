import { createHash } from "node:crypto";

import { z } from "zod";

import { limits } from "@/lib/base/limits";

import type { ReadColumns, RememberedRoles } from "@/lib/campaign/table-reading/column-roles";
import type { Answers } from "@/lib/campaign/table-reading/question";
import { notRead } from "@/lib/campaign/table-reading/vocabulary";

/** What the columns of a table were confirmed to be, as it is kept. */
export const columnMapping = z.object({
  /** Digest of the heads (`headsDigest`). */
  heads: z.string().regex(/^[0-9a-f]{64}$/),
  columns: z
    .array(z.tuple([z.int().min(0).max(limits.tableHeads), z.string().max(500)]))
    .max(limits.tableHeads),
});

export type ColumnMapping = z.infer<typeof columnMapping>;

/** A mapping that was confirmed before, by whom and when. */
export type ConfirmedMapping = {
  readonly columns: RememberedRoles;
  /** null: not known any more. */
  readonly by: string | null;
  readonly at: Date;
};

/** Confirmed mappings by the digest of their heads. */
export type ConfirmedMappings = ReadonlyMap<string, ConfirmedMapping>;

export function headsDigest(heads: string): string {
  return createHash("sha256").update(heads).digest("hex");
}

/**
 * What is worth keeping of a reading: the roles of its columns, where the person said any of them.
 * Columns that were added up are asked again, since one of them alone says something else.
 */
export function mappingOf(
  { heads, scope, columns, sums }: ReadColumns & { readonly heads: string; readonly scope: string },
  answers: Answers,
): ColumnMapping | null {
  const isSaid = [...answers.keys()].some((id) =>
    ["column", "whichColumn", "whichName"].some((kind) => id.startsWith(`${kind}.${scope}.`)),
  );
  if (!isSaid || sums.length > 0) return null;
  return {
    heads: headsDigest(heads),
    columns: columns.map(({ columnIndex, role }) => [columnIndex, role ?? notRead]),
  };
}

/** The mapping that a page sends back; null: none, or one that is none of ours. */
export function sentMapping(text: string): ColumnMapping | null {
  try {
    return columnMapping.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
