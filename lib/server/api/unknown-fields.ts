import { z } from "zod";

type Described = z.core.JSONSchema.BaseSchema;

/** By schema: what it describes, worked out once. */
const descriptions = new WeakMap<z.ZodType, Described>();

/**
 * Paths of fields of a body that its schema does not name, "reports.0.dya": each would be dropped
 * unread, and whoever sent it would believe that it counts. Up to `most` of them.
 */
export function unknownFields(schema: z.ZodType, input: unknown, most: number): string[] {
  const found: string[] = [];
  const described = descriptions.get(schema) ?? describe(schema);
  descriptions.set(schema, described);
  look(described, input, []);
  return found;

  function look(part: Described, value: unknown, path: readonly string[]): void {
    if (found.length >= most || typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      const items = itemsOf(part);
      if (items) value.forEach((each, at) => look(items, each, [...path, String(at)]));
      return;
    }
    const properties = propertiesOf(part);
    // An object that is described by no field takes any: its rows are judged one by one.
    if (!properties) return;
    for (const [name, each] of Object.entries(value)) {
      const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (known === undefined) {
        if (found.length < most) found.push([...path, name].join("."));
      } else if (typeof known === "object") look(known, each, [...path, name]);
    }
  }
}

function describe(schema: z.ZodType): Described {
  return z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
}

/** The fields of an object, in whichever of several shapes it may have. */
function propertiesOf(part: Described): Described["properties"] | undefined {
  const shapes = [part, ...alternatives(part)].flatMap(({ properties }) => properties ?? []);
  return shapes.length === 0
    ? undefined
    : Object.fromEntries(shapes.flatMap((shape) => Object.entries(shape)));
}

function itemsOf(part: Described): Described | undefined {
  return [part, ...alternatives(part)]
    .map(({ items }) => items)
    .find((items) => typeof items === "object" && !Array.isArray(items)) as Described | undefined;
}

function alternatives({ anyOf = [], oneOf = [], allOf = [] }: Described): readonly Described[] {
  return [...anyOf, ...oneOf, ...allOf].filter((part) => typeof part === "object");
}
