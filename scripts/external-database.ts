import { type ExternalDatabase } from "./environment";
import { CommandError } from "./command-error";
import { withConnection } from "./sql";

/** Rejects with a sentence when the server does not let one of the two logins in. */
export async function requireReachable(external: ExternalDatabase): Promise<void> {
  await requireEntry("DATABASE_URL", external.applicationUrl);
  await requireEntry("MIGRATION_DATABASE_URL", external.ownerUrl);
}

async function requireEntry(setting: string, databaseUrl: string): Promise<void> {
  try {
    await withConnection(databaseUrl, (client) => client.query("select 1"));
  } catch (error) {
    const { host, pathname } = new URL(databaseUrl);
    throw new CommandError(
      `Basis data ${pathname.slice(1)} di ${host} tidak dapat dihubungi (${reason(error)}). ` +
        `Periksa ${setting} dan pastikan servernya berjalan.`,
    );
  }
}

/** The code says it all and leaks nothing: ECONNREFUSED, 28P01 (password), 3D000 (no such database). */
function reason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "28P01" || code === "28000") return "pengguna atau sandi ditolak";
  if (code === "3D000") return "basis data itu tidak ada";
  if (code === "ECONNREFUSED") return "tidak ada yang menjawab di alamat itu";
  if (code === "ENOTFOUND") return "nama servernya tidak dikenal";
  return typeof code === "string" ? code : "tidak ada jawaban dalam 10 detik";
}
