import { beforeEach, describe, expect, test } from "vitest";

import type { Campaign } from "@/lib/campaign/campaign";
import { confirmMapping } from "@/lib/campaign/table-reading/server/commands";
import {
  mappingOf,
  sentMapping,
  type ColumnMapping,
} from "@/lib/campaign/table-reading/server/mapping";
import { listMappings } from "@/lib/campaign/table-reading/server/queries";
import { readImport } from "@/lib/report/import/server/read-import";
import { emptyDatabase } from "@/tests/support/database";
import { beforeCutOff, grantFor, makeCampaign, units } from "@/tests/integration/report/campaign";

const file = ["Kode;Tanggal;Vitamin;OPV", `${units.hilir};2026-06-01;5;6`].join("\n");
const mr = 'box ["MR","young"]';

let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  campaign = await makeCampaign();
});

async function read(text: string, answers: Readonly<Record<string, string>> = {}) {
  const result = await readImport(grantFor("62.03"), campaign, Buffer.from(text), {
    at: beforeCutOff,
    names: { unit: "Unit", day: "Tanggal" },
    answers: new Map(Object.entries(answers)),
  });
  if ("problem" in result || result.check === null) throw new Error("the file was not read");
  const mapping = mappingOf(result.table, result.asking.answers);
  const [report] = result.check.reports;
  const counts = report?.counts.map(({ intervention, value }) => [intervention, value]);
  return { mapping, before: result.before, counts };
}

async function confirm(mapping: ColumnMapping | null) {
  if (!mapping) throw new Error("there is nothing to keep");
  await confirmMapping(grantFor("62.03"), campaign, "tally", { mapping, at: beforeCutOff });
}

describe("a mapping that was confirmed", () => {
  test("is used for the same heads again, by whoever loads them", async () => {
    const said = await read(file, { "column.0-0.2": mr });
    expect(said.counts).toEqual([
      ["MR", 5],
      ["OPV", 6],
    ]);
    await confirm(said.mapping);

    const again = await read(file.toLowerCase().replaceAll("5", "8"));
    expect(again.counts).toEqual([
      ["MR", 8],
      ["OPV", 6],
    ]);
    expect(again.before).toMatchObject({ at: beforeCutOff });
  });

  test("is changed by another one", async () => {
    await confirm((await read(file, { "column.0-0.2": mr })).mapping);
    await confirm((await read(file, { "column.0-0.2": "none" })).mapping);
    expect((await read(file)).counts).toEqual([["OPV", 6]]);
  });

  test("says nothing of other heads, nor of the other kind of table", async () => {
    await confirm((await read(file, { "column.0-0.2": mr })).mapping);
    const other = await read(file.replace("Vitamin", "Vitamin A"));
    expect([other.counts, other.before]).toEqual([[["OPV", 6]], undefined]);
    expect((await listMappings(grantFor("62.03"), campaign, "target")).size).toBe(0);
  });

  test("is none where the heads alone said it", async () => {
    expect((await read(file)).mapping).toBeNull();
  });

  test.each(["", "{}", "[1]", '{"heads":"x","columns":[]}', "<html>"])(
    "is not taken from a page that sends %j",
    (text) => {
      expect(sentMapping(text)).toBeNull();
    },
  );
});
