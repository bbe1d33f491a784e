import { formats } from "@/lib/base/i18n/format";

import { expect, test } from "./fixtures";
import { expectNoSidewaysScroll } from "./support/accessible";
import { readSheet } from "./support/csv";
import { chooseFilter, openFilters } from "./support/filters";
import { readCoverage } from "./support/interface";
import { seen } from "./support/seen";

const { count } = formats("id");
const kapuas = "/cakupan?kampanye=bian-kapuas";

test.describe("the dinkes officer", () => {
  test.beforeEach(async ({ signIn }) => {
    await signIn("dinkes.kapuas");
  });

  test("is one press from the villages below 95%, and each says how many children", async ({
    page,
  }) => {
    await page.goto(kapuas);
    await page.getByRole("link", { name: /^219 desa di bawah 95%/ }).click();
    await expect(page).toHaveURL(/tampil=desa&di-bawah-target=ya/);

    const table = page.getByRole("table", { name: "Tabel MR per desa" });
    await expect(table.getByRole("row").nth(1)).toContainText(/Selat Utara.*1\.761.*883.*50,1%/s);
    await expect(table.getByRole("row").nth(1)).toContainText("790");

    // And one more to where a number came from.
    await table.getByRole("link", { name: "Selat Utara", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Selat Utara");
    await expect(page.getByRole("heading", { name: "Laporan tiap hari" })).toBeVisible();
    await page.goBack();
    await expect(page).toHaveURL(/tampil=desa&di-bawah-target=ya/);
    await expect(
      page.getByRole("heading", { name: "Desa di bawah target MR", level: 1 }),
    ).toBeVisible();
  });

  test("filters in the address, takes one filter away, and goes back", async ({ page }) => {
    await page.goto(kapuas);
    const filters = page.getByRole("form", { name: "Saringan" });
    await chooseFilter(page, "Kelompok sasaran", "9–59 bulan");
    await expect(page).toHaveURL(/kelompok=/);
    const filtered = page.url();

    await page.getByRole("link", { name: /^Hapus saringan 9–59 bulan/ }).click();
    await expect(page).not.toHaveURL(/kelompok=/);
    await page.goBack();
    await expect(page).toHaveURL(filtered);
    await openFilters(page);
    await expect(filters.locator("#kelompok")).toHaveValue(/9/);
  });

  test("sees yesterday as it is known now, and the other count of the children", async ({
    page,
  }) => {
    await page.goto(kapuas);
    await chooseFilter(page, "Sumber sasaran", "Pusdatin, 2 Januari 2026");

    await expect(page).toHaveURL(/sumber=pusdatin/);
    await expect(
      page.getByRole("navigation", { name: "Intervensi" }).getByRole("link").first(),
    ).toContainText("45,7%");
  });

  test("is told which part of an address cannot be used", async ({ page }) => {
    await page.goto(`${kapuas}&kelompok=tidak-ada&sampai=2026-02-31`);

    await expect(seen(page, "Sebagian alamat tidak dapat dipakai.")).toBeVisible();
    await expect(seen(page, /Tanggal “2026-02-31” tidak ada/)).toBeVisible();
    await expect(seen(page, /“tidak-ada” tidak dikenal/)).toBeVisible();
  });

  test("ranks the kecamatan by coverage and by children needed", async ({ page }) => {
    await page.goto(kapuas);
    const ranking = page.getByRole("region", { name: "Peringkat kecamatan (PWS)" });
    await expect(ranking.getByRole("rowheader")).toHaveCount(17);
    await expect(ranking.getByRole("rowheader").first()).toHaveText("Kapuas Hilir");
    // Who never reported comes last, not first with 0%.
    await expect(ranking.getByRole("rowheader").last()).toHaveText(/^Mandau Talawang/);

    await ranking.getByRole("link", { name: "Anak kurang" }).click();
    await expect(page).toHaveURL(/peringkat=kurang/);
    await expect(ranking.getByRole("rowheader").first()).toHaveText("Mantangai");
    await expect(ranking.getByRole("figure")).toContainText(
      "Mantangai paling banyak kurang dengan 6.293 anak.",
    );
  });

  test("sees the way to the goal, and the same numbers as a table", async ({ page }) => {
    await page.goto(kapuas);
    const trend = page.getByRole("region", { name: "Jalur menuju target" });
    await expect(trend.getByRole("figure")).toContainText(
      /49,0%, jalur ideal 52,1% \(\d+ \S+\)\. Perkiraan akhir \d+–\d+% dari target 95%\./,
    );

    // A pointer on the curve reads a day: here the last one that anything is known of.
    const now = trend.getByText(/^49,0%\s*41\.672 anak$/);
    await expect(async () => {
      await now.hover({ force: true, position: { x: 2, y: 2 } });
      await now.hover({ force: true, position: { x: 6, y: 4 } });
      await expect(trend.getByText("41.672 anak, 49,0%")).toBeVisible({ timeout: 1_000 });
    }).toPass();

    await trend.getByText("Lihat sebagai tabel").click();
    await expect(trend.getByRole("row").filter({ hasText: "41.672" })).toContainText("49,0%");
  });

  test("sees every kecamatan × intervention, and the total under them", async ({ page }) => {
    await page.goto(kapuas);
    const matrix = page.getByRole("region", { name: "Kecamatan × intervensi" }).first();

    await expect(matrix.getByRole("row", { name: /^Mantangai/ })).toContainText("26,3%");
    await expect(matrix.getByRole("row", { name: /^Jumlah/ })).toContainText("39.109");
    await matrix.getByRole("link", { name: "Abjad" }).click();
    await expect(page).toHaveURL(/matriks=abjad/);
    await expect(matrix.getByRole("rowheader").first()).toHaveText("Basarang");
  });

  test("goes from a tile of the map to its kecamatan", async ({ page }) => {
    await page.goto(kapuas);
    const map = page.getByRole("list", { name: "Cakupan MR di 17 kecamatan" });
    await expect(map.getByRole("listitem")).toHaveCount(17);
    await map.getByRole("link", { name: /^Selat sesuai jalur 58,1%/ }).click();

    await expect(page).toHaveURL(/\/cakupan\/62\.03\.01\?/);
    await expect(page.getByRole("navigation", { name: "Letak halaman ini" })).toContainText(
      "Kabupaten Kapuas",
    );
  });

  test("sorts the table by a head, and the head says so @desktop", async ({ page }) => {
    await page.goto(kapuas);
    const table = page.getByRole("table", { name: "Tabel MR per kecamatan" });
    await table.getByRole("link", { name: "Cakupan", exact: true }).click();
    await expect(page).toHaveURL(/urut=cakupan-turun/);
    await expect(table.getByRole("columnheader", { name: "Cakupan" })).toHaveAttribute(
      "aria-sort",
      "descending",
    );
    await expect(table.getByRole("rowheader").first()).toHaveText("Kapuas Hilir");

    await table.getByRole("link", { name: "Cakupan", exact: true }).click();
    await expect(page).toHaveURL(/urut=cakupan-naik/);
    await expect(table.getByRole("rowheader").first()).toHaveText("Mantangai");
  });

  test("searches the table for a village", async ({ page }) => {
    await page.goto(`${kapuas}&tampil=desa`);
    await page.getByRole("searchbox", { name: "Cari desa" }).fill("selat hil");

    const table = page.getByRole("table", { name: "Tabel MR per desa" });
    await expect(table.getByRole("rowheader").filter({ hasText: "Selat Hilir" })).toBeVisible();
    await expect(table.getByRole("rowheader").filter({ hasText: "Selat Utara" })).toHaveCount(0);
  });

  test("downloads the figures of the page, marked as DATA CONTOH", async ({ page }) => {
    await page.goto(kapuas);
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Unduh CSV" }).click();
    const sheet = await readSheet(await downloading, "kode");

    expect(sheet.name).toMatch(/bian-kapuas.*\.csv$/);
    expect(sheet.text).toContain("DATA CONTOH");
    const { rows, total } = await readCoverage(page.request, "bian-kapuas", {
      by: "subdistrict",
      intervention: "MR",
    });
    for (const row of [...rows, ...total]) {
      const line = sheet.rows.find(
        (each) => each["kode"] === row.code || (row === total[0] && each["nama"] === "Jumlah"),
      );
      expect(line, row.name).toMatchObject({
        sasaran: String(row.targetPopulation),
        // Who never reported has given an unknown number, not none.
        diimunisasi: row.reportsReceived === 0 ? "" : String(row.dosesAdministered),
        kurang: String(row.needed),
      });
    }
    expect(sheet.rows).toHaveLength(rows.length + 1);
    await expect(seen(page, count(total[0]?.needed ?? null)).first()).toBeVisible();
  });
});

test("a phone's filter holds as soon as it is chosen, and folds away again @phone", async ({
  page,
  signIn,
}) => {
  await signIn("dinkes.kapuas");
  await page.goto("/cakupan?kampanye=bian-kapuas");
  await page.getByText(/^Semua kecamatan · /).click();
  await page.getByLabel("Wilayah").selectOption({ label: "Selat" });
  await expect(page).toHaveURL(/\/cakupan\/62\.03\.01\?/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Selat");
});

test("the camat sees the own kecamatan only, and its villages", async ({ page, signIn }) => {
  await signIn("camat.selat");
  await page.goto("/cakupan");

  await expect(page.getByRole("heading", { level: 1 })).toContainText("Selat");
  await expect(seen(page, "Selat Hilir").first()).toBeVisible();
  await expect(page.getByText("Mantangai")).toHaveCount(0);
  await expectNoSidewaysScroll(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("filters, sorting and tables work the same", async ({ page, signIn }) => {
    await signIn("dinkes.kapuas");
    await page.goto(kapuas);
    await openFilters(page);
    await page.getByRole("form", { name: "Saringan" }).getByLabel("Wilayah").selectOption("Selat");
    await page
      .getByRole("form", { name: "Saringan" })
      .getByRole("button", { name: "Terapkan" })
      .click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Selat");

    await page.goto(kapuas);
    await page.getByRole("link", { name: /^219 desa di bawah 95%/ }).click();
    await expect(
      page.getByRole("table", { name: "Tabel MR per desa" }).getByRole("row").nth(1),
    ).toContainText("790");
  });
});
