import { unitKindWords, wordsOfKinds, type UnitKind } from "./unit-kind";

type UnitLine = {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly regionCode: string;
  /** Code of the office that holds it; null: none. Left out: nothing is said of it. */
  readonly office?: string | null | undefined;
};

const kindOfWord: ReadonlyMap<string, UnitKind> = new Map(
  wordsOfKinds.flatMap(([kind, { listed }]) => listed.map((word) => [word, kind] as const)),
);

/** Words for the kinds that a line may name: "desa, puskesmas, sekolah, kantor, kecamatan". */
export const listedKinds: string = wordsOfKinds.map(([, { listed }]) => listed[0]).join(", ");

/**
 * Units as they are typed or pasted from a sheet, a line each: code; name; kind; area code; office code, with
 * semicolons or tabs between. The area may be left out: then the unit lies in no one subdistrict. A fifth part
 * that is empty says that no office holds it; without one nothing is said.
 *
 * @returns the units, and the numbers of the lines that cannot be read, from 1.
 */
export function readUnitLines(
  text: string,
  district: string,
): { units: UnitLine[]; unreadable: number[] } {
  const units: UnitLine[] = [];
  const unreadable: number[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === "") return;
    const [code = "", name = "", kindWord = "", region = "", office] = line
      .split(/[;\t]/)
      .map((part) => part.trim());
    const kind = kindOfWord.get(kindWord.toLowerCase());
    const regionCode = region === "" ? district : dotted(region);
    if (code === "" || name === "" || !kind || regionCode === null) unreadable.push(index + 1);
    else
      units.push({
        code,
        name,
        kind,
        regionCode,
        ...(office !== undefined && { office: office || null }),
      });
  });
  return { units, unreadable };
}

/** Units as lines that `readUnitLines` reads. */
export function unitLines(units: readonly UnitLine[]): string {
  return units
    .map(({ code, name, kind, regionCode, office }) =>
      [
        code,
        name.replaceAll(/[;\t]/g, ","),
        unitKindWords[kind].listed[0],
        regionCode,
        ...(office === undefined ? [] : [office ?? ""]),
      ].join("; "),
    )
    .join("\n");
}

/** "6203011006" as "62.03.01.1006"; null for what is no code. */
function dotted(region: string): string | null {
  const digits = region.replaceAll(".", "");
  const [, province, district, subdistrict, village] =
    /^(\d{2})(\d{2})(?:(\d{2})(\d{4})?)?$/.exec(digits) ?? [];
  if (!province || !district) return null;
  return [province, district, subdistrict, village].filter(Boolean).join(".");
}

/**
 * Inhabitants as they are typed or pasted from a sheet, a line each: code; number, with a semicolon
 * or tab between. Thousands may have points. Further columns in between, such as a name, are passed
 * over: the number is the last.
 *
 * @returns the numbers, and those of the lines that cannot be read, from 1.
 */
export function readInhabitantLines(text: string): {
  inhabitants: { code: string; people: number }[];
  unreadable: number[];
} {
  const inhabitants: { code: string; people: number }[] = [];
  const unreadable: number[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === "") return;
    const parts = line.split(/[;\t]/).map((part) => part.trim());
    const [code = "", number = ""] = [parts[0], parts.at(-1)];
    const isNumber = /^(\d{1,8}|\d{1,3}(\.\d{3}){1,2})$/.test(number);
    if (parts.length < 2 || code === "" || !isNumber) unreadable.push(index + 1);
    else inhabitants.push({ code, people: Number(number.replaceAll(".", "")) });
  });
  return { inhabitants, unreadable };
}
