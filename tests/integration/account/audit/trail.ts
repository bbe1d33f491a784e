import { query } from "@/tests/support/database";

import { recordAudit } from "@/lib/account/audit/server/record";
import { db } from "@/lib/server/db/client";
import { regionCode } from "@/lib/base/region/code";

const actor = {
  id: "00000000-0000-4000-8000-00000000000a",
  username: "camat.selat",
  displayName: "Camat Selat",
  role: "subdistrictHead",
  homeRegion: regionCode.parse("62.03.01"),
  homeRegionName: "Selat",
  office: null,
} as const;

export const kapuas = regionCode.parse("62.03");

export function deed(districtCode: typeof kapuas, subject: string) {
  return { actor, districtCode, action: "report.received", subject, after: { b: 1, a: [1.5] } };
}

export async function record(
  districtCode: typeof kapuas,
  subjects: readonly string[],
): Promise<void> {
  await db().$transaction((tx) =>
    recordAudit(
      tx,
      subjects.map((subject) => deed(districtCode, subject)),
    ),
  );
}

/** The first entry at which a kabupaten's chain does not hold; null for one that is whole. */
export async function brokenAt(district: string) {
  const [row] = await query<{ id: number | null; kind: string | null }>(
    "select broken_id::int as id, broken_kind as kind from audit_chain_state($1)",
    [district],
  );
  return row?.id == null ? null : row;
}
