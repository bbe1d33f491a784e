import { z } from "zod";

import { limits } from "@/lib/base/limits";

import { ApiProblem, type FieldProblem } from "./api-problem";
import { unknownFields } from "./unknown-fields";

/**
 * A query or body as its schema reads it. A parameter without a value counts as not given.
 *
 * @throws {ApiProblem} `invalid`, 422, with every field's problem, up to `limits.problemsPerBatch`,
 * and how many more there are (`untold`).
 */
function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const told = issues.slice(0, limits.problemsPerBatch);
  const fields = told
    .flatMap((issue) => problemsOf(issue, input))
    .slice(0, limits.problemsPerBatch);
  const untold = issues.length - told.length;
  const detail = z.prettifyError({ ...parsed.error, issues: told.slice(0, 10) });
  throw new ApiProblem(422, "invalid", detail, fields, untold > 0 ? { untold } : {});
}

/**
 * A body as its schema reads it. A field that the schema does not name is rejected by its name: dropped
 * unread, it would seem to count.
 *
 * @throws {ApiProblem} `invalid`, 422, as `parseInput`.
 */
export function parseBody<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): z.infer<Schema> {
  const unknown = unknownFields(schema, input, limits.problemsPerBatch);
  if (unknown.length > 0) {
    const fields = unknown.map((field) => ({ field, code: "unknownField" }));
    throw new ApiProblem(422, "invalid", `unknown: ${unknown.slice(0, 10).join(", ")}`, fields);
  }
  return parseInput(schema, input);
}

/** @throws {ApiProblem} `invalid`, also when a parameter is given twice. */
export function parseQuery<Schema extends z.ZodType>(
  schema: Schema,
  parameters: URLSearchParams,
): z.infer<Schema> {
  const given = [...parameters].filter(([, value]) => value !== "");
  const twice = given.find(([name], at) => given.findIndex(([other]) => other === name) < at);
  if (twice) {
    throw new ApiProblem(422, "invalid", "parameter given twice", [
      { field: twice[0], code: "twice" },
    ]);
  }
  // A schema does not see a field of this name.
  const unseen = given.find(([name]) => name === "__proto__");
  if (unseen) {
    throw new ApiProblem(422, "invalid", "parameter __proto__", [
      { field: unseen[0], code: "unknownField" },
    ]);
  }
  return parseInput(schema, Object.fromEntries(given));
}

type Issue = z.core.$ZodIssue;

function problemsOf(issue: Issue, input: unknown): FieldProblem[] {
  const field = issue.path.join(".");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      field: [...issue.path, key].join("."),
      code: "unknownField",
    }));
  }
  return [{ field, code: codeOf(issue, input) }];
}

/** A schema's message that is one word names a problem itself (lib/base/forms/problem.ts). */
function codeOf(issue: Issue, input: unknown): string {
  if (/^[a-z][A-Za-z]+$/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      if (valueAt(input, issue.path) === undefined) return "required";
      return issue.expected === "int" || issue.expected === "number" ? "wholeNumber" : "wrongType";
    case "invalid_value":
      return valueAt(input, issue.path) === undefined ? "required" : "unknownValue";
    case "too_small":
      return issue.origin === "number" || issue.origin === "int" ? "tooSmall" : "tooShort";
    case "too_big":
      return issue.origin === "number" || issue.origin === "int" ? "tooBig" : "tooLong";
    default:
      return "wrongFormat";
  }
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined,
    input,
  );
}
