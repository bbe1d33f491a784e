import { expect, test } from "./fixtures";
import { expectNoSidewaysScroll } from "./support/accessible";
import { readSheet } from "./support/csv";

const kapuas = "/kelengkapan?kampanye=bian-kapuas";

test.describe("the dinkes officer", () => {
  test.beforeEach(async ({ signIn }) => {
    await signIn("dinkes.kapuas");
  });

  test("sees who is awaited today, and who never reported", async ({ page }) => {
    await page.goto(kapuas);
    const waiting = page.getByRole("region", { name: /^Ditunggu hari ini: \d+ desa$/ });
    await expect(waiting.getByRole("listitem").first()).toContainText("Mantangai");
    await expect(waiting.getByRole("listitem").first()).toContainText("33 dari 38 desa");
    await expect(waiting).toContainText("belum pernah lapor sejak hari ke-1, hubungi langsung");
    await expect(page.getByText("Tanpa Mandau Talawang; dihitung sampai hari ini")).toBeVisible();
    await expectNoSidewaysScroll(page);
  });

  test("opens WhatsApp with a text that says first that it is a sample", async ({ page }) => {
    await page.goto(kapuas);
    const link = page.getByRole("link", { name: "Buka pengingat Mantangai di WhatsApp" });
    const address = new URL((await link.getAttribute("href")) ?? "");
    expect(address.origin + address.pathname).toBe("https://wa.me/");
    expect(address.searchParams.get("text")).toMatch(
      /^DATA CONTOH\n\nYth\. Bapak\/Ibu Camat Mantangai,/,
    );
    // All of them by name.
    expect(address.searchParams.get("text")).toContain("dari 33 desa");
    expect(address.searchParams.get("text")).not.toContain("desa lain");
    await expect(link).toHaveAttribute("rel", "noopener noreferrer");
  });

  test("opens a kecamatan's day from its cell, and finds who reported when", async ({ page }) => {
    await page.goto(kapuas);
    await page
      .getByRole("table", { name: "Kalender kecamatan × hari" })
      .getByRole("link", { name: /^Mantangai, .*belum lapor/ })
      .last()
      .click();
    await expect(page).toHaveURL(/hari=\d{4}-\d{2}-\d{2}&kecamatan=62\.03\.09/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(/Mantangai|33 desa/);
    const reports = page.getByRole("table", { name: /^Laporan / });
    await expect(reports.getByRole("row")).toHaveCount(6);
    await expect(reports).toContainText("Camat Mantangai");
  });

  test("reads the same calendar as a table, and takes it as a file @desktop", async ({ page }) => {
    await page.goto(kapuas);
    await page.getByText("Lihat sebagai tabel").click();
    const table = page.getByRole("region", { name: "Kelengkapan laporan" }).getByRole("table");
    await expect(table.getByRole("row").nth(1)).toContainText("159/231");

    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Unduh CSV" }).click();
    const sheet = await readSheet(await downloading, "kampanye");
    expect(sheet.name).toMatch(/^kelengkapan-bian-kapuas-.*\.csv$/);
    expect(sheet.text).toContain("DATA CONTOH");
    // Eighteen days of seventeen kecamatan and their sum.
    expect(sheet.rows).toHaveLength(18 * 18);
    expect(sheet.rows.at(-1)).toMatchObject({
      nama: "Jumlah",
      "laporan masuk": "159",
      "laporan seharusnya": "231",
    });
  });

  test("finds the days below 75% named beside the trend, with the notes on them", async ({
    page,
  }) => {
    await page.goto("/cakupan?kampanye=bian-kapuas");
    await expect(
      page.getByText(/^\d hari di bawah 75% tidak dipakai untuk laju dan perkiraan: .*hari ini$/),
    ).toBeVisible();
    const trend = page.getByRole("region", { name: "Jalur menuju target" }).first();
    await trend.getByText("Lihat sebagai tabel").click();
    await expect(trend.getByRole("table")).toContainText("Libur: Hari libur, pos tutup");
  });
});

test("a camat is told on the phone how many villages are missing, and copies one reminder @phone", async ({
  page,
  signIn,
}) => {
  await signIn("camat.mantangai");
  await page.goto(kapuas);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("33 desa belum lapor");
  await expect(page.getByText("5 dari 38 desa lapor")).toBeVisible();
  await page.getByRole("button", { name: "Salin pengingat untuk 33 desa" }).click();
  // Where the browser lets a page write to the clipboard it says so; else the text is there to copy.
  await expect(
    page.getByText("Tersalin").or(page.getByLabel("Salin teks ini sendiri:")).first(),
  ).toBeVisible();
  await page.getByRole("link", { name: "Tampilkan 26 desa lainnya" }).click();
  await expect(page.getByRole("link", { name: "Warga Mulya", exact: true }).first()).toBeVisible();
});

test("a kepala desa sees the own village alone, and another's kecamatan is not there", async ({
  page,
  signIn,
  expectIncident,
}) => {
  await signIn("lurah.selathilir");
  await page.goto(kapuas);
  const calendar = page.getByRole("table", { name: "Kalender desa × hari" });
  await expect(calendar.getByRole("rowheader", { name: "Selat Hilir" }).first()).toBeVisible();
  await expect(page.getByText("Selat Hulu")).toHaveCount(0);

  expectIncident("404");
  await page.goto(`${kapuas}&kecamatan=62.03.09`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Halaman tidak ditemukan");
});

test("the dinkes notes why a day was thin, changes the note and takes it away", async ({
  page,
  signIn,
  newCampaign,
}) => {
  const { slug } = await newCampaign();
  await signIn("admin");
  await page.goto(`/kelengkapan?kampanye=${slug}`);
  const notes = page.getByRole("region", { name: "Catatan hari" });
  await notes.getByText("Tambah catatan").click();
  await notes.getByLabel("Jenis").selectOption("Stok habis");
  await notes.getByLabel("Catatan", { exact: true }).fill("Vaksin MR habis");
  await notes.getByRole("button", { name: "Simpan catatan" }).click();
  await expect(notes).toContainText("Stok habis: Vaksin MR habis");

  await notes.getByRole("button", { name: "Hapus catatan: Vaksin MR habis" }).click();
  await expect(notes).toContainText("Belum ada catatan untuk hari ini.");
});

test("the calendar tells its states apart in forced colours @desktop", async ({ page, signIn }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await signIn("dinkes.kapuas");
  await page.goto("/kelengkapan?kampanye=bian-kapuas");
  const look = (text: RegExp) =>
    page
      .getByRole("listitem")
      .filter({ hasText: text })
      .locator("span[aria-hidden]")
      .first()
      .evaluate((mark) => {
        const { backgroundColor, borderTopWidth } = getComputedStyle(mark);
        return { backgroundColor, borderTopWidth };
      });
  const [complete, enough] = [await look(/^lengkap$/), await look(/75–99%$/)];
  expect(complete.backgroundColor).not.toBe(enough.backgroundColor);
  expect(enough.borderTopWidth).toBe("1px");
});
