import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

import { describe, expect, it } from "vitest";

type File = { readonly name: string; readonly sql: string };

async function readFiles(folder: string): Promise<readonly File[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.sql$/.test(name));
  return Promise.all(
    names.map(async (name) => ({ name, sql: await readFile(path.join(folder, name), "utf8") })),
  );
}

const schema = await readFile("prisma/schema.prisma", "utf8");
const functions = await readFiles("prisma/sql");
const migrations = await readFiles("prisma/migrations");
const defined = functions.flatMap(({ name, sql }) =>
  [...sql.matchAll(/^create or replace function (\w+)/gm)].map((match) => ({
    name,
    made: match[1] ?? "",
  })),
);

/** Tables of which each row belongs to a kabupaten. */
const districtTables = [...schema.matchAll(/^model .*?^}/gms)].flatMap(([model]) =>
  model.includes('@map("district_code")') ? [/@@map\("(\w+)"\)/.exec(model)?.[1] ?? ""] : [],
);
const tableReference = new RegExp(
  String.raw`\b(?:from|join|using|update)\s+(${districtTables.join("|")})\b(?:\s+as\s+(\w+))?`,
  "gi",
);

const bodies = functions.flatMap(({ sql }) =>
  [...sql.matchAll(/^create or replace function (\w+)\s*\(([^)]*)\)(.*?)\$\$(.*?)\$\$/gms)].map(
    ([, made = "", parameters = "", attributes = "", body = ""]) => ({
      made,
      parameters: parameters.trim() !== "",
      language: /\blanguage (\w+)/.exec(attributes)?.[1],
      body,
      reads: new RegExp(tableReference).test(body),
    }),
  ),
);

/** Names of the tables in a statement that it does not hold to one kabupaten by their own column. */
function tablesWithoutDistrict(statement: string): readonly string[] {
  const names = [...statement.matchAll(tableReference)].map(
    ([, table = "", alias]) => alias ?? table,
  );
  const held = (name: string) =>
    [...statement.matchAll(new RegExp(String.raw`${name}${ownDistrict}`, "g"))].length;
  const isAlone = names.length === 1 && held(String.raw`(?<![.\w])`) > 0;
  return isAlone
    ? []
    : names.filter((name, at) => {
        const before = names.slice(0, at).filter((other) => other === name).length;
        return held(String.raw`\b${name}\.`) <= before;
      });
}

const ownDistrict = String.raw`district_code = (?:of_district|(?:new|old)\.district_code)\b`;

describe("SQL that decides", () => {
  it("stands in prisma/sql and in no migration", () => {
    const elsewhere = migrations.filter(({ sql }) =>
      /^\s*(create|alter)\s[^;]*\b(function|procedure|trigger)\b/im.test(
        sql.replaceAll(/--.*/g, ""),
      ),
    );
    expect(elsewhere.map(({ name }) => name)).toEqual([]);
  });

  it("has each function once, made so that it can be made again", () => {
    const made = defined.map((each) => each.made);
    expect(made.filter((one, at) => made.indexOf(one) !== at)).toEqual([]);
    for (const { name, sql } of functions) {
      const again = /^create or replace (function|trigger)|^create constraint trigger/;
      const statements = sql.match(/^create .*/gm) ?? [];
      expect(
        statements.filter((statement) => !again.test(statement)),
        name,
      ).toEqual([]);
    }
  });

  it("names its triggers, so that a search finds them", () => {
    for (const { name, sql } of functions) expect(sql, name).not.toMatch(/\bexecute\s+format\b/i);
  });

  it("hangs nothing on tables of changed rows, which no distributed PostgreSQL hands to a trigger", () => {
    for (const { name, sql } of functions) {
      expect(sql, name).not.toMatch(/referencing\s+(new|old)\s+table/i);
    }
  });

  it("is read whole by what follows", () => {
    expect(bodies.map(({ made }) => made)).toEqual(defined.map(({ made }) => made));
  });

  it("is in PL/pgSQL where it takes parameters and reads a table", () => {
    const others = bodies
      .filter(({ parameters, reads, language }) => parameters && reads && language !== "plpgsql")
      .map(({ made }) => made);
    expect(others).toEqual([]);
  });

  it("names the kabupaten at every table by the table's own name", () => {
    const found = bodies.flatMap(({ made, body }) =>
      body
        .split(";")
        .flatMap(tablesWithoutDistrict)
        .map((table) => `${made}: ${table}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    [
      "select from tally join round on round.district_code = tally.district_code",
      ["tally", "round"],
    ],
    ["select from tally as t join round as r on r.district_code = of_district", ["t"]],
    ["delete from tally using round where tally.district_code = of_district", ["round"]],
    ["update round set number = 1 where district_code = new.district_code", []],
    [
      "select from tally where exists (select from round where district_code = of_district)",
      ["tally", "round"],
    ],
  ])("sees that a table does not, in %j", (statement, tables) => {
    expect(tablesWithoutDistrict(statement)).toEqual(tables);
  });

  it("has no function that nothing calls", async () => {
    const sources = await Promise.all(
      ["app", "lib", "prisma/seed", "scripts", "tests/integration"].map(async (folder) => {
        const names = await readdir(folder, { recursive: true });
        const files = names.filter((name) => name.endsWith(".ts") || name.endsWith(".tsx"));
        return Promise.all(files.map((name) => readFile(path.join(folder, name), "utf8")));
      }),
    );
    const all = [...functions.map(({ sql }) => sql), ...sources.flat()].join("\n");
    const unused = defined.filter(
      ({ made }) => (all.match(new RegExp(`\\b${made}\\b`, "g")) ?? []).length < 2,
    );
    expect(unused).toEqual([]);
  });
});

describe("SQL that is read", () => {
  it("is read with readRows and readRow alone", async () => {
    const sources = await readSources();
    const using = (call: RegExp) =>
      sources.filter(({ text }) => call.test(text)).map(({ name }) => name);
    expect(using(/\$queryRaw/)).toEqual(["lib/server/db/read.ts"]);
    // What has a patience of its own, and what a library reads.
    expect(using(/\bpool\(\)/)).toEqual([
      "lib/account/auth/server/account-throttle-commands.ts",
      "lib/account/auth/server/throttle-commands.ts",
      "lib/server/api/queries.ts",
      "lib/server/db/client.ts",
      "lib/server/db/outage.ts",
      "lib/server/db/pool.ts",
      "lib/server/db/read.ts",
      "lib/server/state/queries.ts",
    ]);
  });
});

/**
 * What lib writes by SQL. Everything else it writes is by the typed client (lib/server/db/README.md);
 * this may only shrink.
 */
const writtenBySql: Readonly<Record<string, readonly string[]>> = {
  // As many rows as a file, a campaign or a kabupaten has, in one statement.
  "lib/account/audit/server/record.ts": ["audit_entry"],
  "lib/account/people/server/head-commands.ts": ["app_user"],
  // Goals keep the order in which they were set.
  "lib/campaign/server/goal-commands.ts": ["goal"],
  // Inhabitants of all units that two campaigns have, in one statement.
  "lib/campaign/server/copy-commands.ts": ["reporting_unit"],
  "lib/campaign/server/part-commands.ts": [
    "intervention",
    "intervention_target_group",
    "round",
    "target_group",
  ],
  "lib/campaign/server/unit-commands.ts": ["reporting_unit"],
  "lib/campaign/server/unit-end-commands.ts": ["reporting_unit"],
  "lib/campaign/target-population/server/set-commands.ts": ["region_target", "target_population"],
  "lib/report/import/server/commands.ts": ["import_refusal"],
  "lib/directive/server/commands.ts": ["follow_up"],
  // Of one statement what must not fall apart: the person's row is the lock of a sign-in and a reset.
  "lib/account/auth/server/session-commands.ts": ["app_user", "session"],
  // The later of two moments, and the last of a number of rows: the database compares them.
  "lib/account/auth/server/known-device-commands.ts": ["known_device"],
  "lib/report/server/contact-commands.ts": ["known_device", "last_contact"],
};

describe("what lib writes", () => {
  it("is written by the typed client, but for what a set or a comparison in the database needs", async () => {
    const tables = [...schema.matchAll(/@@map\("(\w+)"\)/g)].map(([, table]) => table);
    const statement = new RegExp(
      String.raw`\b(?:INSERT INTO|UPDATE|DELETE FROM) (${tables.join("|")})\b`,
      "g",
    );
    const found = (await readSources()).flatMap(({ name, text }) => {
      const written = [...text.matchAll(statement)].map(([, table = ""]) => table);
      return written.length === 0 ? [] : [[name, [...new Set(written)].sort()]];
    });
    expect(Object.fromEntries(found)).toEqual(writtenBySql);
  });
});

async function readSources() {
  const folders = await Promise.all(
    ["app", "components", "lib"].map(async (folder) => {
      const names = await readdir(folder, { recursive: true });
      return names.filter((name) => /\.tsx?$/.test(name)).map((name) => path.join(folder, name));
    }),
  );
  return Promise.all(
    folders
      .flat()
      .sort()
      .map(async (name) => ({ name, text: await readFile(name, "utf8") })),
  );
}
