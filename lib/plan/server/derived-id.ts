import "server-only";

import { createHash } from "node:crypto";

/**
 * A UUID that follows from the one under which something was sent: the same press sent twice makes the
 * same records. Version 8 of RFC 9562: made by whoever uses it.
 */
export function derivedId(sent: string, part: string): string {
  const hash = createHash("sha256").update(`${sent} ${part}`).digest("hex");
  const variant = "89ab"[Number.parseInt(hash.charAt(16), 16) % 4] ?? "8";
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
}
