import { describe, expect, it } from "vitest";

import { searched, shelvesOf } from "@/lib/campaign/campaign-shelves";

const title = (name: string, startsOn: string, endsOn: string) => ({
  name,
  districtName: "Kabupaten Kapuas",
  startsOn,
  endsOn,
});
const campaigns = [
  title("PIN 2027", "2027-01-10", "2027-02-10"),
  title("BIAN 2026", "2026-11-01", "2026-12-01"),
  title("COVID", "2025-06-01", "2026-01-05"),
  title("BIAN 2025", "2025-05-18", "2025-06-20"),
  title("PIN 2025", "2025-02-01", "2025-03-01"),
];

describe("campaigns in lists", () => {
  it("stand with those that run first, then those to come, then by the year of their end", () => {
    const shelves = shelvesOf(campaigns, "2026-11-30");
    expect(
      shelves.map(({ kind, year, campaigns: on }) => [kind, year, on.map(({ name }) => name)]),
    ).toEqual([
      ["running", "", ["BIAN 2026"]],
      ["coming", "", ["PIN 2027"]],
      ["year", "2026", ["COVID"]],
      ["year", "2025", ["BIAN 2025", "PIN 2025"]],
    ]);
  });

  it("run on their first and last day", () => {
    for (const day of ["2026-11-01", "2026-12-01"]) {
      expect(shelvesOf(campaigns, day)[0]).toMatchObject({ campaigns: [{ name: "BIAN 2026" }] });
    }
  });

  it.each([
    ["bian", ["BIAN 2026", "BIAN 2025"]],
    ["2025 PIN", ["PIN 2025"]],
    ["kapuas covid", ["COVID"]],
    ["  ", ["PIN 2027", "BIAN 2026", "COVID", "BIAN 2025", "PIN 2025"]],
    ["lebak", []],
  ])("are found by %j", (text, names) => {
    expect(searched(campaigns, text).map(({ name }) => name)).toEqual(names);
  });

  it("stand in the same order however many there are and however they come", () => {
    for (const count of [1, 8, 60]) {
      const many = Array.from({ length: count }, (_, index) => {
        const year = String(2030 - (index % 15));
        return title(`K${String(index)}`, `${year}-03-01`, `${year}-03-20`);
      });
      const shelves = shelvesOf(many.toReversed(), "2026-03-10");
      expect(shelves.flatMap(({ campaigns: on }) => on)).toHaveLength(count);
      const order = shelves.map(({ kind, year }) => `${kind} ${year}`.trim());
      const years = order.filter((shelf) => shelf.startsWith("year"));
      expect(years).toEqual(years.toSorted().reverse());
      expect(order.filter((shelf) => !shelf.startsWith("year"))).toEqual(
        ["running", "coming"].filter((kind) => order.includes(kind)),
      );
      expect(searched(many, "k0").map(({ name }) => name)).toContain("K0");
    }
  });
});
