import type { FileProblem } from "./cell";
import type { Sheet } from "./workbook";

/** What a thread is given to read. */
export type ReaderTask = { readonly bytes: Uint8Array };

/**
 * What the thread says, one after the other: after each `sheet` and `rows` it waits for an answer,
 * so that whoever takes them has time for others in between.
 */
export type ReaderMessage =
  | { readonly kind: "sheet"; readonly sheet: Omit<Sheet, "rows"> }
  /** The next rows of the last sheet as JSON, which is read four times as fast as a copied object. */
  | { readonly kind: "rows"; readonly rows: string }
  | { readonly kind: "end" }
  | { readonly kind: "rejected"; readonly problem: FileProblem; readonly detail: string }
  /** A fault of the reader, never the file's. */
  | { readonly kind: "failed"; readonly error: unknown };
