import type { Catalogue } from "@/lib/base/i18n/messages";

import type { Ages } from "./campaign";

const months = 12;

/** A translator of `campaigns.ages`. */
type AgeSentences = (
  key: keyof Catalogue["campaigns"]["ages"],
  values?: Record<string, string | number>,
) => string;

/**
 * Which ages a group has, so that nobody has to ask whether "up to 12 years" holds who is 12:
 * "Umur 9 bulan sampai 11 tahun 11 bulan; yang genap 12 tahun tidak dihitung." null: it has no ages.
 */
export function ageSentence(ages: Ages, t: AgeSentences): string | null {
  const { minMonths, maxMonthsExclusive: limit } = ages;
  const from = minMonths === null ? null : ageText(minMonths, t);
  if (limit === null) return from === null ? null : t("from", { from });
  if (limit <= (minMonths ?? 0)) return null;
  const below = { last: ageText(limit - 1, t), below: ageText(limit, t) };
  return from === null ? t("below", below) : t("between", { from, ...below });
}

/** What a bound means as an upper age: "sampai 11 tahun 11 bulan" for 144 months. */
export function boundText(bound: number, t: AgeSentences): string {
  return t("upTo", { last: ageText(bound - 1, t) });
}

/** Months as they are typed; null: nothing, or no number. */
export function typedMonths(text: string): number | null {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : null;
}

/** "12 tahun", "7 tahun 11 bulan", "9 bulan". */
function ageText(age: number, t: AgeSentences): string {
  const parts = { years: Math.floor(age / months), months: age % months };
  if (age === 0) return t("born");
  if (parts.years === 0) return t("months", parts);
  return t(parts.months === 0 ? "years" : "yearsAndMonths", parts);
}

/**
 * The two bounds that a name ending in "… 12 tahun" may mean: below 144 months, or below 156 with
 * who is 12 already. null: the name says which ("<7 tahun", "7 tahun 11 bulan"), or names no years.
 */
export function boundReadings(name: string): readonly [number, number] | null {
  const [, sign, years] =
    /(<|di bawah |under )?\s*(\d{1,3})\s*(?:tahun|thn|years?)\s*$/i.exec(name) ?? [];
  if (years === undefined || sign !== undefined) return null;
  const age = Number(years);
  return age > 0 && age < 149 ? [age * months, (age + 1) * months] : null;
}
