import { databaseUrl, emptyDatabase } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import { withConnection } from "../../../../scripts/sql";
import { brokenAt, kapuas, record } from "./trail";

beforeEach(emptyDatabase);

describe("a chain that was tampered with", () => {
  beforeEach(() => record(kapuas, ["one", "two", "three", "four", "five"]));

  it("shows a field that was changed", async () => {
    await tamper("update audit_entry set subject = 'zwei' where id = 2");
    expect(await brokenAt(kapuas)).toEqual({ id: 2, kind: "changed" });
  });

  it("shows a changed last entry whose hash was made anew", async () => {
    await tamper(`update audit_entry set subject = 'fünf' where id = 5`, rehash);
    expect(await brokenAt(kapuas)).toEqual({ id: 5, kind: "changed" });
  });

  it("shows a changed entry whose hash was made anew by the one behind it", async () => {
    await tamper(`update audit_entry set subject = 'zwei' where id = 2`, rehash);
    expect(await brokenAt(kapuas)).toEqual({ id: 3, kind: "unlinked" });
  });

  it("shows an entry that was removed", async () => {
    await tamper("delete from audit_entry where id in (3, 4)");
    expect(await brokenAt(kapuas)).toEqual({ id: 3, kind: "missing" });
  });

  it("shows that the last entry was removed", async () => {
    await tamper("delete from audit_entry where id = 5");
    expect(await brokenAt(kapuas)).toEqual({ id: 5, kind: "missing" });
  });

  it("shows that the first entries were removed", async () => {
    await tamper("delete from audit_entry where id < 3");
    expect(await brokenAt(kapuas)).toEqual({ id: 1, kind: "missing" });
  });

  it("shows that everything was removed", async () => {
    await tamper("delete from audit_entry");
    expect(await brokenAt(kapuas)).toEqual({ id: 1, kind: "missing" });
  });

  it("shows two entries that changed places", async () => {
    await tamper(
      "update audit_entry set id = 99 where id = 2",
      "update audit_entry set id = 2 where id = 3",
      "update audit_entry set id = 3 where id = 99",
    );
    expect(await brokenAt(kapuas)).toEqual({ id: 2, kind: "reordered" });
  });

  it("shows an entry that was put behind the last past the trigger", async () => {
    await tamper(
      `insert into audit_entry (district_code, id, action, subject, previous_hash, entry_hash)
       select '62.03', 6, 'a', 'six', entry_hash, '' from audit_entry where id = 5`,
      rehash,
    );
    expect(await brokenAt(kapuas)).toEqual({ id: 6, kind: "added" });
  });
});

const rehash = `update audit_entry set entry_hash = audit_hash(district_code, id, campaign_id,
  actor_id, action, subject, before, after, recorded_at, previous_hash)`;

/** What only a superuser can do: write with the triggers asleep. */
async function tamper(...statements: readonly string[]): Promise<void> {
  await withConnection(databaseUrl, async (client) => {
    await client.query("alter table audit_entry disable trigger all");
    for (const statement of statements) await client.query(statement);
    await client.query("alter table audit_entry enable trigger all");
  });
}
