import type { z } from "zod";

import { problemsByField, type FieldProblems } from "./problem";
import { isStorable } from "./storable";

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

/**
 * The text fields of a form as their schema reads them. Whatever the schema says, none of them and
 * no file's name is a text that the database cannot keep.
 *
 * @throws {FormError} with the problems of each field.
 */
export function parseForm<Output>(schema: z.ZodType<Output>, form: FormData): Output {
  if (!isForm(form)) throw new FormError({});
  const unstorable = [...form].filter(
    ([, value]) => !isStorable(typeof value === "string" ? value : value.name),
  );
  if (unstorable.length > 0) {
    throw new FormError(Object.fromEntries(unstorable.map(([name]) => [name, ["wrongFormat"]])));
  }
  const parsed = schema.safeParse(typedText(form));
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

/**
 * Fields that a password is typed in. What is typed there never leaves the server again: not in an
 * answer, not in the state that a page without scripts keeps.
 */
const secretFields: ReadonlySet<string> = new Set(["password", "current", "next", "again"]);

/** What was typed, to be shown again after a rejection. */
export function givenBack(form: FormData): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typedText(form)).filter(([name]) => !secretFields.has(name)),
  );
}

function isForm(form: unknown): form is FormData {
  return form instanceof FormData;
}
