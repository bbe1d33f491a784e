import { databaseUrl, emptyDatabase, query } from "@/tests/support/database";

import { execFile } from "node:child_process";
import { promisify } from "node:util";

import { beforeAll, describe, expect, it } from "vitest";

beforeAll(async () => {
  await emptyDatabase();
  await query(
    "insert into region (code, level, name, kind) values ('62.03', 2, 'Kabupaten Kapuas', 'kabupaten')",
  );
  await query(
    `insert into audit_entry (district_code, action, subject)
     select '62.03', 'report.received', 'bian/1/62.03.01.1007/2026-06-0' || day
     from generate_series(1, 5) as day`,
  );
});

describe("npm run verify", () => {
  it("says of a whole trail how long it is and what its last hash is", async () => {
    const [last] = await query<{ hash: string }>(
      "select entry_hash as hash from audit_entry where id = 5",
    );
    const { code, output } = await verify();
    expect(output).toContain(
      `Jejak 62.03 Kabupaten Kapuas: 5 catatan, rantai utuh, catatan terakhir 5 ${last?.hash ?? ""}`,
    );
    expect(code).toBe(0);
  });

  it("ends with 1 and names the first entry that was changed", async () => {
    await query("alter table audit_entry disable trigger audit_entry_stays");
    await query("update audit_entry set action = 'report.corrected' where id = 4");
    await query("alter table audit_entry enable trigger audit_entry_stays");

    const { code, output } = await verify();
    expect(output).toContain("rantai rusak: catatan 4 diubah setelah ditulis");
    expect(output).toContain("1 jejak perubahan rusak");
    expect(code).toBe(1);
  });
});

async function verify(): Promise<{ readonly code: number; readonly output: string }> {
  const args = ["--import", "tsx", "--conditions=react-server", "scripts/verify.ts"];
  try {
    const { stderr, stdout } = await promisify(execFile)(process.execPath, args, {
      env: { ...process.env, MIGRATION_DATABASE_URL: databaseUrl },
    });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stderr, stdout } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}
