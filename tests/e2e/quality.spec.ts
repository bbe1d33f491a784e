import type { Locator, Page } from "@playwright/test";

import { addDays } from "@/lib/base/time/calendar-day";

import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import { readSheet } from "./support/csv";
import { chooseFilter, openFilters } from "./support/filters";
import { seen } from "./support/seen";

/** The finding that says this: its rows are items of a list too, so it is told by its heading. */
function findingWith(page: Page, text: string): Locator {
  return page
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { level: 4 }) })
    .filter({ hasText: text });
}

test("a village above 100% is found, explained, open again with other numbers, and gone when corrected", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const [village] = campaign.villages;
  const yesterday = addDays(campaign.today, -1);
  await campaign.report(village, yesterday, [104, 3]);
  await signIn(await officeOf(campaign));
  await page.goto(campaign.at("/mutu?aturan=di-atas-100"));

  const finding = findingWith(page, "104 dari 100 sasaran");
  await expect(finding).toContainText(village.name);
  await expect(finding).toContainText("(104,0%), lebih 4");
  await expect(finding).toContainText("Perlu Dinas Kesehatan");
  await expectAccessible(page);

  await finding.locator("summary").click();
  await finding.getByRole("button", { name: "Simpan penjelasan" }).click();
  await expect(finding.getByRole("alert")).toHaveText("Wajib diisi.");
  await finding
    .getByLabel("Mengapa angka ini memang benar")
    .fill("Warga pindahan dari desa sebelah, sudah didata ulang.");
  await finding.getByRole("button", { name: "Simpan penjelasan" }).click();
  await expect(seen(page, /1 sudah dijelaskan/)).toBeVisible();

  await page.goto(campaign.at("/mutu?aturan=di-atas-100&keadaan=dijelaskan"));
  await expect(page.getByRole("main")).toContainText("Warga pindahan dari desa sebelah");
  await expect(page.getByRole("main")).toContainText("Dijelaskan");

  // Other numbers: what was said no longer covers them.
  await campaign.report(village, campaign.today, [2, 0]);
  await page.goto(campaign.at("/mutu?aturan=di-atas-100"));
  const again = findingWith(page, "106 dari 100 sasaran");
  await expect(again).toContainText("Angkanya berubah sejak dijelaskan");
});

test("findings of what lies in no kecamatan are a group of their own @desktop", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const office = { code: "dinas-pendidikan", name: "Dinas Pendidikan" };
  const campaign = await newCampaign({ offices: [office] });
  const [village] = campaign.villages;
  const yesterday = addDays(campaign.today, -1);
  await campaign.report(village, yesterday, [104, 3]);
  await campaign.report(office, yesterday, [105, 3]);
  await signIn(await officeOf(campaign));
  await page.goto(campaign.at("/mutu?aturan=di-atas-100"));
  await expect(findingWith(page, "104 dari 100 sasaran")).toContainText(village.name);
  await expect(findingWith(page, "105 dari 100 sasaran")).toContainText(office.name);

  await chooseFilter(page, "Kecamatan", "Di luar kecamatan");
  await expect(findingWith(page, "105 dari 100 sasaran")).toContainText(office.name);
  await expect(findingWith(page, "104 dari 100 sasaran")).toHaveCount(0);
});

test("an explanation is taken back", async ({ page, newCampaign, officeOf, signIn }) => {
  const campaign = await newCampaign();
  const [village] = campaign.villages;
  await campaign.report(village, addDays(campaign.today, -1), [104, 3]);
  await signIn(await officeOf(campaign));

  await page.goto(campaign.at("/mutu?aturan=melebihi-sisa"));
  const finding = findingWith(page, "dilaporkan 104");
  await expect(finding).toContainText("Teruskan ke camat");
  await finding.locator("summary").click();
  await finding.getByLabel("Mengapa angka ini memang benar").fill("Dua hari dilaporkan sekaligus.");
  await finding.getByRole("button", { name: "Simpan penjelasan" }).click();
  await expect(seen(page, /1 sudah dijelaskan/)).toBeVisible();

  await page.goto(campaign.at("/mutu?aturan=melebihi-sisa&keadaan=semua"));
  await page.getByRole("button", { name: `Urungkan penjelasan ${village.name}` }).click();
  await expect(finding.locator("summary")).toBeVisible();
  await expect(seen(page, "Dua hari dilaporkan sekaligus.")).toHaveCount(0);
});

test("an announced total that the reports do not add up to is a finding", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const [village] = campaign.villages;
  const yesterday = addDays(campaign.today, -1);
  await campaign.report(village, yesterday, [12, 3]);
  await signIn(await officeOf(campaign));
  await page.goto(campaign.at("/mutu"));

  const totals = page.getByRole("region", { name: "Total yang diumumkan" });
  await totals.getByText("Catat total").click();
  await totals.getByLabel("Tanggal").fill(yesterday);
  await totals.getByLabel("Jumlah yang diumumkan").fill("1.012");
  await totals.getByRole("button", { name: "Simpan total" }).click();
  await expect(seen(totals, "Wajib diisi.")).toBeVisible();
  await totals.getByLabel("Sumber").fill("Rapat koordinasi");
  await totals.getByRole("button", { name: "Simpan total" }).click();

  await expect(seen(totals, "Total dicatat.")).toBeVisible();
  await expect(totals.getByRole("listitem")).toContainText("−1.000");
  const finding = findingWith(page, "diumumkan 1.012, jumlah kelompok 12");
  await expect(finding).toContainText("Rapat koordinasi");

  // Taking it away says what goes with it, asks why, and can be taken back.
  await totals.getByText("Hapus", { exact: true }).click();
  await expect(totals).toContainText(
    "Tidak ada laporan yang berubah. Temuan selisih −1.000 hilang bersamanya.",
  );
  const remove = totals.getByRole("button", { name: /^Ya, hapus total MR / });
  await remove.click();
  const reason = totals.getByLabel(/^Alasan/);
  await expect(reason).toBeFocused();
  await expect(finding).toHaveCount(1);
  await reason.fill("Salah kutip siaran pers.");
  await remove.click();
  await expect(seen(totals, /^Dihapus: MR .*, 1\.012, /)).toBeVisible();
  await expect(seen(totals, "Belum ada total yang dicatat.")).toBeVisible();
  await expect(finding).toHaveCount(0);
  await expectAccessible(page);

  await totals.getByRole("button", { name: /^Urungkan penghapusan total MR / }).click();
  await expect(totals.getByRole("listitem")).toContainText("−1.000");
  await expect(seen(totals, /^Dihapus: /)).toHaveCount(0);
  await expect(finding).toContainText("Rapat koordinasi");
});

test("what is on the screen is in the file, with the label of invented figures", async ({
  page,
  signIn,
}) => {
  await signIn("dinkes.kapuas");
  await page.goto("/mutu?kampanye=bian-kapuas&aturan=sasaran");
  const places = await page.getByRole("heading", { level: 4 }).count();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Unduh CSV" }).click(),
  ]);
  const sheet = await readSheet(download, "Aturan");

  expect(sheet.text).toContain("DATA CONTOH");
  expect(sheet.rows).toHaveLength(places);
  expect(sheet.rows[0]).toMatchObject({ Aturan: "Sasaran janggal", Keadaan: "Terbuka" });
});

test("the filters work without scripts", async ({ browser, sessionOf }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await context.addCookies(await sessionOf("dinkes.kapuas"));
  const page = await context.newPage();
  await page.goto("/mutu?kampanye=bian-kapuas");
  await openFilters(page);
  const filters = page.getByRole("form", { name: "Saringan" });
  await filters.getByLabel("Aturan").selectOption("Total tidak cocok");
  await filters.getByRole("button", { name: "Terapkan" }).click();

  await expect(page).toHaveURL(/aturan=total-tidak-cocok/);
  await expect(page.getByRole("heading", { level: 3 })).toContainText(["Total tidak cocok"]);
  await context.close();
});

test("the page fits a phone", async ({ page, signIn }) => {
  await signIn("dinkes.kapuas");
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto("/mutu?kampanye=bian-kapuas&keadaan=semua");

  await expectNoSidewaysScroll(page);
});
