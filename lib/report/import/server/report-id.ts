import { createHash } from "node:crypto";

/**
 * An id that the same content always gets (UUID version 8, from a SHA-256): the same file loaded
 * again, or an upload that broke off and is repeated, sends the same submissions.
 */
export function idOf(...parts: readonly unknown[]): string {
  const digest = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  const variant = "89ab"[Number.parseInt(digest.charAt(16), 16) % 4] ?? "8";
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join("-");
}
