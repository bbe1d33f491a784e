import { regionCode, type RegionCode } from "@/lib/base/region/code";

import { readSetPlace, restCode } from "./unit-set/unit-set";

/**
 * Where units stand that lie in no kecamatan: a group of its own beside the kecamatan, as `restCode`
 * stands beside the sets. It is last everywhere and never ranked. No area and no unit has its code; the
 * database keeps such units, and what is opened for them, under the kabupaten.
 */
export const unplacedCode = restCode;

/** A kecamatan, or the group outside them, as screens, addresses and answers name it. */
export function isUnplaced({ code }: { readonly code: string }): boolean {
  return code === unplacedCode;
}

/** The rows that are ranked and counted: every one but the group outside the kecamatan. */
export function withoutUnplaced<Row extends { readonly code: string }>(
  rows: readonly Row[],
): Row[] {
  return rows.filter((row) => !isUnplaced(row));
}

/** Rows in the order in which they come, the group outside the kecamatan, or outside the sets, last. */
export function unplacedLast<Row extends { readonly code: string }>(rows: readonly Row[]): Row[] {
  const isLast = ({ code }: Row) => (readSetPlace(code)?.code ?? code) === restCode;
  return [...rows.filter((row) => !isLast(row)), ...rows.filter(isLast)];
}

/** The kecamatan that an address names; null: it names none, nor the group outside them. */
export function readSubdistrict(text: string | undefined): string | null {
  return text === unplacedCode ? text : (regionCode.safeParse(text).data ?? null);
}

/** Under which area the database keeps a kecamatan or the group outside them. */
export function keptUnder(
  place: string,
  { districtCode }: { readonly districtCode: RegionCode },
): string {
  return place === unplacedCode ? districtCode : place;
}
