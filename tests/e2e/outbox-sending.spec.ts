import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";

import type { Page, Request } from "@playwright/test";

import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import type { OwnCampaign, VillageIndex } from "./support/campaign";
import { readCoverage } from "./support/interface";
import { hasQueue, leaveInQueue } from "./support/old-queue";
import { seen } from "./support/seen";

const reports = "**/daily-reports";
/** A body as it was before it was packed for the line. */
const sentText = (request: Request) => {
  const body = request.postDataBuffer() ?? Buffer.of();
  return (request.headers()["content-encoding"] === "gzip" ? gunzipSync(body) : body).toString();
};
const arrived = (page: Page) => page.getByRole("region", { name: "Sudah sampai di kabupaten" });
const waiting = (page: Page) => page.getByRole("list", { name: "Belum terkirim" });

/** Types a village's first number on its card and presses send. */
async function send(page: Page, campaign: OwnCampaign, index: VillageIndex, count: number) {
  await page.goto(campaign.at(`/input/${campaign.villages[index].code}`));
  await page.getByRole("textbox", { name: /^MR · / }).fill(String(count));
  await page.getByRole("button", { name: /^Kirim/ }).click();
}

async function keep(page: Page, campaign: OwnCampaign, index: VillageIndex, count: number) {
  await send(page, campaign, index, count);
  await expect(
    page.getByRole("status").filter({ hasText: "Tersimpan di perangkat ini." }),
  ).toBeVisible();
}

/** Doses and reports that the server has of each village, in the campaign's order. */
async function stored(page: Page, campaign: OwnCampaign) {
  const { rows } = await readCoverage(page.request, campaign.slug, {
    by: "unit",
    intervention: "mr",
  });
  return campaign.units.map(({ code }) => {
    const row = rows.find((each) => each.code === code);
    return [row?.dosesAdministered, row?.reportsReceived];
  });
}

test.describe("the outbox", () => {
  test.beforeEach(async ({ signIn, expectIncident }) => {
    expectIncident("network");
    await signIn("admin");
  });

  test("a page that is closed while it sends has sent once when it is opened again @phone", async ({
    page,
    context,
    newCampaign,
  }) => {
    const campaign = await newCampaign();
    let reached = 0;
    await page.route(reports, async (route) => {
      // The server has it; the page is gone before it hears of it.
      await route.fetch();
      reached += 1;
    });
    await send(page, campaign, 0, 31);
    await expect.poll(() => reached).toBeGreaterThan(0);
    await page.close();

    const later = await context.newPage();
    await later.goto(campaign.at("/input/kotak-keluar"));
    await expect(arrived(later)).toContainText("diterima dan cocok");
    await expect(seen(later, "Semua laporan Anda di perangkat ini sudah sampai")).toBeVisible();
    expect((await stored(later, campaign))[0]).toEqual([31, 1]);
  });

  test("a report that the server cannot read steps aside and the others arrive", async ({
    page,
    newCampaign,
    expectIncident,
  }) => {
    expectIncident("422");
    const campaign = await newCampaign();
    await page.route(reports, (route) => route.abort("internetdisconnected"));
    for (const index of [0, 1, 2] as const) {
      await page.goto(campaign.at(`/input/${campaign.villages[index].code}`));
      await page
        .getByRole("textbox", { name: /^MR · / })
        .locator("visible=true")
        .fill(`${10 + index}`);
      await page
        .getByRole("button", { name: /^Kirim/ })
        .locator("visible=true")
        .click();
      await expect(page.getByText("Tersimpan di perangkat ini.").first()).toBeVisible();
    }
    const poisoned = campaign.villages[1];
    await page.goto(campaign.at("/input/kotak-keluar"));
    await expect(waiting(page).getByRole("listitem")).toHaveCount(3);
    await expect(
      seen(page, /3 laporan belum terkirim\. .*terakhir dicoba \d{2}\.\d{2}\./),
    ).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);

    // Laid over the one before: between two, a try by itself would get through.
    await page.route(reports, (route) =>
      sentText(route.request()).includes(poisoned.code)
        ? route.fulfill({ status: 422, json: { code: "invalid" } })
        : route.continue(),
    );
    await page.getByRole("button", { name: "Coba kirim sekarang" }).click();
    await expect(arrived(page).getByRole("listitem")).toHaveCount(2);
    await expect(waiting(page).getByRole("listitem")).toHaveCount(1);
    await expect(waiting(page)).toContainText(
      `${poisoned.name}Ditolak: Server tidak dapat membaca laporan ini.`,
    );

    await page.unroute(reports);
    await waiting(page).getByRole("button", { name: "Coba lagi" }).click();
    await expect(arrived(page).getByRole("listitem")).toHaveCount(3);
    expect((await stored(page, campaign)).slice(0, 3)).toEqual([
      [10, 1],
      [11, 1],
      [12, 1],
    ]);
  });

  test("two tabs lose no village and send none twice @phone", async ({
    page,
    context,
    newCampaign,
  }) => {
    const campaign = await newCampaign();
    const other = await context.newPage();
    await context.route(reports, (route) => route.abort("internetdisconnected"));
    await keep(page, campaign, 0, 21);
    await keep(other, campaign, 1, 22);
    await keep(page, campaign, 2, 23);
    await context.unroute(reports);
    await Promise.all([
      page.goto(campaign.at("/input/kotak-keluar")),
      other.goto(campaign.at("/input/kotak-keluar")),
    ]);
    for (const tab of [page, other]) {
      await expect(arrived(tab).getByRole("listitem")).toHaveCount(3);
    }
    expect((await stored(page, campaign)).slice(0, 3)).toEqual([
      [21, 1],
      [22, 1],
      [23, 1],
    ]);
  });

  test("what an older version of the app left in the queue is sent by this one @phone", async ({
    page,
    newCampaign,
  }) => {
    const campaign = await newCampaign();
    const [unit] = campaign.villages;
    await page.goto(campaign.at("/input"));
    await expect.poll(() => page.evaluate(hasQueue)).toBe(true);
    await page.evaluate(leaveInQueue, {
      format: 0,
      id: randomUUID(),
      slug: campaign.slug,
      unit: unit.code,
      day: campaign.today,
      typedAt: new Date().toISOString(),
      state: { kind: "waiting" },
      tallies: [{ intervention: "mr", targetGroup: "9-59-bulan", residents: 24 }],
    });

    await page.goto(campaign.at("/input/kotak-keluar"));
    await expect(arrived(page)).toContainText("diterima dan cocok");
    expect((await stored(page, campaign))[0]).toEqual([24, 1]);
  });

  test("the queue outlives the session and goes on after the same person signs in @phone", async ({
    page,
    context,
    newCampaign,
    signIn,
    expectIncident,
  }) => {
    expectIncident("401");
    const campaign = await newCampaign();
    await page.goto(campaign.at(`/input/${campaign.villages[0].code}`));
    await page.getByRole("textbox", { name: /^MR · / }).fill("27");
    await context.clearCookies();
    await page.getByRole("button", { name: /^Kirim/ }).click();
    await expect(
      page.getByRole("alert").filter({ hasText: "Sesi Anda sudah berakhir." }),
    ).toBeVisible();

    await signIn("admin");
    await page.goto(campaign.at("/input/kotak-keluar"));
    await expect(arrived(page)).toContainText("diterima dan cocok");
    expect((await stored(page, campaign))[0]).toEqual([27, 1]);
  });

  test("another person on the device neither sees nor sends what waits @phone", async ({
    page,
    context,
    newCampaign,
    camatOf,
    signIn,
  }) => {
    const campaign = await newCampaign();
    await page.route(reports, (route) => route.abort("internetdisconnected"));
    await keep(page, campaign, 0, 28);
    const camat = await camatOf(campaign);
    await page.goto("about:blank");
    await context.clearCookies();
    await signIn(camat);
    await page.goto(campaign.at("/input/kotak-keluar"));
    await page.unroute(reports);
    await expect(seen(page, "Semua laporan Anda di perangkat ini sudah sampai")).toBeVisible();
    await page.goto(campaign.at(`/input/${campaign.villages[0].code}`));
    await expect(page.getByRole("textbox", { name: /^MR · / })).toHaveValue("");
    expect((await stored(page, campaign))[0]).toEqual([0, 0]);

    await page.goto("about:blank");
    await context.clearCookies();
    await signIn("admin");
    await page.goto(campaign.at("/input/kotak-keluar"));
    await expect(arrived(page)).toContainText("diterima dan cocok");
    expect((await stored(page, campaign))[0]).toEqual([28, 1]);
  });

  test("a conflict is ended in the outbox, and the choice is a correction @phone", async ({
    page,
    newCampaign,
  }) => {
    const campaign = await newCampaign();
    const [unit] = campaign.villages;
    await page.route(reports, (route) => route.abort("internetdisconnected"));
    await keep(page, campaign, 0, 13);
    await campaign.report(unit, campaign.today, [15, 0]);
    await page.unroute(reports);
    await page.goto(campaign.at("/input/kotak-keluar"));
    await page.getByRole("button", { name: "Pilih angka" }).click();
    const dialog = page.getByRole("dialog", { name: "Ada angka yang lebih baru" });
    await expect(dialog.getByRole("row", { name: /MR/ })).toContainText(/13.*15/s);
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Pakai isian Anda" }).click();
    await expect(arrived(page)).toContainText("diterima dan cocok");
    expect((await stored(page, campaign))[0]).toEqual([13, 1]);
  });

  test("a copy of the outbox is loaded on another device and accepted once @phone", async ({
    page,
    browser,
    sessionOf,
    newCampaign,
  }) => {
    const campaign = await newCampaign();
    await page.route(reports, (route) => route.abort("internetdisconnected"));
    await keep(page, campaign, 0, 19);
    await page.goto(campaign.at("/input/kotak-keluar"));
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Unduh salinan" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^cakupan-kotak-keluar-\d{4}-\d\d-\d\d\.json$/);
    const text = await readFile(await file.path(), "utf8");

    const device = await browser.newContext();
    await device.addCookies(await sessionOf("admin"));
    const other = await device.newPage();
    await other.goto(campaign.at("/input/kotak-keluar"));
    const input = other.getByLabel("Muat salinan");
    const copy = (content: string) => ({
      name: file.suggestedFilename(),
      mimeType: "application/json",
      buffer: Buffer.from(content),
    });
    await input.setInputFiles(copy(text.replace('"residents": 19', '"residents": 91')));
    await expect(other.getByText("Isi berkas ini berubah atau rusak")).toBeVisible();
    await input.setInputFiles(copy(text));
    await expect(arrived(other)).toContainText("diterima dan cocok");
    await device.close();

    await page.unroute(reports);
    await page.getByRole("button", { name: "Coba kirim sekarang" }).click();
    await expect(arrived(page)).toContainText("diterima dan cocok");
    expect((await stored(page, campaign))[0]).toEqual([19, 1]);
  });
});
