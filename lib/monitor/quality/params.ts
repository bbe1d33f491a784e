import { z } from "zod";

import type { Resolver, FindingRule } from "./finding";
import type { UnitSetKind } from "@/lib/campaign/unit-set/unit-set";
import type { ReviewedFinding } from "@/lib/monitor/quality/server/review";

/** How addresses spell the rules. */
export const ruleWords: Readonly<Record<FindingRule, string>> = {
  cumulativeFell: "kumulatif-turun",
  noSuchDay: "tanggal-tidak-ada",
  twoLevels: "dua-tingkat",
  moreThanRemaining: "melebihi-sisa",
  unusualDay: "tidak-biasa",
  aboveTarget: "di-atas-100",
  laterRoundAbove: "putaran-lanjutan",
  statedTotal: "total-tidak-cocok",
  target: "sasaran",
  identicalDays: "hari-kembar",
  zeroDay: "hari-nol",
  digitPreference: "angka-bulat",
};

export const resolverWords: Readonly<Record<Resolver, string>> = {
  subdistrict: "camat",
  healthOffice: "dinkes",
};

export const states = ["open", "explained", "all"] as const;

type State = (typeof states)[number];

export const stateWords: Readonly<Record<State, string>> = {
  open: "terbuka",
  explained: "dijelaskan",
  all: "semua",
};

/** What the page shows; null: no filter. */
export type QualityParams = {
  readonly rule: FindingRule | null;
  /** Code of a subdistrict, or a set as a place. */
  readonly subdistrict: string | null;
  readonly resolver: Resolver | null;
  readonly state: State;
  /** Every finding, not the first of them only. */
  readonly isShowingAll: boolean;
};

/** A set as a place, with the codes of its units. */
export type SetOfUnits = {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitSetKind;
  readonly units: ReadonlySet<string>;
};

/** Findings of one page. A page of more is slow to draw, and nobody reads on. */
export const pageLength = 200;

const parameter = z
  .union([z.string(), z.array(z.string()).transform(([first]) => first)])
  .optional();

const query = z.object({
  kampanye: parameter,
  aturan: parameter,
  kecamatan: parameter,
  penanggung: parameter,
  keadaan: parameter,
  tampil: parameter,
});

/**
 * Reads the address. A value that means nothing filters nothing.
 *
 * @param subdistricts that findings may be of, and the sets of units as places.
 */
export function readQualityParams(
  address: unknown,
  subdistricts: readonly { readonly code: string }[],
): QualityParams {
  const asked = query.parse(address);
  return {
    rule: named(ruleWords, asked.aturan),
    subdistrict: subdistricts.find(({ code }) => code === asked.kecamatan)?.code ?? null,
    resolver: named(resolverWords, asked.penanggung),
    state: named(stateWords, asked.keadaan) ?? "open",
    isShowingAll: asked.tampil === "semua",
  };
}

/** Which campaign an address names. */
export function campaignIn(address: unknown): string | undefined {
  return query.parse(address).kampanye;
}

/** The values of an address that shows this; what is usual is left out. */
export function qualityQuery(slug: string, params: QualityParams): Record<string, string | null> {
  return {
    kampanye: slug,
    aturan: params.rule && ruleWords[params.rule],
    kecamatan: params.subdistrict,
    penanggung: params.resolver && resolverWords[params.resolver],
    keadaan: params.state === "open" ? null : stateWords[params.state],
    tampil: params.isShowingAll ? "semua" : null,
  };
}

/** The findings that the parameters ask for, every filter but the state's and the rule's optional. */
export function filtered(
  findings: readonly ReviewedFinding[],
  params: QualityParams,
  groups: readonly Pick<SetOfUnits, "code" | "units">[] = [],
): ReviewedFinding[] {
  return withinPlaces(findings, params, groups).filter(
    ({ rule, isExplained }) =>
      (params.rule === null || rule === params.rule) &&
      (params.state === "all" || isExplained === (params.state === "explained")),
  );
}

/**
 * Findings of the chosen subdistrict or group of units and of the resolver, whatever their rule and state.
 * In a set, or outside the kecamatan, are those about its units; what is about a kecamatan or a person is
 * in none.
 */
export function withinPlaces(
  findings: readonly ReviewedFinding[],
  params: Pick<QualityParams, "subdistrict" | "resolver">,
  groups: readonly Pick<SetOfUnits, "code" | "units">[] = [],
): ReviewedFinding[] {
  const group = groups.find(({ code }) => code === params.subdistrict);
  return findings.filter(
    ({ place, subdistrict, resolver }) =>
      (params.subdistrict === null ||
        (group ? group.units.has(place?.code ?? "") : subdistrict?.code === params.subdistrict)) &&
      (params.resolver === null || resolver === params.resolver),
  );
}

function named<Key extends string>(
  words: Readonly<Record<Key, string>>,
  word: string | undefined,
): Key | null {
  for (const key in words) if (words[key] === word) return key;
  return null;
}
