import type { Campaign } from "@/lib/campaign/campaign";
import { checkTargetSheet } from "@/lib/campaign/target-population/server/sheet-check";
import { targetHead } from "@/lib/campaign/target-population/sheet-head";
import { atOnce } from "@/tests/support/at-once";
import { readSheets, sheetOf } from "@/tests/support/table";
import { campaign, units } from "./campaign";

export function readRows(rows: readonly string[], of: Campaign = campaign) {
  return readSheets("target", [sheetOf(rows)], { campaign: of, units });
}

export function check(text: string, of: Campaign = campaign) {
  const { table, vocabulary, lookup } = readRows(text.trim().split("\n"), of);
  if (table.kind !== "read") throw new Error(`not read: ${table.kind}`);
  const head = targetHead(table, vocabulary);
  return atOnce(checkTargetSheet(table.rows, head, of, lookup, { asOf: "2026-06-02" }));
}

export const wide = (row: string) => check(`kode;nama;kecamatan;MR 9–59 bulan\n${row}`);
