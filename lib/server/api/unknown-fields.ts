import type { z } from "zod";

import {
  describedBy,
  describedItems,
  propertiesOf,
  type Described,
} from "@/lib/base/json/described";

/**
 * Paths of fields of a body that its schema does not name, "reports.0.dya": each would be dropped
 * unread, and whoever sent it would believe that it counts. Up to `most` of them.
 */
export function unknownFields(schema: z.ZodType, input: unknown, most: number): string[] {
  const found: string[] = [];
  look(describedBy(schema), input, []);
  return found;

  function look(part: Described, value: unknown, path: readonly string[]): void {
    if (found.length >= most || typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      const items = describedItems(part);
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
