import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

import { describe, expect, it, test } from "vitest";

import { looseTables } from "./district-scopes";

const schema = await readFile("prisma/schema.prisma", "utf8");
/** Tables of which each row belongs to a kabupaten. */
const tables = [...schema.matchAll(/^model .*?^}/gms)].flatMap(([model]) =>
  model.includes('@map("district_code")') ? [/@@map\("(\w+)"\)/.exec(model)?.[1] ?? ""] : [],
);

const names = (await readdir("lib", { recursive: true })).filter((name) => name.endsWith(".ts"));
const sources = await Promise.all(
  names
    .sort()
    .map(async (name) => ({ name, text: await readFile(path.join("lib", name), "utf8") })),
);

/** What has to look at several kabupaten. It may only shrink. */
const overSeveral = [
  // Which kabupaten have a trail at all, of those that the reader may read.
  { file: "account/audit/server/queries.ts", table: "audit_entry" },
  { file: "account/audit/server/queries.ts", table: "audit_entry" },
  // The office of whoever asks, and those of people of every kabupaten that somebody manages.
  { file: "account/auth/server/queries.ts", table: "office" },
  { file: "account/office/server/queries.ts", table: "office" },
  { file: "account/people/server/queries.ts", table: "office" },
  { file: "account/people/server/queries.ts", table: "office" },
  // A campaign by its address, before it is known whose session asks.
  { file: "server/api/queries.ts", table: "campaign" },
];

describe("SQL of lib", () => {
  it("holds every table of a kabupaten to one by the table's own column", () => {
    expect(looseTables(sources, tables)).toEqual(overSeveral);
  });

  const loose = (sql: string, before = "") =>
    looseTables([{ name: "x.ts", text: `${before};\nread\`${sql}\`` }], tables).map(
      ({ table }) => table,
    );

  test.each([
    ["SELECT FROM tally", ["tally"]],
    ["SELECT FROM tally WHERE district_code = ${a}", []],
    [
      "SELECT FROM tally JOIN round ON round.number = 1 WHERE district_code = ${a}",
      ["tally", "round"],
    ],
    [
      "SELECT FROM tally JOIN round ON tally.district_code = ${a} AND round.district_code = tally.district_code",
      [],
    ],
    [
      "SELECT FROM tally AS t JOIN round AS r ON r.campaign_id = t.campaign_id WHERE t.district_code = ${a}",
      ["r"],
    ],
    [
      "SELECT FROM tally WHERE district_code = ${a} AND EXISTS (SELECT FROM round WHERE number = 1)",
      ["round"],
    ],
    ["SELECT FROM tally WHERE district_code = ${a} UNION ALL SELECT FROM round", ["round"]],
    ["WITH a AS (SELECT FROM tally WHERE ${b}) SELECT FROM a", ["tally"]],
    ["UPDATE round SET number = 1 WHERE campaign_id = ${a}", ["round"]],
    [
      "SELECT FROM tally JOIN daily_report USING (unit_code) WHERE district_code = ${a}",
      ["tally", "daily_report"],
    ],
  ])("is seen not to, in %j", (sql, expected) => {
    expect(loose(sql)).toEqual(expected);
  });

  test.each([
    ["SELECT FROM tally WHERE ${key}", "const key = sql`district_code = ${a}`", []],
    ["SELECT FROM tally WHERE ${key}", "const key = sql`campaign_id = ${a}`", ["tally"]],
    [
      'SELECT FROM tally JOIN round ON ${of("tally")} AND ${of("round")}',
      "const of = (table) => sql`${raw(table)}.district_code = ${a}`",
      [],
    ],
    [
      'SELECT FROM tally JOIN round ON ${of("tally")} AND round.number = 1',
      "const of = (table) => sql`${raw(table)}.district_code = ${a}`",
      ["round"],
    ],
    [
      "SELECT FROM tally JOIN daily_report USING (district_code, day) WHERE ${key}",
      "const key = sql`district_code = ${a}`",
      [],
    ],
    [
      "SELECT FROM place_total WHERE ${ofKind}",
      "const key = sql`district_code = ${a}`; const ofKind = sql`${key} AND place_kind = 'unit'`",
      [],
    ],
  ])("is judged with what is put in, in %j after %j", (sql, before, expected) => {
    expect(loose(sql, before)).toEqual(expected);
  });
});
