import { z } from "zod";

import { hashPassword } from "@/lib/account/auth/server/password";
import { hasUnseenLetters } from "@/lib/base/forms/storable-text";
import { isGuessable } from "@/lib/account/people/server/guessable";

import { CommandError } from "./command-error";
import { withConnection } from "./sql";

/** What makes an administrator; the messages are shown to the person at the terminal. */
export const administrator = z
  .object({
    username: z
      .string()
      .trim()
      .toLowerCase()
      .regex(
        /^[a-z0-9][a-z0-9._-]{2,39}$/,
        "Nama pengguna: 3 sampai 40 huruf kecil, angka, titik, garis bawah atau tanda hubung.",
      ),
    displayName: z
      .string()
      .trim()
      .min(1, "Nama belum diisi.")
      .max(120, "Nama terlalu panjang.")
      .refine((name) => !hasUnseenLetters(name), "Nama memuat karakter yang tidak terlihat."),
    password: z
      .string()
      .min(10, "Sandi sedikitnya 10 karakter.")
      .max(256, "Sandi paling banyak 256 karakter."),
    homeRegionCode: z
      .string()
      .regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/, "Kode wilayah seperti 62.03, atau 00."),
  })
  .refine(
    ({ displayName, password, username }) => !isGuessable(password, [username, displayName]),
    {
      path: ["password"],
      error: "Sandi ini mudah ditebak. Pakai beberapa kata yang tidak berhubungan.",
    },
  );

export type Administrator = z.infer<typeof administrator>;

/**
 * Makes the administrator, or resets the person of that name to be one: new password, active,
 * signed out everywhere, and no longer part of the demo data. Leaves an audit entry.
 *
 * @returns whether the person was new.
 * @throws {CommandError} when the home region is not known.
 */
export async function saveAdministrator(
  databaseUrl: string,
  { displayName, homeRegionCode, password, username }: Administrator,
): Promise<boolean> {
  const passwordHash = await hashPassword(password);
  return withConnection(databaseUrl, async (client) => {
    const { rowCount } = await client.query("select from region where code = $1", [homeRegionCode]);
    if (rowCount === 0) throw new CommandError(`Kode wilayah ${homeRegionCode} tidak dikenal.`);

    const { rows } = await client.query<{ isNew: boolean }>(
      `with saved as (
         insert into app_user as person
           (username, display_name, role, home_region_code, password_hash)
         values ($1, $2, 'administrator', $3, $4)
         on conflict (username) do update set
           display_name = excluded.display_name, role = excluded.role,
           home_region_code = excluded.home_region_code, password_hash = excluded.password_hash,
           is_active = true, is_demo = false, must_change_password = false,
           password_reset_at = null, password_reset_by = null
         returning id, xmax = 0 as is_new
       ), signed_out as (
         delete from session using saved where user_id = saved.id
       ), noted as (
         insert into audit_entry (district_code, action, subject)
         select '00', case when is_new then 'person.created' else 'person.reset' end, $1::text
         from saved
       )
       select is_new as "isNew" from saved`,
      [username, displayName, homeRegionCode, passwordHash],
    );
    return rows[0]?.isNew === true;
  });
}
