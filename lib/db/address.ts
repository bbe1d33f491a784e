/** The application's role: it may read and add to the audit trail, and not change it. */
const role = "cakupan_app";

/**
 * The database's address with the application's role in force from the start of each connection.
 * Settings that the address has already stay; of two roles the last one holds.
 */
export function applicationAddress(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  const settings = [...url.searchParams.getAll("options"), `-c role=${role}`];
  url.searchParams.set("options", settings.join(" "));
  return url.href;
}
