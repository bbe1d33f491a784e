import { createTranslator } from "next-intl";
import { expect, test } from "vitest";

import { catalogues } from "@/lib/base/i18n/messages";
import { ageSentence, boundReadings, boundText, typedMonths } from "@/lib/campaign/ages";

const id = createTranslator({ locale: "id", messages: catalogues.id, namespace: "campaigns.ages" });
const en = createTranslator({ locale: "en", messages: catalogues.en, namespace: "campaigns.ages" });

const ages = (minMonths: number | null, maxMonthsExclusive: number | null) => ({
  minMonths,
  maxMonthsExclusive,
});

test("the sentence says whether 12 years hold who is 12", () => {
  expect(ageSentence(ages(9, 144), id)).toBe(
    "Umur 9 bulan sampai 11 tahun 11 bulan; yang genap 12 tahun tidak dihitung.",
  );
  expect(ageSentence(ages(9, 156), id)).toBe(
    "Umur 9 bulan sampai 12 tahun 11 bulan; yang genap 13 tahun tidak dihitung.",
  );
  expect(ageSentence(ages(9, 156), en)).toBe(
    "Age 9 months to 12 years 11 months; who is 13 years is not counted.",
  );
});

test("a bound may be missing, and both", () => {
  expect(ageSentence(ages(720, null), id)).toBe("Umur 60 tahun ke atas.");
  expect(ageSentence(ages(null, 60), id)).toBe(
    "Umur sampai 4 tahun 11 bulan; yang genap 5 tahun tidak dihitung.",
  );
  expect(ageSentence(ages(0, 96), id)).toMatch(/^Umur lahir sampai 7 tahun 11 bulan;/);
  expect(ageSentence(ages(null, null), id)).toBeNull();
});

test("a name that ends in years has two readings; one that says which has none", () => {
  expect(boundReadings("9 bulan sampai dengan 12 tahun")).toEqual([144, 156]);
  expect(boundReadings("7–12 tahun")).toEqual([144, 156]);
  expect(boundReadings("5–<7 tahun")).toBeNull();
  expect(boundReadings("0–7 tahun 11 bulan 29 hari")).toBeNull();
  expect(boundReadings("Ibu hamil")).toBeNull();
  expect([144, 156].map((bound) => boundText(bound, id))).toEqual([
    "sampai 11 tahun 11 bulan",
    "sampai 12 tahun 11 bulan",
  ]);
});

test("months that are no number are none", () => {
  expect(["", "0", " 144 ", "12,5", "dua"].map(typedMonths)).toEqual([null, 0, 144, null, null]);
});
