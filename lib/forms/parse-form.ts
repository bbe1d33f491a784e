import type { z } from "zod";

import { problemsByField, type FieldProblems } from "./problem";

/**
 * What was typed does not fit: thrown by `parseForm`, and by an action that finds what a schema
 * cannot, such as a wrong old password. A bare ZodError is a defect.
 */
export class FormError extends Error {
  override readonly name = "FormError";

  constructor(readonly fields: FieldProblems) {
    super("the form does not fit its schema");
  }
}

/** @throws {FormError} with the problems of each field. */
export function parseForm<Output>(schema: z.ZodType<Output>, form: FormData): Output {
  const parsed = schema.safeParse(typedText(form));
  if (!parsed.success) throw new FormError(problemsByField(parsed.error));
  return parsed.data;
}

/** The text fields of a form; files are left to who expects them. */
export function typedText(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}
