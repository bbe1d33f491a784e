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
  if (!isForm(form)) throw new FormError({});
  const text = typedText(form);
  // A zero byte is no text to PostgreSQL.
  const unstorable = Object.entries(text).filter(([, value]) => value.includes("\0"));
  if (unstorable.length > 0) {
    throw new FormError(Object.fromEntries(unstorable.map(([name]) => [name, ["wrongFormat"]])));
  }
  const parsed = schema.safeParse(text);
  if (!parsed.success) throw new FormError(problemsByField(parsed.error));
  return parsed.data;
}

/**
 * The text fields of a form; files are left to who expects them. What calls an action may send
 * anything in a form's place: that has no fields.
 */
export function typedText(form: FormData): Record<string, string> {
  if (!isForm(form)) return {};
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}

function isForm(form: unknown): form is FormData {
  return form instanceof FormData;
}
