import type { z } from "zod";

import { isStorable } from "@/lib/base/forms/storable";

import { describedBy, describedItems, propertiesOf, shapesOf, type Described } from "./described";

/** Something that a document says and that is not taken over. */
export type LeftOut = {
  /** "rounds.0.startsOn" */
  readonly field: string;
  /** As it stood there, cut. */
  readonly value: string;
  readonly why: "unknown" | "wrongType" | "unknownValue" | "tooLong" | "tooMany" | "incomplete";
};

const toldLetters = 80;
const maxText = 2_000;

/**
 * A document in the shape of a schema's input, for a form in which it shall be corrected: what is of the
 * right type is taken as it stands, right or wrong; what no field can hold is left out, and told. Fields
 * that items of a list lack are empty there; an item that cannot be one without them is left out.
 */
export function readLeniently(
  schema: z.ZodType,
  document: Readonly<Record<string, unknown>>,
): { readonly value: Record<string, unknown>; readonly left: readonly LeftOut[] } {
  const left: LeftOut[] = [];
  const value = objectOf(describedBy(schema), document, "", left);
  return { value, left };
}

type Path = string;

function objectOf(part: Described, value: object, path: Path, left: LeftOut[]) {
  const properties = propertiesOf(part) ?? {};
  const read: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(value)) {
    const at = path === "" ? name : `${path}.${name}`;
    const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (typeof known !== "object") left.push(leftOut(at, each, "unknown"));
    else {
      const fitting = valueOf(known, each, at, left);
      if (fitting !== undefined) read[name] = fitting;
    }
  }
  return read;
}

/** undefined: it says nothing, or is told in `left`. */
function valueOf(part: Described, value: unknown, path: Path, left: LeftOut[]): unknown {
  const shapes = shapesOf(part);
  const leave = (why: LeftOut["why"]) => void left.push(leftOut(path, value, why));
  if (value === null) return shapes.some(({ type }) => type === "null") ? null : undefined;
  if (Array.isArray(value)) {
    const items = describedItems(part);
    return items ? listOf(items, shapes, value, path, left) : leave("wrongType");
  }
  if (typeof value === "object") {
    return propertiesOf(part) ? objectOf(part, value, path, left) : leave("wrongType");
  }
  const choices = shapes.flatMap((shape) => shape.enum ?? ("const" in shape ? [shape.const] : []));
  if (choices.some((choice) => choice === value)) return value;
  if (shapes.some((shape) => !shape.enum && !("const" in shape) && isOf(shape, value))) {
    if (typeof value !== "string") return value;
    return value.length > maxText
      ? leave("tooLong")
      : isStorable(value)
        ? value
        : leave("wrongType");
  }
  return leave(
    choices.some((choice) => typeof choice === typeof value) ? "unknownValue" : "wrongType",
  );
}

function listOf(
  items: Described,
  shapes: readonly Described[],
  value: readonly unknown[],
  path: Path,
  left: LeftOut[],
): unknown[] {
  const most = Math.min(...shapes.map(({ maxItems = Infinity }) => maxItems));
  if (value.length > most)
    left.push(leftOut(`${path}.${String(most)}`, value.slice(most), "tooMany"));
  return value.slice(0, most).flatMap((each, index) => {
    const at = `${path}.${String(index)}`;
    const told = left.length;
    const read = valueOf(items, each, at, left);
    if (read === undefined) {
      if (left.length === told) left.push(leftOut(at, each, "wrongType"));
      return [];
    }
    if (typeof read !== "object" || read === null) return [read];
    const whole = filled(items, read as Record<string, unknown>, index);
    if (whole) return [whole];
    left.length = told;
    left.push(leftOut(at, each, "incomplete"));
    return [];
  });
}

/** An item with what it lacks left empty; null: something is lacking that nothing stands for. */
function filled(part: Described, item: Record<string, unknown>, index: number) {
  const properties = propertiesOf(part) ?? {};
  const required = shapesOf(part).flatMap((shape) => shape.required ?? []);
  const usual = Object.entries(properties).flatMap(([name, each]) =>
    typeof each === "object" && each.default !== undefined ? [[name, each.default] as const] : [],
  );
  const whole: Record<string, unknown> = { ...Object.fromEntries(usual), ...item };
  for (const name of required.filter((each) => whole[each] === undefined)) {
    const known = properties[name];
    const shapes = typeof known === "object" ? shapesOf(known) : [];
    if (shapes.some((shape) => shape.enum)) return null;
    const types = shapes.map(({ type }) => type);
    if (types.includes("string")) whole[name] = "";
    else if (types.includes("integer")) whole[name] = index + 1;
    else if (types.includes("array")) whole[name] = [];
    else return null;
  }
  return whole;
}

function isOf({ type, minimum = -Infinity, maximum = Infinity }: Described, value: unknown) {
  switch (type) {
    case "string":
      return typeof value === "string";
    case "boolean":
      return typeof value === "boolean";
    case "integer":
      return Number.isSafeInteger(value) && Number(value) >= minimum && Number(value) <= maximum;
    case "number":
      return typeof value === "number";
    default:
      return false;
  }
}

function leftOut(field: string, value: unknown, why: LeftOut["why"]): LeftOut {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const told = text.length > toldLetters ? `${text.slice(0, toldLetters)}…` : text;
  return { field: shown(field.slice(0, 200)), value: shown(told), why };
}

/** Without what no page shows and no database keeps. */
function shown(text: string): string {
  return text.replaceAll(/[\p{Cs}\p{Cc}]/gu, " ");
}
