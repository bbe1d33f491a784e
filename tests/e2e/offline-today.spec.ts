import type { Page } from "@playwright/test";

import { expectNoSidewaysScroll } from "./support/accessible";
import { makeCampaign, type OwnCampaign } from "./support/campaign";
import { expect, keptPages, signInOn, test } from "./support/device";

/** Waits until the device has Hari ini and both campaigns with their kits. */
async function keepToday(page: Page) {
  await expect.poll(() => keptPages(page), { timeout: 20_000 }).toBe(3);
  await expect.poll(() => page.evaluate(keptKits), { timeout: 20_000 }).toBe(2);
}

/** Kits on this device, of whom they are. */
async function keptKits(): Promise<number> {
  const counts = (await indexedDB.databases())
    .flatMap(({ name }) => (name?.endsWith("-kit") ? [name] : []))
    .map(
      (name) =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open(name);
          opening.onerror = () => reject(opening.error ?? new Error(name));
          opening.onsuccess = () => {
            const counting = opening.result.transaction("kits").objectStore("kits").count();
            counting.onsuccess = () => {
              opening.result.close();
              resolve(counting.result);
            };
          };
        }),
    );
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

async function fillIn(page: Page, campaign: OwnCampaign) {
  const [, village] = campaign.villages;
  const item = page.getByRole("listitem").filter({ hasText: village.name });
  await item.getByRole("link", { name: new RegExp(`^${campaign.name}`) }).click();
  await expect(page.getByRole("heading", { level: 1, name: village.name })).toBeVisible();
  await page.getByRole("textbox", { name: /^MR · / }).fill("7");
  await page.getByRole("button", { name: /^Kirim/ }).click();
  await expect(
    page.getByRole("status").filter({ hasText: "Tersimpan di perangkat ini." }),
  ).toBeVisible();
}

test("what is due in two campaigns is one list without a signal, and what is typed leaves it", async ({
  device,
  admin,
  newKabupaten,
  camatOf,
}) => {
  const kabupaten = await newKabupaten();
  const measles = await makeCampaign(admin, kabupaten, { name: "Kejar Campak" });
  const polio = await makeCampaign(admin, kabupaten, { name: "Pekan Polio", starts: -3 });
  const camat = await camatOf({ kabupaten });
  await measles.report(measles.villages[0], measles.today, [5, 6]);

  // Who has several campaigns lands here.
  const page = await device.open();
  await signInOn(page, camat.username, camat.password);
  await expect(page).toHaveURL(/\/hari-ini$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("7 laporan menunggu.");
  await keepToday(page);
  await device.close();

  await device.setOffline(true);
  const later = await device.open();
  const failures: string[] = [];
  later.on("pageerror", (error) => failures.push(String(error)));
  await later.goto("/");
  await expect(later).toHaveURL(/\/hari-ini$/);
  await expect(later.getByText("Tetap isi seperti biasa.")).toBeVisible();
  await expect(later.getByRole("heading", { level: 1 })).toHaveText("7 laporan menunggu.");
  await expect(later.getByRole("link", { name: /^Kejar Campak/ })).toContainText("1 dari 4");
  await expect(later.getByRole("link", { name: /^Pekan Polio/ })).toContainText("0 dari 4");
  await expectNoSidewaysScroll(later);

  await later.getByRole("link", { name: "Menurut desa" }).click();
  await expect(later).toHaveURL(/menurut=desa$/);
  await fillIn(later, polio);

  await later.goto("/hari-ini");
  await expect(later.getByRole("heading", { level: 1 })).toHaveText("6 laporan menunggu.");
  await expect(later.getByRole("link", { name: /^Pekan Polio/ })).toContainText(
    "1 menunggu sinyal",
  );
  await expect(later.getByRole("link", { name: /1 laporan belum terkirim/ })).toBeVisible();
  await expectNoSidewaysScroll(later);

  await device.setOffline(false);
  await later.goto("/hari-ini");
  await expect(later.getByRole("link", { name: /^Pekan Polio/ })).toContainText("1 dari 4");
  await expect(later.getByRole("heading", { level: 1 })).toHaveText("6 laporan menunggu.");
  expect(failures).toEqual([]);
});

test("a campaign that begins tomorrow leaves nothing due today", async ({
  page,
  newCampaign,
  camatOf,
  signIn,
}) => {
  const campaign = await newCampaign({ starts: 1, name: "Pekan Depan" });
  await signIn(await camatOf(campaign));
  await page.goto("/hari-ini");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Tidak ada yang jatuh tempo hari ini.",
  );
  await expect(page.getByRole("listitem").filter({ hasText: "Pekan Depan" })).toContainText(
    "4 laporan",
  );
  await expectNoSidewaysScroll(page);
});
