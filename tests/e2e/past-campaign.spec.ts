import { randomBytes } from "node:crypto";

import type { APIRequestContext } from "@playwright/test";

import { expect, test } from "./fixtures";
import type { Area, Kabupaten } from "./support/country";
import { readCoverage, sendReports, write } from "./support/interface";
import { pageWords, printed } from "./support/pdf";
import { seen } from "./support/seen";

/** Goals, groups and source of BIAN in Kapuas, 2022: its document names no result, so the counts are ours. */
const plan = {
  name: "BIAN Kabupaten 2022",
  legalBasis: "Instruksi Bupati Kapuas Nomor 443.51/686/DINKES Tahun 2022",
  sourceName: "Instruksi Bupati Kapuas, 20 April 2022",
  startsOn: "2022-05-18",
  endsOn: "2022-06-23",
  timeZone: "Asia/Jakarta",
  reportCutOff: "16:00",
  isSample: true,
  decidingTargetSource: "local",
  rounds: [
    { number: 1, startsOn: "2022-05-18", endsOn: "2022-06-18", sweepingEndsOn: "2022-06-23" },
  ],
  interventions: [
    { code: "MR", name: "Campak-rubela", shortName: "MR", coverageGoal: "0.95" },
    { code: "OPV", name: "Polio tetes", shortName: "OPV", coverageGoal: "0.80" },
  ],
  targetGroups: [{ code: "9-59-bulan", name: "9–59 bulan", minMonths: 9, maxMonthsExclusive: 60 }],
};
const targetGroup = "9-59-bulan";

/** A campaign of 2022 with a puskesmas over two villages, and one report of each before and after 5 June. */
async function makePast(admin: APIRequestContext, { code, villages }: Kabupaten) {
  const units = villages.slice(0, 4);
  const slug = `bian-2022-${randomBytes(4).toString("hex")}`;
  await write(admin, "POST", "/campaigns", {
    ...plan,
    slug,
    districtCode: code,
    reportingUnits: units.map((unit) => ({
      code: unit.code,
      name: unit.name,
      kind: "village",
      regionCode: unit.code,
    })),
    unitSets: [
      {
        kind: "puskesmas",
        code: "pkm-melati",
        name: "Puskesmas Melati",
        units: units.slice(0, 2).map((unit) => unit.code),
      },
    ],
  });
  await write(admin, "PUT", `/campaigns/${slug}/target-populations`, {
    source: "local",
    asOf: "2022-05-10",
    rows: units.flatMap((unit) =>
      ["MR", "OPV"].map((intervention) => ({
        ...{ unit: unit.code, intervention, targetGroup },
        people: 100,
      })),
    ),
  });
  const report = (unit: Area, day: string, residents: number) => ({
    ...{ unit: unit.code, day },
    counts: [{ intervention: "MR", targetGroup, residents }],
  });
  await sendReports(
    admin,
    slug,
    units.flatMap((unit, index) => [
      report(unit, "2022-06-03", 40 + 10 * index),
      report(unit, "2022-06-08", 30),
    ]),
  );
  return slug;
}

test("BIAN of 2022 is read per puskesmas, as of 5 June, and the page of that day prints again @desktop", async ({
  page,
  admin,
  newKabupaten,
  officeOf,
  signIn,
}) => {
  const kabupaten = await newKabupaten(4);
  const slug = await makePast(admin, kabupaten);
  await signIn(await officeOf({ kabupaten }));

  // Over: 340 of 400, and where that is from.
  await page.goto(`/ringkasan?kampanye=${slug}`);
  await expect(seen(page, "85,0%").first()).toBeVisible();
  await expect(seen(page, plan.sourceName).first()).toBeVisible();

  // On 5 June: 40 + 50 + 60 + 70 of 400.
  await page.goto(`/ringkasan?kampanye=${slug}&tanggal=2022-06-05&per=puskesmas`);
  await expect(seen(page, "55,0%").first()).toBeVisible();
  await expect(seen(page, "85,0%")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Puskesmas Melati", exact: true })).toBeVisible();

  // The sheet of that day says that day and its figures, and nothing of what came after.
  expect(await pageWords(page, "day")).toContain("5 Juni 2022");
  await page.emulateMedia({ media: "print" });
  await expect(seen(page, "55,0%").first()).toBeVisible();
  await expect(seen(page, "Puskesmas Melati").first()).toBeVisible();
  await expect(seen(page, "85,0%")).toHaveCount(0);
  expect((await printed(page)).pages).toBe(1);
  await page.emulateMedia({ media: "screen" });

  // 90 of 200 in the puskesmas on that day, 130 of 200 outside it.
  await page.goto(`/cakupan?kampanye=${slug}&per=puskesmas&sampai=2022-06-05&intervensi=MR`);
  const table = page.locator("#tabel");
  await expect(table.getByRole("row", { name: /^Puskesmas Melati/ })).toContainText("45,0%");
  await expect(table.getByRole("row", { name: /^Di luar puskesmas/ })).toContainText("65,0%");
  const { rows } = await readCoverage(page.request, slug, {
    ...{ by: "set", kind: "puskesmas", asOf: "2022-06-05", intervention: "MR" },
  });
  expect(rows.map((row) => [row.code, row.dosesAdministered, row.targetPopulation])).toEqual([
    ["pkm-melati", 90, 200],
    ["-", 130, 200],
  ]);
  await page.goto(`/cakupan?kampanye=${slug}&per=puskesmas&intervensi=MR`);
  await expect(table.getByRole("row", { name: /^Puskesmas Melati/ })).toContainText("75,0%");
});
