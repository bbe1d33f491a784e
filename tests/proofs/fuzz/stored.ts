import type pg from "pg";

/** Failed sign-ins are counted on purpose, and an answer that rejects reports is a contact all the same. */
const leftOut = ["_prisma_migrations", "sign_in_attempt", "known_device", "last_contact"];

type Stored = ReadonlyMap<string, string>;

/**
 * What every table holds, in short: how many rows, and which transactions wrote them. Whatever is
 * inserted, changed or deleted makes another text, and what was rolled back makes none.
 */
export async function readStored(client: pg.Client): Promise<Stored> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables
     where schemaname = 'public' and tablename <> all ($1) order by 1`,
    [leftOut],
  );
  const parts = tables.map(
    ({ name }) =>
      `select ${client.escapeLiteral(name)} as name,
              count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) as state
       from ${client.escapeIdentifier(name)}`,
  );
  const { rows } = await client.query<{ name: string; state: string }>(parts.join(" union all "));
  return new Map(rows.map(({ name, state }) => [name, state]));
}

/** Tables that differ. */
export function changedTables(before: Stored, after: Stored): readonly string[] {
  return [...after].flatMap(([name, state]) => (before.get(name) === state ? [] : [name]));
}
