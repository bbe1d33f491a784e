import { describe, expect, it } from "vitest";

import { todayOf, withTypedHere, type TodayRow, type TodayState } from "@/lib/report/today";

const bian: Omit<TodayRow, "unit" | "name"> = {
  slug: "bian",
  campaign: "BIAN",
  zone: "Asia/Jakarta",
  cutOff: "16:00",
  day: "2026-06-04",
  round: null,
  isVillage: true,
  isSample: false,
  isDue: true,
  isReported: false,
};
/** Its cut-off comes first: 16.00 in the next zone is 15.00 here. */
const pin = {
  ...bian,
  slug: "pin",
  campaign: "PIN Polio",
  zone: "Asia/Makassar",
  round: 2,
} as const;
const klasik = { ...bian, slug: "klasik", campaign: "KLASIK", cutOff: "20:00" };
const [hilir, telo] = [
  { unit: "62.03.01.1007", name: "Selat Hilir" },
  { unit: "62.03.01.1002", name: "Pulau Telo" },
];

const today = todayOf([
  { ...klasik, ...hilir, isDue: false },
  { ...bian, ...hilir },
  { ...bian, ...telo, isReported: true },
  { ...pin, ...hilir },
  { ...pin, ...telo },
]);

describe("what is due today over all campaigns", () => {
  it("begins with the campaign whose cut-off comes first, and keeps one that awaits nothing", () => {
    expect(today.campaigns.map(({ slug, due, missing }) => [slug, due, missing])).toEqual([
      ["pin", 2, 2],
      ["bian", 2, 1],
      ["klasik", 0, 0],
    ]);
    expect(today).toMatchObject({ due: 4, missing: 3 });
  });

  it("begins with the village that owes most, and names no campaign that awaits nothing of it", () => {
    expect(
      today.units.map(({ name, missing, reports }) => [
        name,
        missing,
        reports.map(({ slug, state }) => `${slug} ${state}`),
      ]),
    ).toEqual([
      ["Selat Hilir", 2, ["bian missing", "pin missing"]],
      ["Pulau Telo", 1, ["bian received", "pin missing"]],
    ]);
  });

  it("calls units villages where all of them are", () => {
    const mixed = todayOf([
      { ...bian, ...hilir },
      { ...bian, unit: "PKM", name: "Puskesmas Selat", isVillage: false },
    ]);
    expect([today, mixed].map(({ campaigns }) => campaigns.at(-1)?.isVillage)).toEqual([
      true,
      false,
    ]);
  });

  it("leaves out at once what was typed on the device, and says what of it waits", () => {
    const here: Readonly<Record<string, TodayState>> = {
      [`bian ${hilir.unit}`]: "waiting",
      [`pin ${hilir.unit}`]: "received",
      // It is received already, whatever still waits here.
      [`bian ${telo.unit}`]: "waiting",
    };
    const seen = withTypedHere(today, (slug, unit) => here[`${slug} ${unit}`] ?? null);

    expect(seen).toMatchObject({ due: 4, missing: 1, waiting: 1 });
    expect(seen.campaigns.map(({ slug, missing, waiting }) => [slug, missing, waiting])).toEqual([
      ["pin", 1, 0],
      ["bian", 0, 1],
      ["klasik", 0, 0],
    ]);
    expect(seen.units.map(({ name, missing }) => [name, missing])).toEqual([
      ["Pulau Telo", 1],
      ["Selat Hilir", 0],
    ]);
    expect(withTypedHere(today, () => null)).toBe(today);
  });

  it("is nothing where nothing runs", () => {
    expect(todayOf([])).toEqual({ campaigns: [], units: [], due: 0, missing: 0, waiting: 0 });
  });
});
