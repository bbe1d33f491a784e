import { describe, expect, it } from "vitest";

import { moveInput } from "@/lib/stock/schema";
import { stockMoveOf, stockSentOf } from "@/lib/stock/typed";

const sent = { sent: "7d7d2a3e-1111-4222-8333-444455556666", version: "0" };
const batch = "0A0B0C0D-1111-4222-8333-444455556666";

/** As the server stores what a form says: without what it is sent under. */
function storedOf(fields: Readonly<Record<string, string>>) {
  const body = moveInput.parse({ ...stockSentOf(fields), ...stockMoveOf(fields) });
  return Object.fromEntries(
    Object.entries(body).filter(([name]) => name !== "sent" && name !== "version"),
  );
}

describe("a move as its form says it", () => {
  it.each([
    ["receipt", { to: "62.03.01", vials: " 1.810 ", document: " BA/7 ", day: "2026-06-04" }],
    ["issue", { from: "62.03", to: "kantor/pkm-selat", doses: "38.000", day: "4 Juni 2026" }],
    ["return", { from: "62.03.01", to: "", vials: "3", reason: "  lebih  ", day: "04/06/2026" }],
    ["discard", { from: "62.03.01", to: "", vials: "3", reason: "pecah\n", day: "2026-06-04" }],
    ["count", { to: "62.03.01", vials: "0", reason: "", day: "2026-06-04" }],
    ["discard", { corrects: batch, reason: "salah tulis", day: "2026-06-04" }],
  ])(
    "is letter by letter what is stored of it, or a device would never forget it: %s",
    (kind, typed: Readonly<Record<string, string>>) => {
      const fields = { ...sent, kind, batch, ...typed };
      expect(stockMoveOf(fields)).toEqual(storedOf(fields));
    },
  );

  it("leaves what is no number and no day for the schema to reject", () => {
    const fields = {
      ...sent,
      kind: "receipt",
      batch,
      to: "62.03",
      vials: "lima",
      day: "31 Juni 2021",
    };
    const { error } = moveInput.safeParse({ ...stockSentOf(fields), ...stockMoveOf(fields) });
    const paths = error?.issues.map(({ path }) => path.join(".")) ?? [];
    expect(paths.sort()).toEqual(["day", "vials"]);
  });
});
