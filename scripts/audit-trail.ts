import type pg from "pg";

type Trail = {
  readonly code: string;
  readonly name: string | null;
  readonly entries: string;
  readonly lastId: string;
  readonly lastHash: string;
  readonly brokenId: string | null;
  readonly brokenKind: string | null;
};

/** What is wrong with the first broken entry. The database says which; see prisma/README.md. */
const sentences: Readonly<Record<string, (id: string) => string>> = {
  changed: (id) => `catatan ${id} diubah setelah ditulis`,
  missing: (id) => `catatan ${id} hilang`,
  reordered: (id) => `catatan ${id} bukan di tempatnya: ia ditulis dengan nomor lain`,
  unlinked: (id) => `catatan ${id} tidak menyambung: yang di depannya ditulis ulang`,
  added: (id) => `catatan ${id} ditambahkan tanpa melalui rantai`,
};

/**
 * Walks the audit trail of every kabupaten and says of each how many entries it has and the hash
 * of its last one, which can be written down elsewhere: who rewrites a whole trail cannot give it
 * that hash again.
 *
 * @returns how many trails are broken.
 */
export async function checkTrails(client: pg.Client): Promise<number> {
  const { rows: trails } = await client.query<Trail>(
    `select of_district.district_code as code, region.name, state.entries,
            state.last_id as "lastId", state.last_hash as "lastHash",
            state.broken_id as "brokenId", state.broken_kind as "brokenKind"
     from (select district_code from audit_head union select district_code from audit_entry)
       as of_district
     left join region on region.code = of_district.district_code
     cross join lateral audit_chain_state(of_district.district_code) as state
     order by 1`,
  );
  for (const trail of trails) console.log(describe(trail));
  if (trails.length === 0) console.log("Jejak perubahan masih kosong.");
  return trails.filter(({ brokenKind }) => brokenKind !== null).length;
}

function describe({ brokenId, brokenKind, code, entries, lastHash, lastId, name }: Trail): string {
  const title = `Jejak ${code}${name === null ? "" : ` ${name}`}: ${entries} catatan`;
  if (brokenId === null || brokenKind === null) {
    return `${title}, rantai utuh, catatan terakhir ${lastId} ${lastHash}`;
  }
  const words = sentences[brokenKind]?.(brokenId) ?? `catatan ${brokenId}: ${brokenKind}`;
  return `${title}, rantai rusak: ${words}`;
}
