import { randomBytes } from "node:crypto";

/** Crockford's letters: none is taken for another over the telephone. */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A name for one request, short enough to read out: "7F3K-91Q2". It stands in the answer and in the log. */
export function newRequestId(): string {
  const drawn = [...randomBytes(8)].map((byte) => letters.charAt(byte % letters.length)).join("");
  return `${drawn.slice(0, 4)}-${drawn.slice(4)}`;
}
