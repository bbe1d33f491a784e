import type { ReactNode } from "react";

/** `<b>` of a sentence in the catalogue. */
export function bold(chunks: ReactNode) {
  return <b className="font-semibold text-ink">{chunks}</b>;
}
