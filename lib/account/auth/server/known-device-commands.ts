import "server-only";

import { db } from "@/lib/server/db/client";
import { limits } from "@/lib/base/limits";
import { now } from "@/lib/base/time/clock";

/** Whether someone signed in on this device with this name before. */
export async function isDeviceOf(device: string, username: string): Promise<boolean> {
  const where = { deviceId: device, user: { username } };
  return (await db().knownDevice.count({ where })) > 0;
}

/**
 * Remembers that a person signed in on a device. A new one begins where the person's devices were in
 * contact last: what it claims to have waited there longer is not believed (lib/report).
 *
 * @param device what its cookie says; null: it has none, and gets a new id.
 * @returns the device's id.
 */
export async function rememberDevice(device: string | null, userId: string): Promise<string> {
  const id = device ?? crypto.randomUUID();
  const at = now().toISOString();
  await db().$executeRaw`
    INSERT INTO known_device (device_id, user_id, first_sign_in_at, last_sign_in_at, believed_from)
    VALUES (${id}::uuid, ${userId}::uuid, ${at}::timestamptz, ${at}::timestamptz,
            (SELECT believed_from FROM last_contact WHERE user_id = ${userId}::uuid))
    ON CONFLICT (device_id, user_id) DO UPDATE SET last_sign_in_at = excluded.last_sign_in_at`;
  // A program keeps no cookie and is a new device each time.
  await db().$executeRaw`
    DELETE FROM known_device
    WHERE user_id = ${userId}::uuid AND device_id IN (
            SELECT device_id FROM known_device WHERE user_id = ${userId}::uuid
            ORDER BY last_sign_in_at DESC OFFSET ${limits.devicesPerPerson})
       OR device_id = ${id}::uuid AND user_id IN (
            SELECT user_id FROM known_device WHERE device_id = ${id}::uuid
            ORDER BY last_sign_in_at DESC OFFSET ${limits.peoplePerDevice})`;
  return id;
}
