import type { Page } from "@playwright/test";

import type { CampaignPlan, OwnCampaign } from "./support/campaign";
import { makeCampaign } from "./support/campaign";
import { expect, test } from "./fixtures";

/** Villages and columns of a usual kecamatan. */
const size = { rows: 14, columns: 6 };

/** Another number for each cell, so that none can stand in another's place unseen. */
const numberAt = (row: number, column: number) => 1 + ((row * 7 + column * 3) % 90);
const wanted = Array.from({ length: size.rows }, (_, row) =>
  Array.from({ length: size.columns }, (_, column) => numberAt(row, column)),
);

/** What the server has of today, village by village in the order of the screen. */
async function storedToday(page: Page, { slug, today }: OwnCampaign) {
  const answer = await page.request.get(`/api/v1/campaigns/${slug}/entry`);
  const kit = (await answer.json()) as {
    units: { code: string }[];
    reports: { unit: string; day: string; version: number; residents: (number | null)[] }[];
  };
  return kit.units.map(({ code }) =>
    kit.reports.find(({ unit, day }) => unit === code && day === today),
  );
}

const residentsOf = async (page: Page, campaign: OwnCampaign) =>
  (await storedToday(page, campaign)).map((report) => report?.residents ?? null);

test.describe("fourteen villages of six columns", () => {
  let campaign: OwnCampaign;

  test.beforeEach(async ({ page, admin, newKabupaten, signIn }) => {
    test.slow();
    const kabupaten = await newKabupaten(size.rows);
    // Today is closed to who may not verify: a change of what was sent would need its reason.
    const plan: CampaignPlan = {
      units: kabupaten.villages.slice(0, size.rows),
      groups: 3,
      cutOff: "00:00",
    };
    campaign = await makeCampaign(admin, kabupaten, plan);
    await signIn("admin");
    await page.goto(campaign.at("/input?kecamatan=semua"));
    // One can type at once.
    await expect(page.locator('input[data-row="0"][data-column="0"]')).toBeFocused();
  });

  test.afterEach(async ({ page }) => {
    await page.getByRole("button", { name: /^Kirim \d+ desa|^Semua terkirim/ }).click();
    await expect.poll(() => residentsOf(page, campaign), { timeout: 30_000 }).toEqual(wanted);
    expect((await storedToday(page, campaign)).map((report) => report?.version)).toEqual(
      wanted.map(() => 1),
    );
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });

  test("are typed row by row, and each is sent once, when it is whole @desktop", async ({
    page,
  }) => {
    for (const [row, numbers] of wanted.entries()) {
      for (const [column, number] of numbers.entries()) {
        if (column > 0) await page.keyboard.press("ArrowRight");
        await page.keyboard.type(String(number));
      }
      if (row < size.rows - 1) await page.keyboard.press("Enter");
      await page.keyboard.press("Home");
    }
  });

  test("are typed column by column, looking at the paper @desktop", async ({ page }) => {
    for (let column = 0; column < size.columns; column += 1) {
      await page.keyboard.press("Control+Home");
      for (let step = 0; step < column; step += 1) await page.keyboard.press("ArrowRight");
      for (let row = 0; row < size.rows; row += 1) {
        await page.keyboard.type(String(numberAt(row, column)));
        await page.keyboard.press("Enter");
      }
      await expect(page.getByRole("dialog")).toHaveCount(0);
      if (column === 0) {
        await expect(page.getByText("1 dari 6, belum dikirim")).toHaveCount(size.rows);
        expect((await residentsOf(page, campaign)).every((report) => report === null)).toBe(true);
      }
    }
  });

  test("are typed as in a spreadsheet, with Tabs and Enter @desktop", async ({ page }) => {
    for (const numbers of wanted) {
      for (const [column, number] of numbers.entries()) {
        if (column > 0) await page.keyboard.press("Tab");
        await page.keyboard.type(String(number));
      }
      await page.keyboard.press("Enter");
    }
  });
});

test("a change of what was sent is marked, and asked about at Kirim alone @desktop", async ({
  page,
  newCampaign,
  signIn,
}) => {
  const campaign = await newCampaign({ cutOff: "00:00" });
  const [first, second] = campaign.villages;
  await campaign.report(first, campaign.today, [10, 4]);
  await campaign.report(second, campaign.today, [10]);
  await signIn("admin");
  await page.goto(campaign.at(`/input?kecamatan=${campaign.kabupaten.kecamatan.code}`));
  const row = (name: string) =>
    page
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader", { name: new RegExp(`^${name}`) }) });
  await expect(row(second.name)).toContainText("Terkirim, 1 kolom kosong");

  await row(first.name).getByRole("textbox").first().fill("11");
  await page.keyboard.press("Enter");
  await expect(row(first.name)).toContainText("Perlu alasan");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  // What was left empty is filled without a question.
  await row(second.name).getByRole("textbox").last().fill("3");
  await page.keyboard.press("Enter");
  await expect(row(second.name)).toContainText(/Terkirim[ ,]\d*/);

  await page.getByRole("button", { name: "Kirim 1 desa" }).click();
  const dialog = page.getByRole("dialog", { name: "Alasan perubahan" });
  await expect(dialog).toContainText(first.name);
  await expect(dialog.getByRole("radio", { name: /kumulatif|Dikembalikan/ })).toHaveCount(0);
  await dialog.getByRole("radio", { name: "Dihitung ulang" }).check();
  await dialog.getByRole("button", { name: "Kirim dengan alasan ini" }).click();
  await expect(row(first.name)).toContainText(/Terkirim[ ,]\d*/);
  const [one, two] = await residentsOf(page, campaign);
  expect([one, two]).toEqual([
    [11, 4],
    [10, 3],
  ]);
});

test("a tap selects the number, and nihil leaves no digit behind @phone", async ({
  page,
  newCampaign,
  camatOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const [unit] = campaign.villages;
  await signIn(await camatOf(campaign));
  await page.goto(campaign.at(`/input/${unit.code}`));
  const mr = page.getByRole("textbox", { name: "MR · 9–59 bulan" });
  const opv = page.getByRole("textbox", { name: "OPV · 9–59 bulan" });
  await mr.tap();
  await page.keyboard.type("15");
  await opv.tap();
  await mr.tap();
  await page.keyboard.type("9");
  await expect(mr).toHaveValue("9");
  // The second tap is for who wants to change one digit.
  await mr.tap();
  await page.keyboard.press("End");
  await page.keyboard.type("1");
  await expect(mr).toHaveValue("91");

  await mr.fill("");
  await page.getByRole("button", { name: `Nihil untuk ${unit.name}` }).tap();
  await expect(page.getByText(/^Nihil, terkirim/)).toBeVisible();
  await expect(mr).toHaveValue("");
  await expect(mr).toHaveAttribute("placeholder", "nihil");
  await mr.tap();
  await page.keyboard.type("12");
  await expect(mr).toHaveValue("12");
});

test("a verified report is only read", async ({ page, newCampaign, camatOf, officeOf, signIn }) => {
  const campaign = await newCampaign();
  const [unit] = campaign.villages;
  await campaign.report(unit, campaign.today, [10, 4]);
  await signIn(await officeOf(campaign));
  await page.goto(campaign.at("/verifikasi"));
  await page.getByRole("checkbox", { name: `Pilih ${unit.name},` }).check();
  await page.getByRole("button", { name: "Verifikasi 1 laporan" }).click();
  await expect(page.getByRole("status")).toHaveText("1 laporan terverifikasi.");

  const camat = await camatOf(campaign);
  await page.goto("about:blank");
  await page.context().clearCookies();
  await signIn(camat);
  await page.goto(campaign.at(`/input/${unit.code}`));
  const mr = page.getByRole("textbox", { name: "MR · 9–59 bulan" });
  await expect(mr).toHaveValue("10");
  await expect(mr).not.toBeEditable();
  await expect(page.getByRole("button", { name: /^Kirim/ })).toHaveCount(0);
  await expect(page.getByText("Terverifikasi, hanya dapat dibaca.")).toBeVisible();
});

test("a campaign elsewhere changes nothing, and one here is named with what waits in it", async ({
  page,
  admin,
  newKabupaten,
  camatOf,
  signIn,
}) => {
  const kabupaten = await newKabupaten();
  const own = await makeCampaign(admin, kabupaten, { name: "BIAN di sini" });
  await makeCampaign(admin, kabupaten, {
    name: "Kejar di sebelah",
    starts: -1,
    units: [kabupaten.neighbourVillage],
  });
  await signIn(await camatOf({ kabupaten }));
  await page.goto("/input");
  await expect(
    page.getByText("0 dari 4 desa terkirim").locator("visible=true").first(),
  ).toBeVisible();
  await expect(page.getByText(own.name).locator("visible=true").first()).toBeVisible();
  await expect(page.getByText("Kejar di sebelah").locator("visible=true")).toHaveCount(0);

  await makeCampaign(admin, kabupaten, {
    name: "PIN di sini",
    starts: -1,
    units: kabupaten.villages.slice(0, 2),
  });
  await page.goto(own.at("/input"));
  const strip = page.getByRole("navigation", { name: "Kampanye Anda hari ini" });
  await expect(strip.getByRole("link", { name: "BIAN di sini 4 menunggu" })).toHaveAttribute(
    "aria-current",
    "true",
  );
  await strip.getByRole("link", { name: "PIN di sini 2 menunggu" }).click();
  await expect(
    page.getByText("0 dari 2 desa terkirim").locator("visible=true").first(),
  ).toBeVisible();
});

test("the lurah of one village lands on its card", async ({
  page,
  newCampaign,
  newPerson,
  signIn,
}) => {
  const campaign = await newCampaign();
  const [unit] = campaign.villages;
  await signIn(await newPerson("villageHead", unit.code));
  await page.goto("/input");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(unit.name);
  await page.getByRole("link", { name: /^Hari sebelumnya/ }).click();
  await expect(page).toHaveURL(/hari=/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(unit.name);
});

test("browsers are told not to translate", async ({ page }) => {
  await page.goto("/masuk");
  await expect(page.locator("html")).toHaveAttribute("translate", "no");
  await expect(page.locator('meta[name="google"]')).toHaveAttribute("content", "notranslate");
});
