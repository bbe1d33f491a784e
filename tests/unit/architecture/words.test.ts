import { readFileSync } from "node:fs";

import { Linter } from "eslint";
import { describe, expect, it } from "vitest";

import { avoidedWords, words } from "../../architecture/words.mjs";

const linter = new Linter();
const complaints = (code: string) =>
  linter
    .verify(code, [{ plugins: { house: { rules: { words } } }, rules: { "house/words": "error" } }])
    .map(({ message }) => message);

describe("a word that the glossary avoids", () => {
  it.each([
    ["a constant", "const refused = 1;"],
    ["a part of a name", "const rowsRefused = 1;"],
    ["a plural", "function listRefusals() {}"],
    ["a parameter", "const take = (refusal) => 1;"],
    ["a field", "const row = { refused: 1 };"],
  ])("is found in %s", (_, code) => {
    expect(complaints(code)).toEqual([expect.stringContaining('Say "rejected"')]);
  });

  it.each([
    "const rejected = 1;",
    "answer.refused();",
    'const kind = "refused";',
    "const fuse = 1;",
  ])("is not seen in %s", (code) => {
    expect(complaints(code)).toEqual([]);
  });

  it("stands in the glossary beside the word to say instead", () => {
    const avoided = avoidedWords(readFileSync("lib/README.md", "utf8"));
    expect(Object.fromEntries(avoided)).toMatchObject({
      refused: "rejected",
      outside: "non-residents",
      longest: "max, min",
    });
    expect(avoided.has("coverage")).toBe(false);
  });
});
