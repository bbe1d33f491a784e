import "server-only";

import type { z } from "zod";

import { FormError } from "@/lib/base/forms/parse-form";
import { problemsByField } from "@/lib/base/forms/problem";

/**
 * The body that a campaign's form sends as one text: the API takes the same.
 *
 * @throws {FormError} with a problem for each field, by its path in the body.
 */
export function parseSentBody<Output>(schema: z.ZodType<Output>, json: string): Output {
  const parsed = schema.safeParse(fromJson(json));
  if (!parsed.success) throw new FormError(problemsByField(parsed.error));
  return parsed.data;
}

function fromJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}
