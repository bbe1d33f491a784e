import { z } from "zod";

import type { Chance } from "./chance";

/** Right values of fields, by the name that they have in bodies, queries and forms. */
export type Values = Readonly<Record<string, readonly string[]>>;

/** Right values of a field; empty when none is known. A name may be one that every object has. */
export function valuesOf(values: Values, name: string): readonly string[] {
  return Object.hasOwn(values, name) ? (values[name] ?? []) : [];
}

/** As much of JSON Schema as zod writes. */
export type Shape = {
  readonly type?: string | readonly string[] | undefined;
  readonly properties?: Readonly<Record<string, Shape>> | undefined;
  readonly items?: Shape | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly const?: unknown;
  readonly anyOf?: readonly Shape[] | undefined;
  readonly minimum?: number | undefined;
};

const shape: z.ZodType<Shape> = z.lazy(() =>
  z.looseObject({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    properties: z.record(z.string(), shape).optional(),
    items: shape.optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    anyOf: z.array(shape).optional(),
    minimum: z.number().optional(),
  }),
);

/** What a schema takes, described. */
export function shapeOf(schema: z.ZodType): Shape {
  return shape.parse(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }));
}

/** Something that fits the shape, as far as the shape and the names of its fields tell. */
export function sampleOf(of: Shape, values: Values, chance: Chance, name = ""): unknown {
  if (of.const !== undefined) return of.const;
  if (of.enum !== undefined && of.enum.length > 0) return chance.of(of.enum);
  if (of.anyOf !== undefined && of.anyOf.length > 0) {
    return sampleOf(chance.of(of.anyOf), values, chance, name);
  }
  const type = typeof of.type === "object" ? chance.of(of.type) : of.type;
  switch (type) {
    case "object":
      return Object.fromEntries(
        Object.entries(of.properties ?? {})
          .filter(() => chance.happens(0.9))
          .map(([key, part]) => [key, sampleOf(part, values, chance, key)]),
      );
    case "array":
      return Array.from({ length: 1 + chance.below(3) }, () =>
        sampleOf(of.items ?? {}, values, chance, name),
      );
    case "integer":
    case "number":
      return Math.max(0, of.minimum ?? 0) + chance.below(20);
    case "boolean":
      return chance.happens(0.5);
    case "null":
      return null;
    default: {
      const known = valuesOf(values, name);
      return known.length === 0 ? "uji" : chance.of(known);
    }
  }
}
