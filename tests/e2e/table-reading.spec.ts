import type { Page } from "@playwright/test";
import writeXlsxFile from "write-excel-file/node";

import { addDays } from "@/lib/base/time/calendar-day";

import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import type { OwnCampaign } from "./support/campaign";
import { readCoverage } from "./support/interface";
import { seen } from "./support/seen";

type SheetFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

type Rows = readonly (readonly (string | number | null)[])[];

/** A workbook; a cell that begins with "→" is merged over so many columns: "→2 MR". */
async function workbook(sheets: Readonly<Record<string, Rows>>): Promise<SheetFile> {
  const written = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) =>
      row.map((value) => {
        if (value === null) return null;
        if (typeof value === "number") return { value, type: Number };
        const [, span, text] = /^→(\d) (.*)$/.exec(value) ?? [];
        return { value: text ?? value, type: String, ...(span && { columnSpan: Number(span) }) };
      }),
    ),
  }));
  const buffer = await writeXlsxFile(written).toBuffer();
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return { name: "laporan.xlsx", mimeType, buffer };
}

function csv(...lines: readonly string[]): SheetFile {
  return { name: "laporan.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) };
}

async function check(page: Page, campaign: OwnCampaign, file: SheetFile) {
  await page.goto(campaign.at("/input/muat"));
  await page.getByLabel(/^Berkas XLSX atau CSV/).setInputFiles(file);
  await page.getByRole("button", { name: "Periksa", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Periksa sebelum disimpan");
}

async function doses(page: Page, campaign: OwnCampaign, intervention: string) {
  const { rows } = await readCoverage(page.request, campaign.slug, { by: "unit", intervention });
  return rows.reduce((sum, { dosesAdministered }) => sum + dosesAdministered, 0);
}

test("of two sheets with reports the person says which, and the other is not read", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  await signIn(await officeOf(campaign));
  const [one] = campaign.villages;
  const [before, yesterday] = [-2, -1].map((days) => addDays(campaign.today, days));
  const sheetOf = (day: string | undefined, count: number): Rows => [
    ["Kode", "Tanggal", "MR"],
    [one.code, day ?? "", count],
  ];

  await check(
    page,
    campaign,
    await workbook({ Lama: sheetOf(before, 90), Baru: sheetOf(yesterday, 12) }),
  );
  await expect(
    page.getByRole("heading", { name: "Jawab 1 pertanyaan tentang berkas ini" }),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: /^Simpan/ })).toHaveCount(0);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);

  await page.getByRole("button", { name: "Baru, 1 baris" }).click();
  await expect(seen(page, "1 baris dibaca: 1 siap, 0 ditolak")).toBeVisible();
  await expect(seen(page, "Lembar yang tidak dibaca: Lama.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Baru, 1 baris ✓" })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Simpan 1 laporan" }).click();
  await expect(seen(page, "Selesai: 1 laporan tersimpan.")).toBeVisible();
  expect(await doses(page, campaign, "mr")).toBe(12);
});

test("a head that fits two columns is asked, and what was said is offered for the same heads again", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign({ groups: 2 });
  await signIn(await officeOf(campaign));
  const [one] = campaign.villages;
  const file = (days: number, count: number) =>
    csv(
      "Kode;Tanggal;MR;OPV 9–59 bulan",
      `${one?.code};${addDays(campaign.today, days)};${count};3`,
    );

  await check(page, campaign, file(-2, 5));
  const question = page.getByRole("group", { name: "Kolom “MR” berisi apa?" });
  await expect(question).toContainText("5");
  await expect(page.getByRole("button", { name: "Simpan 1 laporan" })).toBeDisabled();
  await expect(
    seen(page, "Tidak dibaca, padahal ada angkanya: “MR” (ditanyakan di atas)."),
  ).toBeVisible();

  await question.getByRole("button", { name: "MR 9–59 bulan" }).click();
  await expect(page.getByRole("combobox", { name: "Kolom C MR dibaca sebagai" })).toHaveValue(
    /9-59-bulan/,
  );
  await page.getByRole("button", { name: "Simpan 1 laporan" }).click();
  await expect(seen(page, "Selesai: 1 laporan tersimpan.")).toBeVisible();
  expect(await doses(page, campaign, "mr")).toBe(5);

  await check(page, campaign, file(-1, 7));
  await expect(seen(page, /Dibaca seperti .+ oleh .+\./)).toBeVisible();
  await expect(page.getByRole("heading", { name: /pertanyaan tentang berkas ini/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Simpan 1 laporan" }).click();
  await expect(seen(page, "Selesai: 1 laporan tersimpan.")).toBeVisible();
  expect(await doses(page, campaign, "mr")).toBe(12);
});

test("an office's table with merged heads and the day in its title is loaded", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  await signIn(await officeOf(campaign));
  const [one, two] = campaign.villages;
  const yesterday = addDays(campaign.today, -1);
  const file = await workbook({
    Harian: [
      ["LAPORAN HARIAN"],
      [`Tanggal : ${yesterday}`],
      ["No", "Desa", "→2 MR", null, "→2 OPV", null],
      [null, null, "Sasaran", "Hasil", "Sasaran", "Hasil"],
      ["1", "2", "3", "4", "5", "6"],
      [1, one.name, 120, 14, 40, 3],
      [2, two.name, 80, 9, 20, 2],
    ],
  });

  await check(page, campaign, file);
  await page
    .getByRole("combobox", { name: "Tidak ada kolom tanggal. Laporan ini untuk tanggal berapa?" })
    .selectOption(yesterday);
  await expect(seen(page, "2 baris dibaca: 2 siap, 0 ditolak")).toBeVisible();
  await expect(
    seen(page, /“MR Sasaran” \(hitungan lain\), “OPV Sasaran” \(hitungan lain\)/),
  ).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Simpan 2 laporan" }).click();
  await expect(seen(page, "Selesai: 2 laporan tersimpan.")).toBeVisible();
  expect([await doses(page, campaign, "mr"), await doses(page, campaign, "opv")]).toEqual([23, 5]);
});
