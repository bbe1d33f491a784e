import { describe, expect, test } from "vitest";

import { coverage, sumCounts } from "@/lib/coverage/coverage";
import { percentHundredths, percentTenths } from "@/lib/coverage/percent";

import { belitungTimurUci } from "./published/belitung-timur-uci";
import { gunungMas } from "./published/gunung-mas";
import { jawaTimur } from "./published/jawa-timur";
import { jawaTimurBySex } from "./published/jawa-timur-by-sex";
import { nationalCovid } from "./published/national-covid";
import { printedHundredths, printedTenths, readTable } from "./published/read-table";

describe("Gunung Mas, BIAN 2022", () => {
  // What the counts give where the source did not print it: a wrong figure, and one cut short.
  const misprints = new Map([
    ["Tampang Tumbang Anjir", { printed: "65.0", tenths: 636 }],
    ["TOTAL KABUPATEN", { printed: "81.9", tenths: 820 }],
  ]);

  test.each(readTable(gunungMas))("$label", ({ label, text, count }) => {
    const misprint = misprints.get(label);
    if (misprint !== undefined) expect(text("printed")).toBe(misprint.printed);

    expect(
      percentTenths({ dosesAdministered: count("done"), targetPopulation: count("target") }),
    ).toBe(misprint?.tenths ?? printedTenths(text("printed")));
  });
});

describe("Belitung Timur, villages with universal child immunization", () => {
  const rows = readTable(belitungTimurUci);
  const countsOf = ({ count }: (typeof rows)[number]) => ({
    dosesAdministered: count("uci"),
    targetPopulation: count("villages"),
  });

  test.each(rows)("$label", (row) => {
    expect(percentHundredths(countsOf(row))).toBe(printedHundredths(row.text("printed")));
  });

  test.each(["2023", "2025"])("the kecamatan of edition %s make the kabupaten", (edition) => {
    const ofEdition = rows.filter((row) => row.text("edition") === edition);
    const whole = ofEdition.filter(({ label }) => label === "JUMLAH KAB.").map(countsOf);
    const parts = ofEdition.filter(({ label }) => label !== "JUMLAH KAB.").map(countsOf);

    expect(whole).toEqual([sumCounts(parts)]);
  });
});

describe("Jawa Timur 2025, infant immunization", () => {
  const columns = [
    { antigen: "hb0", target: "births" },
    { antigen: "bcg", target: "births" },
    { antigen: "mr", target: "infants" },
    { antigen: "idl", target: "infants" },
    { antigen: "dpt3", target: "infants" },
    { antigen: "polio4", target: "infants" },
  ];

  test.each(readTable(jawaTimur))("$label", ({ text, count }) => {
    for (const { antigen, target } of columns) {
      expect(
        percentTenths({ dosesAdministered: count(antigen), targetPopulation: count(target) }),
        antigen,
      ).toBe(printedTenths(text(`${antigen}Printed`)));
    }
  });
});

describe("Jawa Timur 2025, measles-rubella by sex", () => {
  test.each(readTable(jawaTimurBySex))("$label", ({ text, count }) => {
    const boys = { dosesAdministered: count("mrBoys"), targetPopulation: count("boys") };
    const girls = { dosesAdministered: count("mrGirls"), targetPopulation: count("girls") };
    const all = { dosesAdministered: count("mrAll"), targetPopulation: count("all") };

    expect(sumCounts([boys, girls])).toEqual(all);
    expect(tenDigits(coverage(boys))).toBe(Number(text("mrBoysPrinted")));
    expect(tenDigits(coverage(girls))).toBe(Number(text("mrGirlsPrinted")));
    expect(tenDigits(coverage(all))).toBe(Number(text("mrAllPrinted")));
  });

  function tenDigits(ratio: number | null): number | null {
    return ratio === null ? null : Number((ratio * 100).toPrecision(10));
  }
});

describe("Indonesia 2021, COVID-19 by group", () => {
  // Rows whose printed percentage and printed counts disagree; the right one is not known.
  const misprints = new Map([
    ["health workers 2021-11-03 dose 3", { printed: "78.36", hundredths: 7_810 }],
    ["all 2021-11-03 dose 2", { printed: "36.41", hundredths: 3_497 }],
    ["general public 2021-11-12 dose 1", { printed: "51.98", hundredths: 5_481 }],
  ]);
  const rows = readTable(nationalCovid).map(({ label, text, count }) => ({
    name: `${label} ${text("day")} dose ${text("dose")}`,
    printed: text("printed"),
    counts: { dosesAdministered: count("done"), targetPopulation: count("target") },
  }));

  test.each(rows)("$name", ({ name, printed, counts }) => {
    const misprint = misprints.get(name);
    if (misprint !== undefined) expect(printed).toBe(misprint.printed);

    expect(percentHundredths(counts)).toBe(misprint?.hundredths ?? printedHundredths(printed));
  });

  test("every misprint is a row of the table", () => {
    const names = rows.map(({ name }) => name);

    expect([...misprints.keys()].filter((name) => !names.includes(name))).toEqual([]);
  });
});
