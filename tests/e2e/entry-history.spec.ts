import type { Page } from "@playwright/test";

import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";

/** Sends a village's MR from its card; a change of another's report is asked its reason. */
async function send(page: Page, count: number, reason?: { why: string; note: string }) {
  await page.getByRole("textbox", { name: /^MR · / }).fill(String(count));
  await page.getByRole("button", { name: /^Kirim/ }).click();
  if (reason) {
    const dialog = page.getByRole("dialog", { name: "Alasan perubahan" });
    await dialog.getByRole("radio", { name: reason.why }).check();
    await dialog.getByRole("textbox").fill(reason.note);
    await dialog.getByRole("button", { name: "Kirim dengan alasan ini" }).click();
  }
  await expect(page.getByRole("status").filter({ hasText: /^Terkirim[ ,]/ })).toBeVisible();
}

test("a number that was corrected twice tells every value, who typed it, when, where and why @phone", async ({
  page,
  context,
  newCampaign,
  camatOf,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const [village] = campaign.villages;
  const card = campaign.at(`/input/${village.code}`);
  const camat = await camatOf(campaign);
  const office = await officeOf(campaign);

  await signIn(camat);
  await page.goto(card);
  await send(page, 13);
  await send(page, 15);
  await page.goto("about:blank");
  await context.clearCookies();
  await signIn(office);
  await page.goto(card);
  await send(page, 14, { why: "Dihitung ulang", note: "sesuai buku register" });

  const open = page.getByRole("button", { name: `Riwayat ${village.name}` });
  await open.click();
  const dialog = page.getByRole("dialog", { name: `Riwayat ${village.name}` });
  const lines = dialog.getByRole("list", { name: "Riwayat, yang terbaru di atas" });
  await expect(lines.getByRole("listitem")).toHaveCount(3);
  await expect(lines.getByRole("listitem").nth(0)).toContainText(/^14/);
  await expect(lines.getByRole("listitem").nth(0)).toContainText("berlaku");
  await expect(lines.getByRole("listitem").nth(0)).toContainText(
    "Alasan: Dihitung ulang. “sesuai buku register”",
  );
  await expect(lines.getByRole("listitem").nth(1)).toContainText(/^15/);
  await expect(lines.getByRole("listitem").nth(2)).toContainText(/^13/);
  for (const line of await lines.getByRole("listitem").all()) {
    await expect(line).toContainText(/\d{4}, \d{2}\.\d{2} WIB · diisi di layar/);
  }
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await dialog.getByRole("combobox", { name: "Kolom" }).selectOption({ label: "OPV, 9–59 bulan" });
  await expect(dialog.getByText("Belum ada perubahan.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(open).toBeFocused();
});

test("the chosen cell of the grid opens its history, with where the number came from @desktop", async ({
  page,
  newCampaign,
  signIn,
}) => {
  const campaign = await newCampaign();
  const [village] = campaign.villages;
  await campaign.report(village, campaign.today, [13, 4]);
  await signIn("admin");
  await page.goto(campaign.at("/input"));
  const cell = page.getByRole("textbox", {
    name: `${village.name}, MR 9–59 bulan`,
    exact: true,
  });
  await cell.click();
  await page.keyboard.press("Shift+F2");

  const line = page.getByRole("dialog").getByRole("listitem");
  await expect(line).toHaveCount(1);
  await expect(line).toContainText(/^13/);
  await expect(line).toContainText("dikirim program lain");
  await page.keyboard.press("Escape");
  await expect(cell).toBeFocused();
});

test("without a connection the history says that it needs one, and comes when it is back @phone", async ({
  page,
  newCampaign,
  signIn,
  expectIncident,
}) => {
  expectIncident("network");
  const campaign = await newCampaign();
  const [village] = campaign.villages;
  await campaign.report(village, campaign.today, [13, 4]);
  await signIn("admin");
  await page.goto(campaign.at(`/input/${village.code}`));
  await page.route("**/history?**", (route) => route.abort("internetdisconnected"));
  await page.getByRole("button", { name: `Riwayat ${village.name}` }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Riwayat perlu sinyal.");

  await page.unroute("**/history?**");
  await dialog.getByRole("button", { name: "Coba lagi" }).click();
  await expect(dialog.getByRole("listitem")).toContainText(/^13/);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the clock of a village's card leads to the same history as a page @phone", async ({
    page,
    newCampaign,
    signIn,
  }) => {
    const campaign = await newCampaign();
    const [village] = campaign.villages;
    await campaign.report(village, campaign.today, [13, 4]);
    await signIn("admin");
    await page.goto(campaign.at(`/input/${village.code}`));
    await page.getByRole("link", { name: `Riwayat ${village.name}` }).click();
    await expect(page.getByRole("heading", { name: `Laporan ${village.name},` })).toBeVisible();
    await expect(page.getByRole("region", { name: "Riwayat" })).toContainText("13");
  });
});
