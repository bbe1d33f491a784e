/** The database of the product that the stories are told to, by its owner's login. */
export function databaseUrl(): string {
  const url = process.env["DATABASE_URL"];
  if (url === undefined) throw new Error("DATABASE_URL is missing: `npm test` says where it is");
  return url;
}
