import type { Page } from "@playwright/test";

import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/accessible";
import { makeCampaign } from "./support/campaign";
import { openGrid } from "./support/grid";
import { printed } from "./support/pdf";
import { services } from "./support/services";

/** As it is laid out on paper. */
async function onPaper(page: Page) {
  await page.emulateMedia({ media: "print" });
}

test("the paper form has a box for every village and column, and goes on A4 @desktop", async ({
  page,
  signIn,
  newKabupaten,
  admin,
}) => {
  await signIn("admin");
  const kabupaten = await newKabupaten(38);
  const units = kabupaten.villages.slice(0, 38);
  const campaign = await makeCampaign(admin, kabupaten, { units, groups: 3 });
  await page.goto(campaign.at("/input?kecamatan=semua"));
  await page.getByRole("link", { name: "Cetak formulir" }).click();
  await expect(page.getByRole("button", { name: "Cetak formulir" })).toBeVisible();
  await expectAccessible(page);
  await onPaper(page);

  const table = page.getByRole("table");
  await expect(table.getByRole("columnheader").first()).toContainText(campaign.name);
  await expect(table.getByRole("columnheader").first()).toContainText(kabupaten.name);
  await expect(table.getByRole("columnheader").first()).toContainText("batas lapor 23.59 WIB");
  await expect(table.getByRole("columnheader", { name: "7–12 th" })).toHaveCount(2);
  await expect(table.getByRole("columnheader", { name: "Nihil" })).toBeVisible();
  const last = units.at(-1)?.name ?? "";
  // Sasaran 100 over sisa 100, and nothing in the boxes to write into.
  await expect(table.getByRole("row", { name: new RegExp(last) }).first()).toContainText(
    /100\s*100/,
  );
  await expect(page.getByText("Tanda tangan")).toBeVisible();
  await expect(page.getByRole("button")).toHaveCount(0);
  await expect(page.getByRole("link")).toHaveCount(0);

  const paper = await printed(page);
  expect([paper.width, paper.height]).toEqual([842, 595]);
  // Rows of a height for hand-writing: sixteen or so a sheet, and none blank.
  expect(paper.pages).toBeGreaterThanOrEqual(2);
  expect(paper.pages).toBeLessThanOrEqual(4);
});

test("of thirty columns each village has a block of its own, whole on a sheet @desktop", async ({
  page,
  signIn,
  newCampaign,
}) => {
  await signIn("admin");
  const campaign = await newCampaign({ interventions: services(10), groups: 3 });
  await page.goto(campaign.at(`/input/formulir?kecamatan=${campaign.kabupaten.kecamatan.code}`));
  const block = page.getByRole("table", { name: new RegExp(campaign.villages[0].name) });
  await expect(block.getByRole("row")).toHaveCount(10);
  await expect(block.getByRole("row").first()).toContainText(/9–59 bulan\s*sasaran 100, sisa 100/);
  await expectAccessible(page);
  await onPaper(page);
  const paper = await printed(page);
  expect([paper.width, paper.height]).toEqual([842, 595]);
  // Four villages, one or two on a sheet.
  expect(paper.pages).toBeGreaterThanOrEqual(2);
  expect(paper.pages).toBeLessThanOrEqual(4);
  // Nothing runs off beside it.
  await page.setViewportSize({ width: 1047, height: 740 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(1047);
});

test("printing the day gives its table @desktop", async ({ page, signIn, newCampaign }) => {
  await signIn("admin");
  const campaign = await newCampaign();
  const [unit] = campaign.villages;
  await campaign.report(unit, campaign.today, [12, 4]);
  await page.goto(campaign.at(`/input?kecamatan=${campaign.kabupaten.kecamatan.code}`));
  await expect(page.getByText(/1 dari 4 desa terkirim/).filter({ visible: true })).toBeVisible();
  await onPaper(page);

  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const row = page.getByRole("row", { name: new RegExp(`^${unit.name}`) });
  await expect(row.getByRole("textbox", { name: /MR/ })).toHaveValue("12");
  await expect(row).toContainText(/Terkirim/);
  await expect(page.getByRole("button")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Cetak formulir" })).toHaveCount(0);
  await expect(page.getByRole("heading", { name: /^Belum terkirim/ })).toHaveCount(0);
  const paper = await printed(page);
  expect([paper.width, paper.pages]).toEqual([842, 1]);
});

test("the day as an Excel file is one press away, and can be loaded again", async ({
  page,
  signIn,
  newCampaign,
}) => {
  await signIn("admin");
  const campaign = await newCampaign();
  const [unit] = campaign.villages;
  await campaign.report(unit, campaign.today, [12, 4]);
  await openGridOrList();
  const folded = page.getByText("Pesan, Excel, dan formulir").filter({ visible: true });
  if ((await folded.count()) > 0) await folded.click();
  const link = page.getByRole("link", { name: "Unduh Excel" }).filter({ visible: true });
  const download = page.waitForEvent("download");
  await link.click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^laporan-harian-.*\.xlsx$/);

  await page.goto(campaign.at("/input/muat"));
  await page.getByLabel(/^Berkas XLSX atau CSV/).setInputFiles(await file.path());
  await page.getByRole("button", { name: "Periksa", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Periksa sebelum disimpan");

  async function openGridOrList() {
    if ((page.viewportSize()?.width ?? 0) > 1000) await openGrid(page, campaign);
    else await page.goto(campaign.at(`/input?kecamatan=${campaign.kabupaten.kecamatan.code}`));
  }
});
