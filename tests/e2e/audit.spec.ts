import { expect, test } from "./fixtures";
import { readSheet } from "./support/csv";
import { openFilters } from "./support/filters";

test("the dinkes finds who sent a report, what it said, and that the chain is whole", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const [village, other] = campaign.villages;
  await campaign.report(village, campaign.today, [13, 7]);
  await campaign.report(other, campaign.today, []);
  await signIn(await officeOf(campaign));

  await page.goto("/jejak");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Jejak perubahan");
  const entries = page.getByRole("listitem").filter({ hasText: "Sidik" });
  await expect(entries.filter({ hasText: "mengirim laporan" })).toHaveCount(2);
  await expect(entries.filter({ hasText: "membuat kampanye" })).toHaveCount(1);

  await openFilters(page);
  await page.getByLabel("Tempat").fill(village.code);
  await page.getByLabel("Jenis").selectOption({ label: "Laporan dikirim" });
  await page.getByRole("button", { name: "Tampilkan" }).click();
  await expect(page).toHaveURL(/tempat=/);
  await expect(entries).toHaveCount(1);
  await expect(entries).toContainText(`mengirim laporan ${village.name}`);

  await entries.getByText(/^Isi \(/).click();
  const row = entries.getByRole("row").filter({ hasText: "MR 9–59 bulan" });
  await expect(row.getByRole("cell").last()).toHaveText("13");

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV" }).click();
  const sheet = await readSheet(await downloading, "nomor");
  expect(sheet.name).toMatch(/^jejak-.*\.csv$/);
  expect(sheet.rows).toHaveLength(1);
  expect(sheet.rows[0]?.["kode_jenis"]).toBe("report.received");

  await openFilters(page);
  await page.getByRole("link", { name: "Hapus saringan" }).click();
  await page.getByRole("link", { name: "Periksa rantai" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Rantai utuh" })).toBeVisible();
});

test("a camat has no trail to read", async ({ page, signIn, expectIncident }) => {
  expectIncident("404");
  await signIn("camat.selat");
  await page.goto("/jejak");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Halaman tidak ditemukan");
});
