import "server-only";

import { z } from "zod";

import type { Transaction } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";

const believedRow = z.object({ believedFrom: z.date().nullable() });

/**
 * From when on a device is believed about the hours of typing: since its own last contact where it
 * is known, else since the person's last one from anywhere. null: there was none.
 */
export async function believedFromOf(
  tx: Transaction,
  userId: string,
  device: string | null,
): Promise<Date | null> {
  const rows = await readRows(believedRow, tx)`
    SELECT believed_from AS "believedFrom", 1 AS rank FROM known_device
    WHERE user_id = ${userId}::uuid AND device_id = ${device}::uuid
    UNION ALL
    SELECT believed_from, 2 FROM last_contact WHERE user_id = ${userId}::uuid
    ORDER BY rank LIMIT 1`;
  return rows[0]?.believedFrom ?? null;
}

/** Notes a contact. The last thing of a transaction, so that two of one person never wait in a circle. */
export async function noteContact(
  tx: Transaction,
  userId: string,
  device: string | null,
  believedFrom: Date,
): Promise<void> {
  const from = believedFrom.toISOString();
  await tx.$executeRaw`
    INSERT INTO last_contact AS contact (user_id, believed_from)
    VALUES (${userId}::uuid, ${from}::timestamptz)
    ON CONFLICT (user_id) DO UPDATE
    SET believed_from = greatest(contact.believed_from, excluded.believed_from)`;
  if (device === null) return;
  await tx.$executeRaw`
    UPDATE known_device SET believed_from = greatest(believed_from, ${from}::timestamptz)
    WHERE user_id = ${userId}::uuid AND device_id = ${device}::uuid`;
}
