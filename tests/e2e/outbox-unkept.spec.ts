import type { Page } from "@playwright/test";

import { expect, test } from "./fixtures";
import { expectNoSidewaysScroll } from "./support/accessible";
import { openGrid } from "./support/grid";

const notKept = (page: Page) => page.getByText("Perangkat ini tidak menyimpan isian.");
const kept = (page: Page) => page.getByText(/(tersimpan|disimpan) di perangkat ini/i);

test.describe("a browser that keeps nothing", () => {
  test.beforeEach(async ({ page, context, signIn, expectIncident }) => {
    expectIncident("network");
    await signIn("admin");
    await context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("denied", "SecurityError");
      };
    });
    await page.route("**/daily-reports", (route) => route.abort("internetdisconnected"));
  });

  test("says on card, list and outbox that a report is in this window only @phone", async ({
    page,
    context,
    newCampaign,
  }) => {
    const campaign = await newCampaign();
    const unit = campaign.villages[0];
    const list = `/input?kecamatan=${campaign.kabupaten.kecamatan.code}`;
    await page.goto(campaign.at(list));
    // It moves the list down once the page has tried to keep something.
    await expect(notKept(page)).toBeVisible();
    await page.getByRole("link", { name: new RegExp(`^${unit.name}`) }).click();
    await expect(page).toHaveURL(new RegExp(`/input/${unit.code}`));
    await expect(notKept(page)).toBeVisible();
    await page.getByRole("textbox", { name: /^MR · / }).fill("31");
    await page.getByRole("button", { name: /^Kirim/ }).click();
    const told = page.getByRole("status").filter({ hasText: "Hanya ada di jendela ini" });
    await expect(told).toContainText("Jangan tutup jendela ini sebelum terkirim.");
    await expect(kept(page)).toHaveCount(0);
    await expectNoSidewaysScroll(page);

    await context.setOffline(true);
    await expect(page.getByText(/selama jendela ini terbuka/)).toBeVisible();
    await expect(kept(page)).toHaveCount(0);
    await context.setOffline(false);

    // In the same window, so that the report is there still.
    await page.getByRole("link", { name: "Kembali ke daftar" }).click();
    await expect(page.getByRole("link", { name: new RegExp(`^${unit.name}`) })).toContainText(
      /dari 2 angka terisi|Hanya ada di jendela ini, menunggu sinyal/,
    );
    await page.getByRole("link", { name: /1 laporan belum terkirim/ }).click();
    const drafts = page.getByRole("region", { name: "Belum dikirim dari layar isian" });
    await page.getByRole("button", { name: "Coba kirim sekarang" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Jangan tutup" })).toBeVisible();
    // It is listed once, although a draft of it is what a reload would leave.
    await expect(drafts).toHaveCount(0);
    await expect(kept(page)).toHaveCount(0);

    await page.unroute("**/daily-reports");
    await page.getByRole("button", { name: "Coba kirim sekarang" }).click();
    await expect(page.getByRole("region", { name: "Sudah sampai di kabupaten" })).toContainText(
      "diterima dan cocok",
    );
  });

  test("lists what was only typed by its village's name @phone", async ({ page, newCampaign }) => {
    const campaign = await newCampaign();
    const unit = campaign.villages[1];
    await page.goto(campaign.at(`/input/${unit.code}`));
    await page.getByRole("textbox", { name: /^MR · / }).fill("7");
    // Drawn by the page itself: it is alive, and has kept what was typed.
    await expect(page.getByText("1 dari 2 terisi", { exact: true })).toBeVisible();
    await page.goto(campaign.at("/input/kotak-keluar"));
    const drafts = page.getByRole("region", { name: "Belum dikirim dari layar isian" });
    await expect(drafts.getByRole("link")).toContainText(unit.name);
    await expect(drafts).not.toContainText(unit.code);
  });

  test("is asked about at signing out, although not even a draft could be kept @desktop", async ({
    page,
    context,
    newCampaign,
  }) => {
    await context.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    const campaign = await newCampaign();
    const { row, cell } = await openGrid(page, campaign);
    await cell(0, "MR").fill("24");
    await cell(0, "MR").press("Control+Enter");
    await expect(row(0)).toContainText("Hanya di jendela ini");
    await page.getByRole("button", { name: "Keluar" }).click();
    await expect(page.getByRole("dialog")).toContainText("1 laporan");
    await page.keyboard.press("Escape");
    await expect(row(0)).toContainText("Hanya di jendela ini");
  });

  test("says so in the rows of the grid, in both languages @desktop", async ({
    page,
    context,
    newCampaign,
    baseURL,
  }) => {
    const campaign = await newCampaign();
    const { row, cell } = await openGrid(page, campaign);
    await cell(0, "MR").fill("24");
    await cell(0, "MR").press("Control+Enter");
    await expect(row(0)).toContainText("Hanya di jendela ini");
    await expect(kept(page)).toHaveCount(0);

    await context.addCookies([{ name: "bahasa", value: "en", url: String(baseURL) }]);
    page.on("dialog", (dialog) => void dialog.accept());
    await page.goto(campaign.at(`/input?kecamatan=${campaign.kabupaten.kecamatan.code}`));
    await page.getByRole("button", { name: /^Send 1/ }).click();
    await expect(row(0)).toContainText("Only in this window");
  });
});
