import type { Page, TestInfo } from "@playwright/test";

import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import type { OwnCampaign } from "./support/campaign";
import { layoutFaults, scrolledRegions, unsaidRegions } from "./support/layout";
import { pageWords } from "./support/pdf";
import { expect, test, type Shape } from "./support/shapes";

const shapes: readonly Shape[] = ["345 villages", "one village", "ten interventions"];

/** A4 without its margins, at 96 pixels to the inch. */
const upright = { width: 710, height: 1028 };
const wide = { width: 1039, height: 699 };

type Screen = {
  readonly name: string;
  readonly address: (campaign: OwnCampaign) => string;
  /** Shapes whose print lies on its long side. */
  readonly wideOn?: readonly Shape[];
};

const screens: readonly Screen[] = [
  { name: "ringkasan", address: ({ at }) => at("/ringkasan") },
  { name: "cakupan", address: ({ at }) => at("/cakupan"), wideOn: ["ten interventions"] },
  { name: "cakupan of villages", address: ({ at }) => at("/cakupan?tampil=desa") },
  {
    name: "cakupan of a kecamatan",
    address: ({ at, kabupaten }) => at(`/cakupan/${kabupaten.kecamatan.code}`),
  },
  { name: "kelengkapan", address: ({ at }) => at("/kelengkapan") },
  {
    name: "input",
    address: ({ at, kabupaten }) => at(`/input?kecamatan=${kabupaten.kecamatan.code}`),
    wideOn: shapes,
  },
  { name: "verifikasi", address: ({ at }) => at("/verifikasi"), wideOn: ["ten interventions"] },
  { name: "sasaran", address: ({ at }) => at("/sasaran"), wideOn: ["ten interventions"] },
];

/** The list of screens; the pages of a long list have a navigation of the same name below. */
const sideOf = (page: Page) =>
  page.getByRole("navigation", { name: "Halaman", exact: true }).first();

/** With PICTURES=1, for a person who wants to look; nothing is compared with it. */
async function keepPicture(page: Page, info: TestInfo, name: string): Promise<void> {
  if (process.env["PICTURES"] === undefined) return;
  const path = info.outputPath(`${name}.jpeg`);
  await page.screenshot({ path, type: "jpeg", quality: 60, scale: "css", fullPage: true });
  await info.attach(name, { path, contentType: "image/jpeg" });
}

/** Nothing is wrong with how the page stands at this size; what lies to the right is said. */
async function expectLaidOut(page: Page, info: TestInfo, name: string): Promise<void> {
  await keepPicture(page, info, name);
  await expectNoSidewaysScroll(page);
  expect.soft(await layoutFaults(page), name).toEqual([]);
  // The scripts say it, which may still be on their way.
  await expect.poll(() => unsaidRegions(page), name).toEqual([]);
}

for (const shape of shapes) {
  for (const { name, address, wideOn = [] } of screens) {
    test(`${name} of ${shape} stands well on a phone @phone`, async ({
      page,
      signIn,
      shapeOf,
    }, info) => {
      const campaign = await shapeOf(shape);
      await signIn("admin");
      await page.goto(address(campaign));
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expectLaidOut(page, info, "360");
    });

    test(`${name} of ${shape} stands well on every desktop and on paper @desktop`, async ({
      page,
      signIn,
      shapeOf,
    }, info) => {
      const campaign = await shapeOf(shape);
      await signIn("admin");
      await page.setViewportSize({ width: 1024, height: 768 });
      await page.goto(address(campaign));
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      for (const width of [1024, 1366, 1920]) {
        await page.setViewportSize({ width, height: width === 1920 ? 1080 : 768 });
        await expectLaidOut(page, info, String(width));
        await expect(sideOf(page)).toBeInViewport();
        // Ten columns are seen at once where most people sit.
        if (width === 1366 && shape === "ten interventions") {
          expect.soft(await scrolledRegions(page)).toEqual([]);
        }
      }
      // A wall of 1920 is used: beside the list of screens, to its right margin.
      const main = await page.getByRole("main").boundingBox();
      expect(main?.width).toBeGreaterThan(1_650);

      await page.setViewportSize(wideOn.includes(shape) ? wide : upright);
      await page.emulateMedia({ media: "print" });
      await keepPicture(page, info, "A4");
      expect.soft(await layoutFaults(page), "A4").toEqual([]);
      expect(await pageWords(page, "name")).toBe(`"${campaign.name}"`);
      expect(await pageWords(page, "foot")).toMatch(
        /^"Dicetak oleh Administrator Contoh, keadaan /,
      );
    });
  }
}

test("345 villages print whole, with their sum @desktop", async ({ page, signIn, shapeOf }) => {
  const campaign = await shapeOf("345 villages");
  await signIn("admin");
  await page.setViewportSize(upright);
  await page.goto(campaign.at("/cakupan?tampil=desa"));
  const rows = page.getByRole("table", { name: "Tabel MR per desa" }).getByRole("rowheader");
  // Its scripts may still be on their way.
  await expect
    .poll(async () => {
      await page.emulateMedia({ media: "screen" });
      await page.emulateMedia({ media: "print" });
      return rows.count();
    })
    .toBe(346);
  await expect(rows.last()).toHaveText("Jumlah");
  expect(await layoutFaults(page)).toEqual([]);
});

test("a map of seven columns stands under its list, as wide as that @desktop", async ({
  page,
  signIn,
  shapeOf,
}) => {
  const campaign = await shapeOf("345 villages");
  await signIn("admin");
  for (const address of ["/ringkasan", "/cakupan"]) {
    await page.goto(campaign.at(address));
    const map = page
      .getByRole("list", { name: /^Cakupan MR.* 28 kecamatan$/ })
      .filter({ visible: true });
    await expect(map.getByRole("listitem")).toHaveCount(28);
    expect((await map.boundingBox())?.width).toBeGreaterThan(900);
  }
});

test("a long calendar opens at the chosen day with its sums in sight, and says what is beyond @desktop", async ({
  page,
  signIn,
  shapeOf,
}) => {
  const campaign = await shapeOf("345 villages");
  await signIn("admin");
  // A window that becomes too narrow shows the chosen day as well.
  for (const widths of [[1366], [1920, 1366]]) {
    for (const [index, width] of widths.entries()) {
      await page.setViewportSize({ width, height: 768 });
      if (index === 0) await page.goto(campaign.at("/kelengkapan"));
    }
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
  }
});

test("heads and names stick while a table of ten interventions is scrolled @desktop", async ({
  page,
  signIn,
  shapeOf,
}) => {
  const campaign = await shapeOf("ten interventions");
  await signIn("admin");
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto(campaign.at("/cakupan"));
  const matrix = page.getByRole("region", { name: "Kecamatan × intervensi" }).last();
  const total = matrix.getByRole("rowheader", { name: "Jumlah" });
  await total.scrollIntoViewIfNeeded();
  const stood = (await total.boundingBox())?.x ?? 0;
  await matrix.evaluate((element) => {
    element.scrollLeft = element.scrollWidth;
  });
  await expect(matrix.getByRole("row").last().getByRole("cell").last()).toBeInViewport();
  // It goes as far as the gap before it, and no further.
  expect(Math.abs(((await total.boundingBox())?.x ?? 0) - stood)).toBeLessThanOrEqual(4);

  await page.goto(campaign.at(`/input?kecamatan=${campaign.kabupaten.kecamatan.code}`));
  const head = page.getByRole("columnheader", { name: "Keadaan" });
  const last = page.getByRole("textbox", { name: /, Vitamin A / }).last();
  const grid = page.getByRole("region", { name: "Isian harian, dapat digeser" });
  /** Of the head, from the upper right corner of what scrolls. */
  const placeOf = async () => {
    const [box, around] = [await head.boundingBox(), await grid.boundingBox()];
    if (!box || !around) throw new Error("the grid is not there");
    return [box.y - around.y, around.x + around.width - (box.x + box.width)] as const;
  };
  const place = await placeOf();
  await last.focus();
  await expect(last).toBeInViewport();
  const [down, aside] = await placeOf();
  // A border of a pixel may stand above it or not.
  expect(Math.abs(down - place[0])).toBeLessThanOrEqual(1);
  expect(aside).toBe(place[1]);
});

test("a narrow desktop has its screens as icons with names, a wide one writes them out @desktop", async ({
  page,
  signIn,
}) => {
  await signIn("admin");
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto("/ringkasan?kampanye=bian-kapuas");
  const side = sideOf(page);
  await expect(side.getByRole("link", { name: /^Kelengkapan/ })).toBeVisible();
  expect((await side.boundingBox())?.width).toBeLessThan(80);
  await expect(page.getByRole("navigation", { name: "Halaman utama" })).toBeHidden();
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
});

test("what is set up once is folded for the health office, as it was left here, and no list scrolls @desktop", async ({
  page,
  browser,
  signIn,
}) => {
  await signIn("dinkes.kapuas");
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto("/ringkasan?kampanye=bian-kapuas");
  const side = sideOf(page);
  const people = side.getByRole("link", { name: "Pengguna" });
  const fits = () => side.evaluate((list) => list.scrollHeight <= list.clientHeight);
  await expect(side.getByText("Siapkan")).toBeVisible();
  await expect(people).toBeHidden();
  expect(await fits()).toBe(true);
  await expect(async () => {
    if (await people.isHidden()) await side.getByText("Siapkan").click();
    expect(await page.evaluate(() => document.cookie)).toContain("siapkan=buka");
  }).toPass();
  expect(await fits()).toBe(true);
  await page.goto("/kelengkapan?kampanye=bian-kapuas");
  await expect(people).toBeVisible();
  await expectAccessible(page);

  // A browser without scripts unfolds it too, and remembers nothing.
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
    viewport: { width: 1366, height: 768 },
  });
  await context.clearCookies({ name: "siapkan" });
  const plain = await context.newPage();
  await plain.goto("/ringkasan?kampanye=bian-kapuas");
  await sideOf(plain).getByText("Siapkan").click();
  await expect(sideOf(plain).getByRole("link", { name: "Pengguna" })).toBeVisible();
  await context.close();
});

test("a camat's bar keeps what they come for, and the rest behind one word @desktop", async ({
  page,
  signIn,
}) => {
  await signIn("camat.selat");
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto("/cakupan?kampanye=bian-kapuas");
  const bar = sideOf(page);
  await expect(bar.getByRole("link").filter({ visible: true })).toHaveText([
    "Hari ini",
    /^Kelengkapan/,
    "Cakupan",
    /^Tindak lanjut/,
  ]);
  await expectNoSidewaysScroll(page);
  await bar.getByText("Lainnya").click();
  await bar.getByRole("link", { name: "KIPI" }).click();
  await expect(page).toHaveURL(/\/kipi$/);
});
