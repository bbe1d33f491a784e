import { isForeign } from "@/lib/base/server/origin";

/** What next.config.js lets an action take. */
export const actionBodyLimit = 6 * 1024 * 1024;

/**
 * The status that a request for a server action is rejected with, by its headers alone, before Next
 * reads it; null: none. What its body says is Next's to read (`action-call.ts`).
 */
export function actionRejection({ headers, method }: Request): 400 | 403 | 413 | null {
  const type = headers.get("content-type") ?? "";
  const isEncoded = /^application\/x-www-form-urlencoded/i.test(type);
  const isForm = isEncoded || /^multipart\/form-data/i.test(type);
  if (method !== "POST" || (!headers.has("next-action") && !isForm)) return null;

  // Next's own check believes X-Forwarded-Host.
  if (isForeign(headers)) return 403;
  // No form of ours is sent so, and Next would draw the page as if it had been asked for.
  if (isEncoded) return 400;
  return Number(headers.get("content-length") ?? 0) > actionBodyLimit ? 413 : null;
}
