import { readdirSync, readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { catalogues } from "@/lib/base/i18n/messages";
import { placeWords } from "@/lib/campaign/place-words";
import { unitKinds, wordsOfKinds } from "@/lib/campaign/unit-kind";
import { listedKinds, readUnitLines } from "@/lib/campaign/unit-lines";
import { namedKind } from "@/lib/campaign/table-reading/labels";

/** What sets of units are called beside. */
const setNouns = ["stage", "lokus", "set"];

describe("a kind of reporting unit", () => {
  it.each(["id", "en"] as const)("has its nouns in one catalogue (%s)", (locale) => {
    const { counted, nouns, heads } = catalogues[locale].places;
    for (const forms of [counted, nouns, heads]) {
      expect(Object.keys(forms).sort()).toEqual([...unitKinds, "unit", ...setNouns].sort());
    }
  });

  it("is one that the database lets a unit have", () => {
    const allowed = readdirSync("prisma/migrations", { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".sql"))
      .sort()
      .flatMap((file) => {
        const sql = readFileSync(`prisma/migrations/${file}`, "utf8");
        return [...sql.matchAll(/kind in \(('village'[^)]*)\)/gi)].map(([, list = ""]) => list);
      })
      .at(-1);
    expect(allowed?.split(/,\s*/)).toEqual(unitKinds.map((kind) => `'${kind}'`));
  });

  it("is told in one word only", () => {
    const words = wordsOfKinds.flatMap(([, { listed }]) => listed);
    expect(new Set(words).size).toBe(words.length);
  });

  it.each(wordsOfKinds)("%s is read in a line, over a column and beside a name", (kind, words) => {
    for (const word of words.listed) {
      const { units } = readUnitLines(`X1;Melati;${word.toUpperCase()};`, "62.03");
      expect(units.map((unit) => unit.kind)).toEqual([kind]);
    }
    for (const head of words.heads) expect(namedKind(head)?.kind).toBe(kind);
    for (const word of words.besideNames) {
      expect(placeWords(`${word}. Melati`)).toBe("melati");
      expect(placeWords(`Melati (${word})`)).toBe("melati");
    }
  });

  it("is offered by its first word", () => {
    expect(listedKinds.split(", ")).toEqual(
      expect.arrayContaining(["desa", "puskesmas", "sekolah", "kantor", "kecamatan"]),
    );
  });
});
