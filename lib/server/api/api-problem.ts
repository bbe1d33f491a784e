import type { ErrorCode } from "@/lib/base/errors";
import type { Catalogue } from "@/lib/base/i18n/messages";

/** Failures of the interface itself, beside those of the application. Each has a sentence. */
export type ApiCode = ErrorCode | keyof Catalogue["api"]["problems"];

/** What is wrong with one field of a query or body. `field` is a path, "reports.0.day". */
export type FieldProblem = { readonly field: string; readonly code: string };

/** A request that cannot be answered, and why. `serve` makes problem+json of it. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";

  /**
   * @param detail for the log, in English. Never sent.
   * @param extra what the answer says beside the sentence.
   */
  constructor(
    readonly status: number,
    readonly code: ApiCode,
    detail: string,
    readonly fields: readonly FieldProblem[] = [],
    readonly extra: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${code}: ${detail}`);
  }
}
