import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

import { describe, expect, it } from "vitest";

/**
 * Tables that an answer about a campaign is made from. What is stored in them raises the campaign's
 * version, by which kept answers are known to be old.
 */
const campaignTables = [
  "campaign",
  "round",
  "round_unit",
  "intervention",
  "target_group",
  "intervention_target_group",
  "goal",
  "gate",
  "gate_term",
  "reporting_unit",
  "unit_set",
  "unit_set_member",
  "target_draft",
  "unit_successor",
  "target_set",
  "target_population",
  "day_reopening",
  "day_note",
  "stated_total",
  "finding_note",
  "import_refusal",
];
/** Tables that functions of the database alone write: `prisma/sql`. */
const reportTables = [
  "submission",
  "daily_report",
  "tally",
  "tally_history",
  "report_part",
  "report_part_history",
  "place_total",
  "place_day_total",
  "place_reports",
  "place_day_reports",
  "place_target",
];

const creating = "campaign/server/commands.ts";
/** Which may be changed by those who hold the campaign without a new version: see there. */
const door = "campaign/server/lock-commands.ts";

const names = (await readdir("lib", { recursive: true })).filter((name) => /\.tsx?$/.test(name));
const files = await Promise.all(
  names.map(async (name) => ({ name, text: await readFile(path.join("lib", name), "utf8") })),
);

function writesTo(tables: readonly string[], text: string): boolean {
  const model = tables.map((table) =>
    table.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
  );
  const statement = String.raw`\b(insert\s+into|update|delete\s+from)\s+(${tables.join("|")})\b`;
  const call = String.raw`\.(${model.join("|")})\.(create|update|upsert|delete)`;
  return new RegExp(`${statement}|${call}`, "i").test(text);
}

const importersOf = (name: string) =>
  files.filter(({ name: other, text }) => {
    const absolute = `@/lib/${name.replace(/\.ts$/, "")}"`;
    const isBeside = path.dirname(other) === path.dirname(name);
    return (
      text.includes(absolute) || (isBeside && text.includes(`"./${path.basename(name, ".ts")}"`))
    );
  });

describe("what is stored of a campaign", () => {
  const writers = files.filter(({ text }) => writesTo(campaignTables, text));

  it("is stored by these files", () => {
    expect(writers.map(({ name }) => name).sort()).toEqual([
      "campaign/day-note/server/commands.ts",
      "campaign/server/archive-commands.ts",
      "campaign/server/change-commands.ts",
      "campaign/server/commands.ts",
      "campaign/server/copy-commands.ts",
      "campaign/server/goal-commands.ts",
      "campaign/server/part-commands.ts",
      "campaign/server/round-unit-commands.ts",
      "campaign/server/unit-commands.ts",
      "campaign/server/unit-end-commands.ts",
      "campaign/target-population/server/commands.ts",
      "campaign/target-population/server/draft-commands.ts",
      "campaign/target-population/server/set-commands.ts",
      "campaign/unit-set/server/commands.ts",
      "monitor/quality/server/commands.ts",
      "report/import/server/commands.ts",
      "report/verification/server/reopening-commands.ts",
    ]);
  });

  it("is stored through the door that raises its version, or with the campaign itself", () => {
    const goesThrough = (text: string) =>
      /\bwriteCampaign\b/.test(text) && !/\binLockedCampaign\b|\$transaction\b/.test(text);
    const past = writers
      .filter(({ name, text }) => name !== creating && !goesThrough(text))
      .flatMap(({ name, text }) => {
        const importers = importersOf(name);
        const isHelper = !/\binLockedCampaign\b|\$transaction\b|\bdb\(\)/.test(text);
        const isCalledThere = importers.every(
          (each) => each.name === creating || goesThrough(each.text) || writers.includes(each),
        );
        return isHelper && importers.length > 0 && isCalledThere ? [] : [name];
      });
    expect(past).toEqual([]);
  });

  it("is locked without a new version by these files only, which store no such thing", () => {
    const locking = files
      .filter(({ name, text }) => name !== door && /\binLockedCampaign\b/.test(text))
      .map(({ name }) => name)
      .sort();
    expect(locking).toEqual([
      "campaign/server/delete-commands.ts",
      "campaign/table-reading/server/commands.ts",
      "report/server/commands.ts",
      "report/server/withdraw-commands.ts",
      "report/verification/server/commands.ts",
      "report/verification/server/undo-commands.ts",
    ]);
  });
});

describe("a campaign that is put away", () => {
  it("is written by these files alone: the door rejects every other", () => {
    const exempt = files.filter(
      ({ name, text }) => name !== door && text.includes("mayBeArchived"),
    );
    expect(exempt.map(({ name }) => name).sort()).toEqual([
      "campaign/server/archive-commands.ts",
      "campaign/server/delete-commands.ts",
      "report/server/commands.ts",
    ]);
  });
});

describe("reports", () => {
  it("and their sums are written by functions of the database alone", () => {
    const writers = files.filter(({ text }) => writesTo(reportTables, text));
    expect(writers.map(({ name }) => name)).toEqual([]);
  });
});
