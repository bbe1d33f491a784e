import type { CalendarDay } from "@/lib/base/time/calendar-day";

/**
 * The rules, the gravest first: what cannot be true, then what makes a total wrong, then what asks
 * for a look. Each has its words in the catalogue, under `quality.rules`.
 */
export const rules = [
  "cumulativeFell",
  "noSuchDay",
  "twoLevels",
  "moreThanRemaining",
  "unusualDay",
  "aboveTarget",
  "laterRoundAbove",
  "statedTotal",
  "target",
  "identicalDays",
  "zeroDay",
  "digitPreference",
] as const;

export type FindingRule = (typeof rules)[number];

/**
 * Who should act: the kecamatan that reported, or the health office. A camat does not see findings,
 * so the words say that the health office passes them on.
 */
export const resolvers = ["subdistrict", "healthOffice"] as const;

export type Resolver = (typeof resolvers)[number];

/** A reporting unit with its subdistrict; null: it belongs to no single one. */
export type UnitPlace = {
  readonly code: string;
  readonly name: string;
  readonly subdistrict: NamedPlace | null;
};

export type NamedPlace = { readonly code: string; readonly name: string };

/** Numbers are counts of people, doses, days or reports; texts are as somebody wrote them. */
type Values = Readonly<Record<string, number | string>>;

/** What a row of a finding says. Each has its sentence in the catalogue, under `quality.rows`. */
type RowKind =
  | "negative"
  | "rejectedFall"
  | "rejectedDay"
  | "moreThanRemaining"
  | "twoLevels"
  | "above"
  | "laterRound"
  | "laterDose"
  | "unusual"
  | "unusuallyLow"
  | "part"
  | "stated"
  | "targetMissing"
  | "targetMissingIn"
  | "targetZero"
  | "targetChanged"
  | "targetShare"
  | "identical"
  | "zeroReports"
  | "noReports"
  | "digits";

/** One line of the evidence: the numbers and what they are compared with. */
export type FindingRow = {
  readonly kind: RowKind;
  /** The column of the grid that it is about; a null group: all of the intervention's. */
  readonly column?: { readonly intervention: string; readonly targetGroup: string | null };
  readonly values: Values;
};

/** Where it is put right. */
export type Remedy =
  | { readonly kind: "report"; readonly unit: string; readonly day: CalendarDay }
  | { readonly kind: "day"; readonly subdistrict: string | null; readonly day: CalendarDay }
  | {
      readonly kind: "targets";
      readonly subdistrict: string | null;
      /** The unit whose numbers are meant; null: of many. */
      readonly unit: string | null;
    }
  | { readonly kind: "statedTotals" }
  | { readonly kind: "tallyImport" }
  | { readonly kind: "coverage"; readonly place: string };

export type Finding = {
  readonly rule: FindingRule;
  /** Names it within its rule for as long as it is the same finding: a unit, a unit and a day. */
  readonly subject: string;
  /** The unit, subdistrict or person that it is about; null: the whole kabupaten. */
  readonly place: NamedPlace | null;
  readonly subdistrict: NamedPlace | null;
  /** The day that it is about, when it is about one. */
  readonly day: CalendarDay | null;
  readonly resolver: Resolver;
  readonly rows: readonly FindingRow[];
  readonly remedy: Remedy;
};

/** A finding about a reporting unit; who reported acts, unless the unit is in no one subdistrict. */
export function unitFinding(
  unit: UnitPlace,
  finding: Omit<Finding, "place" | "subdistrict" | "resolver"> & { readonly resolver?: Resolver },
): Finding {
  return {
    ...finding,
    place: { code: unit.code, name: unit.name },
    subdistrict: unit.subdistrict,
    resolver: finding.resolver ?? (unit.subdistrict ? "subdistrict" : "healthOffice"),
  };
}

/** One finding of a campaign, among all of them. */
export function keyOf({ rule, subject }: { readonly rule: string; readonly subject: string }) {
  return `${rule} ${subject}`;
}
