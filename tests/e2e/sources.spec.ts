import Papa from "papaparse";

import { formats } from "@/lib/base/i18n/format";

import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import { readCoverage } from "./support/interface";
import { seen } from "./support/seen";

const { count } = formats("id");
const slug = "bian-kapuas";

/** Links to what is behind a number: each names the number. */
const behind = /^(Laporan di balik|Asal) /;

/** The number that a link's name ends up at: "Laporan di balik 12.449 dosis MR" → "12.449", "dosis". */
function numberOf(name: string) {
  const [, number, what] =
    /^(?:Laporan di balik|Asal) \+?([−\d.]+) (dosis|anak|laporan)/.exec(name) ?? [];
  return number === undefined ? null : { number, what };
}

test("the bupati opens a number, finds it again as a sum, and one report in it with its history", async ({
  page,
  signIn,
}) => {
  await signIn("bupati.kapuas");
  await page.goto(`/ringkasan?kampanye=${slug}`);
  const { total } = await readCoverage(page.request, slug, { intervention: "MR" });
  const doses = count(total[0]?.dosesAdministered ?? 0);

  await page.getByRole("link", { name: `Laporan di balik ${doses} dosis MR`, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    `${doses} dosis MR, Kabupaten Kapuas`,
  );
  await expect(page.getByText(`Jumlah ${doses} dosis dari`)).toBeVisible();
  const table = page.getByRole("region", { name: "Laporan menurut tempat dan hari" });
  await expect(table.getByRole("row", { name: /^Jumlah seluruhnya/ })).toContainText(doses);

  await table
    .getByRole("link", { name: /^Rincian dan riwayat laporan/ })
    .first()
    .click();
  const opened = page.getByRole("region", { name: /^Laporan .+, \d+ \w+ \d{4}$/ });
  await expect(opened.getByRole("columnheader", { name: "Riwayat" })).toBeVisible();
  await expect(opened.getByText(/WIB · /).first()).toBeVisible();
  await opened.getByRole("link", { name: "Tutup rincian" }).click();
  await expect(opened).toHaveCount(0);
});

for (const { address, where } of [
  { address: `/ringkasan?kampanye=${slug}`, where: "" },
  { address: `/cakupan?kampanye=${slug}`, where: " @desktop" },
  { address: `/cakupan/62.03.01?kampanye=${slug}`, where: " @desktop" },
]) {
  test(`every number of ${address} is the sum of its list${where}`, async ({ page, signIn }) => {
    test.setTimeout(300_000);
    await signIn("bupati.kapuas");
    await page.goto(address);
    const links = await page.locator("a[href*='/cakupan/sumber']").evaluateAll((found) =>
      found.map((link) => ({
        href: link.getAttribute("href") ?? "",
        name: link.getAttribute("aria-label") ?? "",
      })),
    );
    expect(links.length).toBeGreaterThan(20);

    const asked = new Map(links.map(({ href, name }) => [href, name]));
    for (const [href, name] of asked) {
      expect(name).toMatch(behind);
      const told = numberOf(name);
      if (told === null) continue;
      const answer = await page.request.get(href.replace("/cakupan/sumber", "/cakupan/sumber/csv"));
      expect(answer.status(), href).toBe(200);
      const rows = Papa.parse<string[]>(await answer.text(), {
        delimiter: ";",
        skipEmptyLines: true,
      }).data;
      const head = rows.findIndex((row) => row.includes("kampanye"));
      const heads = rows[head] ?? [];
      const column = heads.indexOf(told.what === "anak" ? "sasaran" : "diimunisasi");
      // Below the heads the reports, and below those their sum.
      const listed =
        told.what === "laporan" ? rows.length - head - 2 : Number(rows.at(-1)?.[column]);
      expect(count(listed), `${name} ${href}`).toBe(told.number);
    }
  });
}

test("what is not verified yet is hatched, counted, and can be listed alone", async ({
  page,
  signIn,
}) => {
  await signIn("dinkes.kapuas");
  await page.goto(`/ringkasan?kampanye=${slug}`);
  const note = seen(page, /dosis dari [\d.]+ laporan belum diverifikasi\./);
  await expect(note).toBeVisible();
  await expect(page.locator("rect[fill^='url(#hatch-']").first()).toBeVisible();

  await note.getByRole("link").click();
  await expect(page.getByText("Hanya laporan yang belum diverifikasi.")).toBeVisible();
  await expect(page.getByText("diverifikasi", { exact: true })).toHaveCount(0);
});

test("a camat has the reports of the own kecamatan, and does not find another's", async ({
  page,
  signIn,
  expectIncident,
}) => {
  expectIncident("404");
  await signIn("camat.selat");
  await page.goto(`/cakupan/sumber?kampanye=${slug}&intervensi=MR`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/ dosis MR, Selat$/);

  for (const place of ["62.03", "62.03.09", "62.03.09.2001", "tidak-ada"]) {
    const answer = await page.goto(
      `/cakupan/sumber?kampanye=${slug}&intervensi=MR&wilayah=${place}`,
    );
    expect(answer?.status(), place).toBe(404);
  }
});

test("the list fits a phone, and reads without scripts @phone", async ({ page, signIn }) => {
  await signIn("bupati.kapuas");
  await page.goto(`/cakupan/sumber?kampanye=${slug}&intervensi=MR`);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Berikutnya" }).click();
  await expect(page).toHaveURL(/halaman=2/);
  const pages = page.getByRole("navigation", { name: "Halaman", exact: true });
  await expect(pages.getByText(/^101–200 dari /)).toBeVisible();
});
