import type { Page } from "@playwright/test";

import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import type { OwnCampaign } from "./support/campaign";
import { readCoverage } from "./support/interface";
import { holdScripts } from "./support/late-scripts";

const field = (page: Page, intervention: string) =>
  page.getByRole("textbox", { name: new RegExp(`^${intervention} · `) });

const sent = (page: Page) => page.getByRole("status").filter({ hasText: /^Terkirim[ ,]/ });

/** Doses of the campaign's first village, column by column. */
async function stored(page: Page, campaign: OwnCampaign) {
  const { rows } = await readCoverage(page.request, campaign.slug, { by: "unit" });
  return rows
    .filter(({ code }) => code === campaign.villages[0].code)
    .map(({ dosesAdministered }) => dosesAdministered);
}

test("what was rejected before the page was alive stays as it was typed, and goes once it is put right @phone", async ({
  page,
  newCampaign,
  camatOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  await signIn(await camatOf(campaign));
  const address = campaign.at(`/input/${campaign.villages[0].code}`);
  const release = await holdScripts(page);
  await page.goto(address, { waitUntil: "commit" });
  await field(page, "MR").fill("12,5");
  await field(page, "MR").press("Enter");
  const rejected = page.getByRole("alert").filter({ hasText: "12,5 ditolak." });
  await expect(rejected).toBeVisible();
  await field(page, "OPV").fill("4");

  release();
  await page.waitForLoadState("networkidle");
  await expect(field(page, "MR")).toHaveValue("12,5");
  await expect(field(page, "OPV")).toHaveValue("4");
  await expect(field(page, "MR")).toHaveAccessibleDescription(/12,5 ditolak\./);
  await expect(rejected).toBeVisible();
  await field(page, "MR").fill("125");
  await expect(field(page, "MR")).toHaveValue("125");
  await expect(rejected).toHaveCount(0);
  await field(page, "MR").fill("12,5");
  await expect(rejected).toBeVisible();
  await page.goto(address);
  await expect(field(page, "MR")).toHaveValue("12,5");
  await expect(field(page, "OPV")).toHaveValue("4");

  await field(page, "MR").fill("12");
  await page.getByRole("button", { name: /^Kirim/ }).click();
  await expect(sent(page)).toBeVisible();
  expect(await stored(page, campaign)).toEqual([12, 4]);
});

test("a choice between two reports that came before the page was alive is made there, and is history @phone", async ({
  page,
  newCampaign,
  camatOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const [unit] = campaign.villages;
  const camat = await camatOf(campaign);
  await signIn(camat);
  const release = await holdScripts(page);
  await page.goto(campaign.at(`/input/${unit.code}`), { waitUntil: "commit" });
  await field(page, "MR").fill("13");
  await campaign.report(unit, campaign.today, [15, 2]);
  await field(page, "MR").press("Enter");
  const choice = page.getByRole("region", { name: "Ada angka yang lebih baru" });
  await expect(choice.getByRole("row", { name: /^MR/ })).toContainText(/13\s*15/);

  release();
  await page.waitForLoadState("networkidle");
  await expect(field(page, "MR")).toHaveValue("13");
  await field(page, "MR").fill("14");
  await expect(choice.getByRole("row", { name: /^MR/ })).toContainText(/14\s*15/);
  await page.evaluate(() => window.scrollTo(0, 0));
  await expectAccessible(page);
  await choice.getByRole("button", { name: "Pakai isian Anda" }).click();
  await expect(sent(page)).toBeVisible();
  await expect(choice).toHaveCount(0);
  expect(await stored(page, campaign)).toEqual([14, 0]);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  for (const { kept, button, doses } of [
    { kept: "their own", button: "Pakai isian Anda", doses: [13, 0] },
    { kept: "the other's", button: "Pakai yang terkirim", doses: [15, 2] },
  ]) {
    test(`a camat who reports over another sees both, and keeps ${kept} @phone`, async ({
      page,
      newCampaign,
      camatOf,
      signIn,
    }) => {
      const campaign = await newCampaign();
      const [unit] = campaign.villages;
      await signIn(await camatOf(campaign));
      await page.goto(campaign.at(`/input/${unit.code}`));
      await field(page, "MR").fill("13");
      await campaign.report(unit, campaign.today, [15, 2]);
      await page.getByRole("button", { name: `Kirim ${unit.name}` }).click();

      const choice = page.getByRole("region", { name: "Ada angka yang lebih baru" });
      await expect(choice).toContainText(/mengirim laporan ini pukul \d{2}\.\d{2}/);
      await expect(choice.getByRole("row", { name: /^MR/ })).toContainText(/13\s*15/);
      await expect(choice.getByRole("row", { name: /^OPV/ })).toContainText(/–\s*2/);
      await expectNoSidewaysScroll(page);
      // Enter, or the same button again, chooses nothing.
      await field(page, "MR").press("Enter");
      await expect(choice).toBeVisible();
      expect(await stored(page, campaign)).toEqual([15, 2]);

      await choice.getByRole("button", { name: button }).click();
      await expect(page.getByText(`Laporan ${unit.name} terkirim.`)).toBeVisible();
      expect(await stored(page, campaign)).toEqual(doses);
      await page.goto(campaign.at(`/input/${unit.code}`));
      await expect(field(page, "MR")).toHaveValue(String(doses[0]));
    });
  }

  test("Nihil over another's report is chosen as Nihil @phone", async ({
    page,
    newCampaign,
    camatOf,
    signIn,
  }) => {
    const campaign = await newCampaign();
    const [unit] = campaign.villages;
    await signIn(await camatOf(campaign));
    await page.goto(campaign.at(`/input/${unit.code}`));
    await campaign.report(unit, campaign.today, [15, 2]);
    await page.getByRole("button", { name: `Nihil untuk ${unit.name}` }).click();
    const choice = page.getByRole("region", { name: "Ada angka yang lebih baru" });
    await expect(choice.getByRole("row", { name: /^MR/ })).toContainText(/0\s*15/);
    await choice.getByRole("button", { name: "Pakai isian Anda" }).click();
    await expect(page.getByText(`Laporan ${unit.name} terkirim.`)).toBeVisible();
    await expect(page.getByRole("link", { name: new RegExp(`^${unit.name}`) })).toContainText(
      "Nihil",
    );
  });
});
