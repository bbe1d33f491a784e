import type { Page } from "@playwright/test";

import { addDays } from "@/lib/base/time/calendar-day";

import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";

const field = (page: Page, intervention: string) =>
  page.getByRole("textbox", { name: new RegExp(`^${intervention} · `) });

const sent = (page: Page) => page.getByRole("status").filter({ hasText: /^Terkirim[ ,]/ });

const unfold = (page: Page, name: string) =>
  page.locator("summary").filter({ hasText: name }).click();

test("why people were not reached is typed without a signal, sent, and ranked", async ({
  page,
  newCampaign,
  camatOf,
  officeOf,
  signIn,
  expectIncident,
}) => {
  expectIncident("network");
  const campaign = await newCampaign({ reportParts: ["reasons", "vials"] });
  const [village, other] = campaign.villages;
  await signIn(await camatOf(campaign));
  await page.goto(campaign.at(`/input/${village.code}`));
  await page.waitForLoadState("networkidle");
  await field(page, "MR").fill("12");
  await field(page, "OPV").fill("7");

  await unfold(page, "Alasan tidak diimunisasi");
  await page.getByRole("textbox", { name: /^Sedang sakit/ }).fill("4");
  await page.getByRole("textbox", { name: /^Terlalu jauh/ }).fill("0");
  await unfold(page, "Botol dibuka");
  await page.getByRole("textbox", { name: /^Campak-rubela \(MR\)/ }).fill("dua");
  await expect(page.getByRole("textbox", { name: /^Campak-rubela \(MR\)/ })).toHaveAttribute(
    "aria-invalid",
    "true",
  );
  await page.getByRole("textbox", { name: /^Campak-rubela \(MR\)/ }).fill("2");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.context().setOffline(true);
  await page.getByRole("button", { name: /^Kirim/ }).click();
  await expect(page.getByText("tersimpan di perangkat ini").first()).toBeVisible();
  await page.context().setOffline(false);
  await expect(sent(page)).toBeVisible({ timeout: 30_000 });

  // The card says them again, the empty ones empty.
  await page.reload();
  await expect(page.getByRole("textbox", { name: /^Sedang sakit/ })).toHaveValue("4");
  await expect(page.getByRole("textbox", { name: /^Terlalu jauh/ })).toHaveValue("0");
  await expect(page.getByRole("textbox", { name: /^Lainnya/ })).toHaveValue("");

  // A correction of the table alone leaves what was answered.
  await campaign.report(other, campaign.today, [3, 3]);
  await signIn(await officeOf(campaign));
  await page.goto(campaign.at("/cakupan"));
  const panel = page.getByRole("region", { name: "Alasan tidak diimunisasi" });
  await expect(panel).toContainText("4 anak belum diimunisasi");
  await expect(panel.getByRole("listitem").first()).toContainText(/Sedang sakit\s*4 anak/);
  await expect(panel).toContainText("Botol dibuka: MR 2");
  await expectAccessible(page);
  const file = await page.request.get(
    (await panel.getByRole("link", { name: "Unduh CSV" }).getAttribute("href")) ?? "",
  );
  expect(await file.text()).toMatch(/Sedang sakit.*;4;1|Sedang sakit.*,4,1/);
});

test("sweeping that serves more than it finds is told at once, and goes when it is right", async ({
  page,
  newCampaign,
  camatOf,
  signIn,
}) => {
  const campaign = await newCampaign({ reportParts: ["sweeping"], roundEnds: -1 });
  await signIn(await camatOf(campaign));
  await page.goto(campaign.at(`/input/${campaign.villages[0].code}`));
  await page.waitForLoadState("networkidle");
  await field(page, "MR").fill("3");
  await field(page, "OPV").fill("0");
  await unfold(page, "Sweeping: ditemukan / diimunisasi");
  await page.getByRole("textbox", { name: /^Ditemukan belum/ }).fill("5");
  await page.getByRole("textbox", { name: /^Di antaranya/ }).fill("6");
  await expect(page.getByText("lebih banyak daripada yang ditemukan")).toBeVisible();
  await page.getByRole("button", { name: /^Kirim/ }).click();
  await expect(page.getByRole("textbox", { name: /^Di antaranya/ })).toBeFocused();
  await page.getByRole("textbox", { name: /^Di antaranya/ }).fill("3");
  await page.getByRole("button", { name: /^Kirim/ }).click();
  await expect(sent(page)).toBeVisible();

  // The day before was no day of sweeping.
  await page.goto(
    campaign.at(`/input/${campaign.villages[0].code}?hari=${addDays(campaign.today, -1)}`),
  );
  await expect(page.locator("summary").filter({ hasText: "Sweeping" })).toHaveCount(0);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("parts go with the plain form @phone", async ({ page, newCampaign, camatOf, signIn }) => {
    const campaign = await newCampaign({ reportParts: ["reasons"] });
    await signIn(await camatOf(campaign));
    const address = campaign.at(`/input/${campaign.villages[0].code}`);
    await page.goto(address);
    await field(page, "MR").fill("5");
    await unfold(page, "Alasan tidak diimunisasi");
    await page.getByRole("textbox", { name: /^Sedang bepergian/ }).fill("x9");
    await field(page, "MR").press("Enter");
    await expect(page.getByText("Isian tambahan belum benar").first()).toBeVisible();
    await expect(page.getByRole("textbox", { name: /^Sedang bepergian/ })).toHaveValue("x9");
    await page.getByRole("textbox", { name: /^Sedang bepergian/ }).fill("9");
    await field(page, "MR").press("Enter");
    await page.waitForURL(/terkirim=/);
    await page.goto(address);
    await expect(page.getByRole("textbox", { name: /^Sedang bepergian/ })).toHaveValue("9");
  });
});

test("a campaign that asks for nothing more has a card as ever", async ({
  page,
  newCampaign,
  camatOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  await signIn(await camatOf(campaign));
  await page.goto(campaign.at(`/input/${campaign.villages[0].code}`));
  await expect(field(page, "MR")).toBeVisible();
  await expect(page.getByText("Botol dibuka")).toHaveCount(0);
  await expect(page.getByText("Alasan tidak")).toHaveCount(0);
});
