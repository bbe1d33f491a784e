import { beforeEach, expect, it } from "vitest";

import { databaseUrl, emptyDatabase, query } from "@/tests/support/database";

beforeEach(emptyDatabase);

it("gives each test file its own migrated database", async () => {
  await query(
    "insert into region (code, level, name, kind) values ('00', 0, 'Indonesia', 'nation')",
  );
  expect(await query("select name from region")).toEqual([{ name: "Indonesia" }]);
  expect(process.env["DATABASE_URL"]).toBe(databaseUrl);
});

it("empties it between tests", async () => {
  expect(await query("select name from region")).toEqual([]);
});
