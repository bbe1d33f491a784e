import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

import compile from "icu-minify/compile";
import { expect, test } from "vitest";

import { withLimits } from "@/lib/base/i18n/limit-sentences";
import { catalogues } from "@/lib/base/i18n/messages";
import { limits } from "@/lib/base/limits";

test("a sentence names the number of the table, as the language writes it", () => {
  const part = { much: "Paling banyak {batchCells}.", other: "{name}, {count, number}" };
  expect(withLimits(part, "id")).toEqual({ much: "Paling banyak 20.000.", other: part.other });
  expect(withLimits(part, "en").much).toBe("Paling banyak 20,000.");
});

test("a sentence that the build took apart names it too, and is whole where nothing is left open", () => {
  const part = {
    much: compile("Paling banyak {batchCells}."),
    open: compile("<b>tebal</b> {name}, {count, plural, other {# dari {batchCells}}}"),
  };
  expect(withLimits(part, "id")).toEqual({
    much: "Paling banyak 20.000.",
    open: [["b", "tebal"], " ", ["name"], ", ", ["count", 2, { other: [0, " dari ", "20.000"] }]],
  });
});

/** Rejections of a limit, and the limits that each names. */
test.each([
  ["tooManyColumns", ["campaignColumns"]],
  ["tooManyInterventions", ["campaignInterventions"]],
  ["tooManyTargetGroups", ["campaignTargetGroups"]],
  ["tooManyRounds", ["campaignRounds"]],
  ["tooManyUnits", ["campaignUnits"]],
  ["campaignTooLong", ["campaignDays"]],
  ["campaignTooLarge", ["campaignCells"]],
  ["tooManyRows", ["targetCells"]],
  ["tooManyReports", ["batchReports"]],
  ["tooManyReportCells", ["reportCells"]],
  ["tooManyBatchCells", ["batchCells"]],
  ["tooManyIds", ["receiptIds"]],
  ["tooManyMarks", ["reportsPerPress"]],
  ["reasonTooLong", ["reasonLetters"]],
  ["tooLarge", ["bodyMegabytes"]],
  ["tooManyWrites", ["writesPerMinute", "reportsPerMinute"]],
] as const)("%s names its number in both languages", (code, names) => {
  for (const locale of ["id", "en"] as const) {
    const sentence = catalogues[locale].problems[code];
    for (const name of names) {
      expect(sentence).toContain(new Intl.NumberFormat(locale).format(limits[name]));
    }
    expect(sentence).not.toContain("{");
  }
});

test("what a sentence is given never has the name of a limit, which would stand in its place", async () => {
  const folder = path.join(process.cwd(), "lib/base/i18n/messages");
  const named: string[] = [];
  for (const locale of ["id", "en"]) {
    for (const file of await readdir(path.join(folder, locale))) {
      const lines = (await readFile(path.join(folder, locale, file), "utf8")).split("\n");
      for (const line of lines) {
        const names = [...line.matchAll(/\{(\w+)\s*[},]/g)].map(([, name]) => name ?? "");
        const key = /"(\w+)":/.exec(line)?.[1] ?? "";
        if (names.some((name) => Object.hasOwn(limits, name))) named.push(`${file} ${key}`);
      }
    }
  }
  // Rejections of a limit alone.
  const others = named.filter(
    (each) => !/^problems\.json (too|campaignToo|stockToo|reasonTooLong)/.test(each),
  );
  expect(new Set(others)).toEqual(new Set(["entry.json repeated"]));
});
