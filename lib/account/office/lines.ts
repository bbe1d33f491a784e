import type { OfficeKind } from "./office";

type OfficeLine = {
  readonly code: string;
  readonly name: string;
  readonly kind: OfficeKind;
  /** Code of its area; undefined: the kabupaten. */
  readonly region: string | undefined;
  readonly headTitle: string | undefined;
};

/** What a line may call each kind; the first is what a hint offers. */
const kindWords: Readonly<Record<OfficeKind, readonly [string, ...string[]]>> = {
  opd: ["opd", "dinas", "badan", "kantor", "office"],
  puskesmas: ["puskesmas", "pkm"],
  school: ["sekolah", "school"],
  organisation: ["organisasi", "lembaga", "organisation"],
};

const kindOf: ReadonlyMap<string, OfficeKind> = new Map(
  (Object.keys(kindWords) as OfficeKind[]).flatMap((kind) =>
    kindWords[kind].map((word) => [word, kind] as const),
  ),
);

/**
 * Offices as they are typed or pasted from a sheet, a line each: name; kind; kecamatan; title of its
 * head; code, with semicolons or tabs between. All but the name and kind may be left out.
 *
 * @param areas that a line may name, by code or name.
 * @returns the offices, and the numbers of the lines that cannot be read, from 1.
 */
export function readOfficeLines(
  text: string,
  areas: readonly { readonly code: string; readonly name: string }[],
): { readonly offices: readonly OfficeLine[]; readonly unreadable: readonly number[] } {
  const offices: OfficeLine[] = [];
  const unreadable: number[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === "") return;
    const [name = "", kindWord = "", place = "", headTitle = "", code = ""] = line
      .split(/[;\t]/)
      .map((part) => part.trim());
    const kind = kindOf.get(kindWord.toLowerCase());
    const region = areas.find(
      (area) => area.code === place || area.name.toLowerCase() === place.toLowerCase(),
    )?.code;
    if (name === "" || kind === undefined || (place !== "" && region === undefined)) {
      unreadable.push(index + 1);
      return;
    }
    offices.push({
      code: code || proposedCode(name),
      name,
      kind,
      region,
      headTitle: headTitle || undefined,
    });
  });
  return { offices, unreadable };
}

/** "Dinas Pendidikan" as "dinas-pendidikan". */
export function proposedCode(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 32)
    .replace(/-+$/, "");
}
