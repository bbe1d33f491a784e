import { createHash } from "node:crypto";

/** What two answers have in common that say the same. */
export function contentTag(content: unknown): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("base64url").slice(0, 22);
}
