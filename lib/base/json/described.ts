import { z } from "zod";

/** What a schema takes, as its JSON Schema says it. */
export type Described = z.core.JSONSchema.BaseSchema;

/** By schema: what it describes, worked out once. */
const descriptions = new WeakMap<z.ZodType, Described>();

export function describedBy(schema: z.ZodType): Described {
  const described =
    descriptions.get(schema) ?? z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  descriptions.set(schema, described);
  return described;
}

/** The shapes that a value of this may have, each of one type. */
export function shapesOf(part: Described): readonly Described[] {
  const { anyOf = [], oneOf = [], allOf = [] } = part;
  const shapes = [...anyOf, ...oneOf, ...allOf].filter((each) => typeof each === "object");
  return [part, ...shapes].flatMap(typed);
}

/** `{"type": ["string", "null"]}` is either of two. */
function typed(shape: Described): readonly Described[] {
  const types: unknown = shape.type;
  return Array.isArray(types)
    ? (types as NonNullable<Described["type"]>[]).map((type) => ({ ...shape, type }))
    : [shape];
}

/** The fields of an object, in whichever of several shapes it may have; undefined: it names none. */
export function propertiesOf(part: Described): Described["properties"] | undefined {
  const shapes = shapesOf(part).flatMap(({ properties }) => properties ?? []);
  return shapes.length === 0
    ? undefined
    : Object.fromEntries(shapes.flatMap((shape) => Object.entries(shape)));
}

/** What the items of a list are. */
export function describedItems(part: Described): Described | undefined {
  return shapesOf(part)
    .map(({ items }) => items)
    .find((items) => typeof items === "object" && !Array.isArray(items)) as Described | undefined;
}
