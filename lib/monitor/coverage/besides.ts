import type { ReportPartKind } from "@/lib/report/part/part";

import type { Part } from "./parts";

/** What the reports of one part of a place say of one number besides tallies. */
export type BesideCount = {
  /** Code of the part: a kecamatan, set or unit. */
  readonly part: string;
  readonly kind: ReportPartKind;
  readonly code: string;
  readonly count: number;
  /** Reports that answered it; an answered 0 is one. */
  readonly reports: number;
};

type Said = { readonly code: string; readonly count: number };

/** What a place's reports say besides tallies. null: nobody answered, which is no zero. */
export type BesidesOf = {
  /** The reasons that were said, the most frequent first. */
  readonly reasons: readonly Said[];
  /** People with a reason. */
  readonly people: number | null;
  readonly found: number | null;
  readonly recovered: number | null;
  readonly vials: readonly Said[];
};

export type Besides = BesidesOf & {
  /** Each part with an answer: most people first, then by name. */
  readonly places: readonly (BesidesOf & { readonly code: string; readonly name: string })[];
};

/** Adds up what was answered, for a place and its parts. */
export function besidesOf(counts: readonly BesideCount[], parts: readonly Part[]): Besides {
  const places = parts.flatMap(({ code, name }) => {
    const own = counts.filter(({ part }) => part === code);
    return own.length === 0 ? [] : [{ code, name, ...addedUp(own) }];
  });
  return {
    ...addedUp(counts),
    places: places.sort(
      (a, b) => (b.people ?? 0) - (a.people ?? 0) || a.name.localeCompare(b.name, "id"),
    ),
  };
}

function addedUp(counts: readonly BesideCount[]): BesidesOf {
  const of = (kind: ReportPartKind) => counts.filter((each) => each.kind === kind);
  const sumOf = (some: readonly BesideCount[]) =>
    some.length === 0 ? null : some.reduce((sum, { count }) => sum + count, 0);
  const ranked = (kind: ReportPartKind): readonly Said[] => {
    const sums = new Map<string, number>();
    for (const { code, count } of of(kind)) sums.set(code, (sums.get(code) ?? 0) + count);
    return [...sums]
      .map(([code, count]) => ({ code, count }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  };
  return {
    reasons: ranked("reason"),
    people: sumOf(of("reason")),
    found: sumOf(of("found")),
    recovered: sumOf(of("recovered")),
    vials: ranked("vials"),
  };
}
