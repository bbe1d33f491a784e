import { applicationUrl, databaseUrl } from "@/tests/support/database";

import { readFile } from "node:fs/promises";
import path from "node:path";
import { gunzipSync } from "node:zlib";

import { expect, it } from "vitest";

import { applyMigrations } from "../../../scripts/migrate";
import { withConnection } from "../../../scripts/sql";
import { makeVersion, run } from "./former-version";
import type { Figures } from "./upgrade-figures";

const name = "upgraded";

/**
 * Three kecamatan of the demo campaign, DATA CONTOH, as 0.1.0 kept them, and every figure that its read
 * models made of them. Both were written by the code of that version and never since.
 */
it("keeps every figure of a campaign of version 0.1.0", async () => {
  await makeVersion(name);
  const url = databaseUrl.replace(/[^/]+$/, name);
  const rows = await unpacked<Record<string, unknown[]>>("demo.json.gz");
  await withConnection(url, async (client) => {
    await client.query("set session_replication_role = replica");
    for (const [table, held] of Object.entries(rows)) {
      await client.query(
        `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`,
        [JSON.stringify(held)],
      );
    }
  });
  await applyMigrations(url);
  expect(
    await run(url, "select d.* from campaign, roll_up_differences(district_code, id) as d"),
  ).toEqual([]);

  // What reads the environment is loaded after it is set.
  process.env["DATABASE_URL"] = applicationUrl.replace(/[^/]+$/, name);
  const { readFigures } = await import("./upgrade-figures");
  const [before, after] = [await unpacked<Figures>("demo-figures.json.gz"), await readFigures()];

  const kept = Object.keys(before).filter((path) => path in after);
  const gone = Object.keys(before).filter((path) => !(path in after));
  expect(gone.filter((path) => !isToldElsewhere(path))).toEqual([]);
  expect(only(after, kept)).toEqual(only(before, kept));
});

/** What later versions tell in another place, by the end of its path. */
function isToldElsewhere(path: string): boolean {
  return [
    // Goals have dates since: an assessment has the one of its day.
    /\.coverageGoal$/,
    // What is no service day is asked of the calendar.
    /\.reportsNotDue$/,
    // Each figure of the summary says what it is by the other source.
    /^summary\.sources\.\d\.(counts|people)\./,
    // A place without a unit has none below a goal, nor above it.
    /\.00\/\w+\.unitsBelowGoal$/,
  ].some((place) => place.test(path));
}

function only(figures: Figures, paths: readonly string[]): Figures {
  return Object.fromEntries(paths.map((each) => [each, figures[each] ?? ""]));
}

async function unpacked<Content>(file: string): Promise<Content> {
  const packed = await readFile(path.join(import.meta.dirname, "version-0.1.0", file));
  return JSON.parse(gunzipSync(packed).toString("utf8")) as Content;
}
