import type { APIRequestContext, Page } from "@playwright/test";
import { getDistricts, getVillages } from "idn-area-data";

import { addDays } from "@/lib/base/time/calendar-day";

import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import { makeCampaign, type CampaignPlan } from "./support/campaign";

/** Twenty-eight kecamatan in seven columns, among them names of twelve letters. */
const lebak = "36.02";

/** A campaign with one village in each kecamatan of Lebak, which reported yesterday. */
async function campaignInLebak(admin: APIRequestContext, plan: CampaignPlan = {}) {
  const [districts, villages] = await Promise.all([getDistricts(), getVillages()]);
  const kecamatan = districts.filter(({ regency_code }) => regency_code === lebak);
  const units = kecamatan.flatMap(
    ({ code }) => villages.find(({ district_code }) => district_code === code) ?? [],
  );
  const [first, second] = kecamatan;
  const [village, neighbourVillage] = units;
  if (!first || !second || !village || !neighbourVillage) throw new Error("Lebak is not known");
  const campaign = await makeCampaign(
    admin,
    {
      code: lebak,
      name: "Kabupaten Lebak",
      kecamatan: first,
      villages: [village],
      neighbour: second,
      neighbourVillage,
    },
    { units, ...plan },
  );
  for (const [index, unit] of units.entries()) {
    await campaign.report(unit, addDays(campaign.today, -1), [20 + index, 3]);
  }
  return campaign;
}

/** Tiles whose name is broken inside a word, or whose text does not fit in them. */
async function brokenTiles(page: Page): Promise<string[]> {
  return page
    .getByRole("list", { name: /^Cakupan MR.* 28 kecamatan$/ })
    .filter({ visible: true })
    .getByRole("listitem")
    .evaluateAll((tiles) =>
      tiles.flatMap((tile) => {
        const box = tile.getBoundingClientRect();
        const texts = [...tile.querySelectorAll("span")];
        const isBroken = texts.some((text) => {
          const range = document.createRange();
          range.selectNodeContents(text);
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top / 8)));
          const { left, right, bottom } = range.getBoundingClientRect();
          const words = (text.textContent ?? "").trim().split(/\s+/).length;
          const isOutside = left < box.left || right > box.right || bottom > box.bottom;
          return isOutside || (text.childElementCount === 0 && lines.size > words);
        });
        return isBroken ? [tile.textContent ?? ""] : [];
      }),
    );
}

test("a kabupaten of seven columns keeps the names on its map whole, on screen and paper", async ({
  page,
  admin,
  signIn,
}) => {
  const campaign = await campaignInLebak(admin);
  await signIn("admin");

  for (const address of ["/ringkasan", "/cakupan"]) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(campaign.at(address));
    const map = page
      .getByRole("list", { name: /^Cakupan MR.* 28 kecamatan$/ })
      .filter({ visible: true });
    await expect(map.getByRole("listitem")).toHaveCount(28);
    expect(await brokenTiles(page)).toEqual([]);
    // It stands under the list, as wide as that.
    expect((await map.boundingBox())?.width).toBeGreaterThan(900);

    await page.setViewportSize({ width: 360, height: 780 });
    expect(await brokenTiles(page)).toEqual([]);
    await expectNoSidewaysScroll(page);
  }
  await expectAccessible(page);

  await page.goto(campaign.at("/ringkasan"));
  await page.setViewportSize({ width: 710, height: 1000 });
  await page.emulateMedia({ media: "print" });
  expect(await brokenTiles(page)).toEqual([]);
  const right = await page
    .getByRole("list", { name: /^Cakupan MR.* 28 kecamatan$/ })
    .filter({ visible: true })
    .evaluate((list) => list.getBoundingClientRect().right);
  expect(right).toBeLessThanOrEqual(710);
});

test("a long calendar opens at the chosen day with its sums in sight, and says what is beyond @desktop", async ({
  page,
  admin,
  signIn,
}) => {
  const campaign = await campaignInLebak(admin, { starts: -22, ends: 8 });
  await signIn("admin");
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(campaign.at("/kelengkapan"));

  const panel = page.getByRole("region", { name: /^Kalender/ }).first();
  const region = panel.getByRole("region", { name: /^Kalender/ });
  const edge = (name: string) =>
    region.getByRole("columnheader", { name }).evaluate((head) => head.getBoundingClientRect());
  const chosen = region.locator('[aria-current="date"]');
  // It scrolls when its scripts have run.
  await expect
    .poll(async () => {
      const [today, sums] = [await chosen.boundingBox(), await edge("Lengkap")];
      return today !== null && today.x + today.width <= sums.left;
    })
    .toBe(true);
  const [box, today] = [await region.boundingBox(), await chosen.boundingBox()];
  if (!box || !today) throw new Error("the calendar is not there");
  expect(today.x).toBeGreaterThan(box.x);
  expect((await edge("Tepat waktu")).right).toBeLessThanOrEqual(box.x + box.width + 1);

  // To the left, days that are to come lie behind the sums.
  await region.evaluate((element) => {
    element.scrollLeft = 0;
  });
  await expect(page.locator("[data-beyond]").first()).toHaveText(/^\+\d+ →$/);
});

test("a narrow desktop has its screens as icons with names, a wide one uses its width @desktop", async ({
  page,
  signIn,
}) => {
  await signIn("admin");
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto("/ringkasan?kampanye=bian-kapuas");
  const side = page.getByRole("navigation", { name: "Halaman", exact: true });
  await expect(side.getByRole("link", { name: /^Kelengkapan/ })).toBeVisible();
  expect((await side.boundingBox())?.width).toBeLessThan(80);
  await expect(page.getByRole("navigation", { name: "Halaman utama" })).toBeHidden();
  await expectNoSidewaysScroll(page);
  // The table of kecamatan keeps all its columns inside its panel.
  const table = page.getByRole("table").filter({ visible: true }).first();
  const beyond = await table.evaluate((element) => {
    const panel = element.parentElement?.getBoundingClientRect();
    return element.getBoundingClientRect().right - (panel?.right ?? 0);
  });
  expect(beyond).toBeLessThanOrEqual(0);
  await expectAccessible(page);

  await page.setViewportSize({ width: 1920, height: 1080 });
  await expect(side.getByText("Kelengkapan")).toBeVisible();
  expect((await page.getByRole("main").boundingBox())?.width).toBeGreaterThan(1_650);
});

test("a phone's filter holds as soon as it is chosen, and folds away again @phone", async ({
  page,
  signIn,
}) => {
  await signIn("dinkes.kapuas");
  await page.goto("/cakupan?kampanye=bian-kapuas");
  await page.getByText(/^Semua kecamatan · /).click();
  await page.getByLabel("Wilayah").selectOption({ label: "Selat" });
  await expect(page).toHaveURL(/\/cakupan\/62\.03\.01\?/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Selat");
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
