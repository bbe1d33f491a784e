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

const functions = await readFiles("prisma/sql");
const migrations = await readFiles("prisma/migrations");
const defined = functions.flatMap(({ name, sql }) =>
  [...sql.matchAll(/^create or replace function (\w+)/gm)].map((match) => ({
    name,
    made: match[1] ?? "",
  })),
);

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
