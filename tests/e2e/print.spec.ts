import { expect, test } from "./fixtures";
import { expectNoSidewaysScroll } from "./support/accessible";
import { readCoverage } from "./support/interface";
import { pageWords, printed } from "./support/pdf";
import { seen } from "./support/seen";

/** A4 without its margins, at 96 pixels to the inch. */
const sheet = { width: 710, height: 1028 };

const screens: readonly {
  readonly address: string;
  readonly campaign: boolean;
  readonly says: RegExp;
  readonly isWide?: boolean;
}[] = [
  { address: "/ringkasan?kampanye=bian-kapuas", campaign: true, says: /Arahan/ },
  {
    address: "/cakupan?kampanye=bian-kapuas",
    campaign: true,
    says: /Yang ditampilkan: Semua kecamatan/,
  },
  {
    address: "/cakupan/62.03.01?kampanye=bian-kapuas",
    campaign: true,
    says: /Yang ditampilkan: Selat/,
  },
  {
    address: "/cakupan/62.03.01.1007?kampanye=bian-kapuas",
    campaign: true,
    says: /Jalur menuju target/,
  },
  {
    address: "/cakupan/sumber?kampanye=bian-kapuas&intervensi=MR",
    campaign: true,
    says: /1–100 dari \d\.\d+/,
  },
  { address: "/kelengkapan?kampanye=bian-kapuas", campaign: true, says: /Kalender/ },
  {
    address: "/verifikasi?kampanye=bian-kapuas&kecamatan=62.03.01",
    campaign: true,
    says: /Yang ditampilkan: Selat · /,
  },
  {
    address: "/mutu?kampanye=bian-kapuas",
    campaign: true,
    says: /Yang ditampilkan: Semua kecamatan · /,
  },
  { address: "/sasaran?kampanye=bian-kapuas", campaign: true, says: /Sasaran yang berlaku/ },
  {
    address: "/input?kampanye=bian-kapuas&kecamatan=62.03.01",
    campaign: true,
    says: /Selat Hilir/,
    // Six columns with yesterday beside each need the long side.
    isWide: true,
  },
  { address: "/kampanye/bian-kapuas", campaign: true, says: /Ubah kampanye/ },
  { address: "/kampanye", campaign: false, says: /BIAN Kabupaten Kapuas/ },
  { address: "/pengguna", campaign: false, says: /Camat Selat/ },
  { address: "/jejak", campaign: false, says: /Yang ditampilkan: / },
];

for (const { address, campaign, says, isWide = false } of screens) {
  test(`${address} prints with one head and foot, and nothing to press @desktop`, async ({
    page,
    signIn,
  }) => {
    await signIn("dinkes.kapuas");
    await page.setViewportSize(sheet);
    await page.goto(address);
    await page.emulateMedia({ media: "print" });

    expect(await pageWords(page, "name")).toBe(campaign ? '"BIAN Kabupaten Kapuas"' : '"Cakupan"');
    // Sunday, 4 October 2026
    expect(await pageWords(page, "day")).toMatch(/^"[A-Z][a-z]+, \d{1,2} [A-Z][a-z]+ 20\d\d/);
    await expect(seen(page, says).first()).toBeVisible();
    if (campaign) await expect(seen(page, "DATA CONTOH").first()).toBeVisible();
    expect(await pageWords(page, "foot")).toMatch(
      campaign
        ? /^"DATA CONTOH · Dicetak oleh Dinas Kesehatan, keadaan \d+ \w+ 20\d\d pukul \d\d\.\d\d WIB"$/
        : /^"Dicetak oleh Dinas Kesehatan, keadaan /,
    );

    for (const role of ["button", "navigation", "searchbox"] as const) {
      await expect(page.getByRole(role).filter({ visible: true })).toHaveCount(0);
    }
    await expect(
      page.getByRole("table").getByRole("checkbox").filter({ visible: true }),
    ).toHaveCount(0);
    await expectNoSidewaysScroll(page);
    expect(await printed(page)).toMatchObject(
      isWide ? { width: 842, height: 595 } : { width: 595, height: 842 },
    );
  });
}

test("a list that a screen folds prints whole, and is folded again afterwards @desktop", async ({
  page,
  signIn,
}) => {
  await signIn("dinkes.kapuas");
  await page.goto("/cakupan?kampanye=bian-kapuas&tampil=desa");
  const table = page.getByRole("table", { name: "Tabel MR per desa" });
  const { rows } = await readCoverage(page.request, "bian-kapuas", { by: "unit" });
  const villages = new Set(rows.map(({ code }) => code)).size;
  const body = table.getByRole("rowheader");
  await expect(body).toHaveCount(21);

  // Its scripts may still be on their way.
  await expect
    .poll(async () => {
      await page.emulateMedia({ media: "screen" });
      await page.emulateMedia({ media: "print" });
      return body.count();
    })
    .toBe(villages + 1);
  await expect(seen(page, `${String(villages)} dari ${String(villages)}`)).toBeVisible();
  expect((await printed(page)).pages).toBeGreaterThan(4);

  await page.emulateMedia({ media: "screen" });
  await expect(body).toHaveCount(21);
});

test("what is searched in a list is said on its print @desktop", async ({ page, signIn }) => {
  await signIn("dinkes.kapuas");
  await page.goto("/cakupan?kampanye=bian-kapuas&tampil=desa&cari=selat");
  await page.emulateMedia({ media: "print" });
  await expect(seen(page, /: selat$/)).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the way to the goal is drawn, on screen and on paper", async ({ page, signIn }) => {
    await signIn("bupati.kapuas");
    await page.goto("/cakupan?kampanye=bian-kapuas");
    const trend = page.getByRole("region", { name: "Jalur menuju target" });
    for (const media of ["screen", "print"] as const) {
      await page.emulateMedia({ media });
      await expect(trend.getByText(/^target 95% = 80\.781 anak$/)).toBeVisible();
      await expect(trend.getByText(/^\d+–\d+%$/)).toBeVisible();
      // One bar for each day of the table, and the ground of the hatched ones.
      const days = await trend.locator("tbody tr").count();
      expect(
        await trend.locator("rect[fill='var(--ink2)'], rect[fill='url(#open-bar)']").count(),
      ).toBe(days + 1);
    }
  });
});
