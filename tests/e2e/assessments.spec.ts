import type { Page } from "@playwright/test";

import { expect, test } from "./fixtures";
import {
  expectAccessible,
  expectNoSidewaysScroll,
  expectReadableInDark,
} from "./support/accessible";
import { expect as deviceExpect, keptPages, signInOn, test as deviceTest } from "./support/device";

/** Houses in which somebody was missed, with the reason. */
const missed: Readonly<Record<number, string>> = {
  7: "Sedang sakit",
  13: "Sedang bepergian",
  19: "Tidak tahu tempat atau waktunya",
};

/** The fields of a house, whose cell is opened where it is not. */
async function openHouse(page: Page, number: number) {
  const house = page.getByRole("group", { name: `Rumah ${String(number)}`, exact: true });
  if (!(await house.isVisible())) {
    const cells = page.locator("details").filter({
      has: page.locator(`[name="people-${String(number)}"]`),
    });
    await cells.last().locator("summary").click();
  }
  return house;
}

/** Fills so many houses: two people each, one of whom was missed in three of them. */
async function fillHouses(page: Page, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    const house = await openHouse(page, number);
    await house.getByLabel("Sasaran").fill("2");
    const reason = missed[number];
    await house.getByLabel("Terjangkau").fill(reason === undefined ? "2" : "1");
    if (reason !== undefined) {
      await house.getByLabel("Alasan bila ada yang terlewat").selectOption(reason);
    }
  }
}

test("17 of 20 houses where reports say that a place is done: to be repeated, and never in coverage", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  test.slow();
  const campaign = await newCampaign({ children: 100 });
  const [village] = campaign.villages;
  await campaign.report(village, campaign.today, [97, 80]);
  await signIn(await officeOf(campaign));

  // Nobody has looked yet: the place that reports being done is proposed.
  await page.goto(campaign.at("/rca"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Belum ada RCA.");
  const proposed = page.getByRole("region", { name: "Diusulkan untuk diperiksa" });
  await expect(proposed).toContainText("97,0%");
  await expectAccessible(page);
  await proposed.getByRole("link", { name: `Mulai RCA di ${village.name}` }).click();
  await expect(page.getByLabel("Unit", { exact: true })).toHaveValue(village.code);

  await page.getByLabel("Lokasi").fill("RW 02");
  await page.getByLabel("Penilai").fill("Tim supervisi puskesmas");
  await fillHouses(page, 20);
  await page.getByRole("button", { name: "Simpan RCA" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    `17 dari 20 rumah terjangkau di ${village.name}: ulangi sweeping.`,
  );
  await expect(
    page.getByText(/Cakupan laporan 97,0% \(97 dari 100\), tetapi 3 rumah/),
  ).toBeVisible();
  await expect(page.getByText("RCA bukan cakupan")).toBeVisible();
  await expect(page.getByText("Alasan terlewat, 3 anak")).toBeVisible();
  await expectAccessible(page);
  await expectReadableInDark(page);
  await expectNoSidewaysScroll(page);

  // What follows is planned with the place filled in.
  const address = page.url();
  await page.getByRole("link", { name: "Jadwalkan sweeping" }).click();
  await expect(page.getByLabel("Cara", { exact: true })).toHaveValue("sweeping");
  await expect(page.getByLabel("Tempat", { exact: true })).toHaveValue(village.code);
  await page.goto(address);

  await page.getByRole("link", { name: "Semua RCA" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 dari 1 RCA perlu diulang.");
  await expect(page.getByText("laporan berkata selesai")).toBeVisible();
  await expect(page.getByText(/melapor 97,0% tetapi 3 dari 20 rumah terlewat/)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  // Another mark judges it anew.
  await page.getByText("Ubah batas").click();
  await page.getByLabel("Ulangi bila terlewat paling sedikit").fill("4");
  await page.getByRole("button", { name: "Simpan batas" }).click();
  await expect(page.getByText("Batas tersimpan.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Semua RCA cukup.");

  // Coverage is what the reports say.
  await page.goto(campaign.at(`/cakupan/${village.code}`));
  await expect(page.getByText("97,0%").first()).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("fourteen houses are stored, and said to be too few @phone", async ({
    page,
    newCampaign,
    camatOf,
    signIn,
  }) => {
    test.slow();
    const campaign = await newCampaign();
    const [village] = campaign.villages;
    await signIn(await camatOf(campaign));
    await page.goto(campaign.at("/rca/baru"));
    await page.getByLabel("Unit", { exact: true }).selectOption(village.name);
    await page.getByLabel("Penilai").fill("Tim kecamatan");
    await fillHouses(page, 14);
    const third = await openHouse(page, 3);
    await third.getByLabel("Terjangkau").fill("3");
    await page.getByRole("button", { name: "Simpan RCA" }).click();
    // What does not fit is said at its house, and nothing typed is lost.
    await expect(third.getByText(/lebih banyak daripada sasaran/)).toBeVisible();
    await expect(third.getByLabel("Terjangkau")).toHaveValue("3");
    await third.getByLabel("Terjangkau").fill("2");
    await page.getByLabel("Lokasi").fill("RW 01");
    await page.getByRole("button", { name: "Simpan RCA" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      `RCA di ${village.name} belum lengkap, 14 dari 20 rumah.`,
    );
    await expect(page.getByText("belum lengkap, 14 dari 20", { exact: true })).toBeVisible();
  });
});

deviceTest(
  "an assessment of 17 of 20 is made without a signal and arrives by itself @phone",
  async ({ device, newCampaign, camatOf }) => {
    deviceTest.slow();
    const campaign = await newCampaign();
    const [village] = campaign.villages;
    const camat = await camatOf(campaign);
    const before = await device.open();
    await signInOn(before, camat.username, camat.password);
    await before.goto(campaign.at("/rca"));
    await deviceExpect.poll(() => keptPages(before), { timeout: 30_000 }).toBe(1);
    await device.close();

    await device.setOffline(true);
    const page = await device.open();
    await page.goto(campaign.at("/rca/baru"));
    await deviceExpect(page.getByText("Tidak ada sinyal")).toBeVisible();
    await page.getByLabel("Unit", { exact: true }).selectOption(village.name);
    await page.getByLabel("Lokasi").fill("RW 02");
    await page.getByLabel("Penilai").fill("Tim kecamatan");
    await fillHouses(page, 20);
    await page.getByRole("button", { name: "Simpan RCA" }).click();
    await deviceExpect(page.getByText("Tersimpan di perangkat ini.")).toBeVisible();
    await expectNoSidewaysScroll(page);
    await device.setOffline(false);
    await deviceExpect(page.getByRole("heading", { level: 1 })).toHaveText(
      `17 dari 20 rumah terjangkau di ${village.name}: ulangi sweeping.`,
      { timeout: 30_000 },
    );
  },
);
