import { isRecord } from "@/lib/base/forms/unknown-object";

import type { Counted } from "./indicator";

/** The numbers of a value's version, as it was sent. */
export function storedCounted(body: unknown): Counted {
  const number = (name: keyof Counted) => {
    const found = isRecord(body) ? body[name] : null;
    return typeof found === "number" ? found : null;
  };
  return {
    value: number("value"),
    numerator: number("numerator"),
    denominator: number("denominator"),
  };
}
