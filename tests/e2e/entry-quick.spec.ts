import type { Locator, Page } from "@playwright/test";

import { expect, test } from "./fixtures";
import { gridOf } from "./support/grid";
import { holdScripts } from "./support/late-scripts";
import { slowDown } from "./support/slow-machine";

test.beforeEach(async ({ signIn }) => {
  test.slow();
  await signIn("admin");
});

/**
 * Types a number while a slow machine brings the page to life: a digit before, some meanwhile, one
 * afterwards.
 *
 * @param alive what the page shows only when it is alive.
 */
async function typeThroughout(page: Page, address: string, field: Locator, alive: Locator) {
  await slowDown(page, 6);
  const release = await holdScripts(page);
  await page.goto(address, { waitUntil: "commit" });
  await field.focus();
  await page.keyboard.type("1");
  release();
  await page.keyboard.type("234", { delay: 150 });
  await expect(alive).toBeVisible({ timeout: 30_000 });
  await page.keyboard.type("5");
  await expect(field).toHaveValue("12345");
}

test("no digit is lost in the grid while a slow PC brings it to life @desktop", async ({
  page,
  newCampaign,
}) => {
  const campaign = await newCampaign();
  const { cell } = gridOf(page, campaign);
  const address = campaign.at(`/input?kecamatan=${campaign.kabupaten.kecamatan.code}`);
  const chosen = page.getByRole("region", { name: "Sel yang dipilih" });
  await typeThroughout(page, address, cell(1, "MR"), chosen.getByText("Sasaran", { exact: true }));

  // It is one number, and one step.
  await page.keyboard.press("Control+Z");
  await expect(cell(1, "MR")).toHaveValue("");
  await page.keyboard.press("Control+Y");
  await expect(cell(1, "MR")).toHaveValue("12345");
  // What is put back is chosen as soon as it stands there: the next digit replaces it.
  await page.keyboard.type("67");
  await expect(cell(1, "MR")).toHaveValue("67");
});

test("no digit is lost on the card while a slow phone brings it to life @phone", async ({
  page,
  newCampaign,
}) => {
  const campaign = await newCampaign();
  await typeThroughout(
    page,
    campaign.at(`/input/${campaign.villages[0].code}`),
    page.getByRole("textbox", { name: "MR · 9–59 bulan" }),
    page.getByRole("button", { name: "Angka ini benar" }),
  );
});
