import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";

import writeXlsxFile from "write-excel-file/node";

import { localDay } from "@/lib/base/time/time-zone";
import { periodKey, periodOn } from "@/lib/indicator/period";

import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import { write } from "./support/interface";

/** The half-year that runs. */
const period = periodOn("half", localDay(new Date(), "Asia/Jakarta"));
const periodName = `Semester ${String(period.number)} ${String(period.year)}`;

const indicators = [
  { code: "STUNTING", name: "Stunting balita", measure: "percent", direction: "down" },
  { code: "BAYI", name: "Kematian bayi", measure: "count", direction: "down" },
  { code: "KELIRU", name: "Terlanjur ditambah", measure: "count", direction: "up" },
];

test("values come from an Excel file and from the CSV of the screen, are looked at and then stored @desktop", async ({
  page,
  admin,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const { slug } = campaign;
  for (const indicator of indicators) {
    await write(admin, "PUT", `/campaigns/${slug}/indicators/${randomUUID()}`, {
      ...{ sent: randomUUID(), version: 0, period: "half", ...indicator },
    });
  }
  const [one, other] = campaign.villages;
  await signIn(await officeOf(campaign));
  const found = page.getByRole("status").filter({ hasText: "terbaca" });
  const field = (name: string) => page.getByRole("textbox", { name, exact: true });

  await test.step("a workbook: what it has stands in the form, and what is no village is said", async () => {
    const rows = [
      ["Indikator", "Desa", "Periode", "Nilai", "Pembilang", "Penyebut"],
      ["STUNTING", one.name, periodName, "", 18, 120],
      ["Kematian bayi", one.name, periodName, 2, "", ""],
      ["BAYI", other.code, periodName, 0, "", ""],
      ["BAYI", "Desa Entah", periodName, 4, "", ""],
    ].map((row) =>
      row.map((value) =>
        typeof value === "number" ? { value, type: Number } : { value, type: String },
      ),
    );
    await page.goto(`/indikator/muat?kampanye=${slug}&periode=${periodKey(period)}`);
    await page.getByLabel("Atau berkas Excel/CSV").setInputFiles({
      name: "nilai.xlsx",
      mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      buffer: await writeXlsxFile(rows).toBuffer(),
    });
    await page.getByRole("button", { name: "Baca" }).click();
    await expect(found).toContainText(`3 nilai terbaca untuk ${periodName}.`);
    await expect(page.getByRole("main")).toContainText(
      "Baris 5: “Desa Entah” bukan kode atau nama",
    );
    await expect(field(`Stunting balita, ${one.name}: penyebut`)).toHaveValue("120");
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 780 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.getByRole("button", { name: "Simpan nilai" }).click();
    await expect(page.getByRole("status").filter({ hasText: "3 nilai disimpan." })).toBeVisible();
  });

  await test.step("the file of the screen is read again, with what was corrected in it", async () => {
    await page.goto(`/indikator?kampanye=${slug}&periode=${periodKey(period)}`);
    const loaded = page.waitForEvent("download");
    await page.getByRole("link", { name: "CSV" }).click();
    const text = await readFile(await (await loaded).path(), "utf8");
    expect(text).toContain("Stunting balita");
    const lines = text.split(/\r?\n/);
    const changed = lines.map((line) =>
      line.includes("BAYI") && line.includes(one.name) ? line.replace(/;2(?=;|$)/, ";1") : line,
    );
    expect(changed).not.toEqual(lines);
    await page.goto(`/indikator/muat?kampanye=${slug}&periode=${periodKey(period)}`);
    await page.getByLabel("Atau berkas Excel/CSV").setInputFiles({
      ...{ name: "indikator.csv", mimeType: "text/csv", buffer: Buffer.from(changed.join("\n")) },
    });
    await page.getByRole("button", { name: "Baca" }).click();
    await expect(found).toContainText(/^3 nilai terbaca/);
    await expect(field(`Kematian bayi, ${one.name}`)).toHaveValue("1");
    await page.getByRole("button", { name: "Simpan nilai" }).click();
    await expect(page.getByRole("status").filter({ hasText: "1 nilai disimpan." })).toBeVisible();
  });

  await test.step("what nothing was entered for is removed, what has values stays", async () => {
    await page.goto(`/indikator/daftar?kampanye=${slug}`);
    await page.getByRole("link", { name: "Kematian bayi" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kematian bayi");
    await expect(page.getByText("Hapus indikator ini")).toHaveCount(0);
    await page.goBack();
    await page.getByRole("link", { name: "Terlanjur ditambah" }).click();
    await page.getByText("Hapus indikator ini").click();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Ya, hapus" }).click();
    await expect(page).toHaveURL(/\/indikator\/daftar\?/);
    await expect(page.getByRole("link", { name: "Kematian bayi" })).toBeVisible();
    await expect(page.getByRole("main")).not.toContainText("Terlanjur ditambah");
  });
});
