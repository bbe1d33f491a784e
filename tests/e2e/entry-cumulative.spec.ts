import type { Page } from "@playwright/test";

import { addDays } from "@/lib/base/time/calendar-day";

import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import type { OwnCampaign, VillageIndex } from "./support/campaign";
import { openGrid, sent, stored } from "./support/grid";

const mode = (page: Page, name: "angka harian" | "angka kumulatif") =>
  page.getByRole("button", { name }).locator("visible=true");

/** The field of a village's MR as cumulative figures are typed. */
const figure = (page: Page, campaign: OwnCampaign, index: VillageIndex) =>
  page.getByRole("textbox", {
    name: `${campaign.villages[index].name}, MR 9–59 bulan, kumulatif`,
    exact: true,
  });

/** Doses that the server has of each version of a village's MR of today, the latest first. */
async function versions(page: Page, campaign: OwnCampaign, index: VillageIndex) {
  const answer = await page.request.get(`/api/v1/campaigns/${campaign.slug}/history`, {
    params: {
      unit: campaign.villages[index].code,
      day: campaign.today,
      intervention: "mr",
      targetGroup: "9-59-bulan",
    },
  });
  const { values } = (await answer.json()) as {
    values: readonly { residents: number; figures: string; reason: { code: string } | null }[];
  };
  return values.map(({ residents, figures, reason }) => [residents, figures, reason?.code ?? null]);
}

test("the camat types cumulative figures, sees each day's difference, and explains one that falls @desktop", async ({
  page,
  newCampaign,
  camatOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const [village] = campaign.villages;
  await campaign.report(village, addDays(campaign.today, -1), [22, 5]);
  await signIn(await camatOf(campaign));
  const grid = await openGrid(page, campaign);

  await mode(page, "angka kumulatif").click();
  await expect(mode(page, "angka kumulatif")).toHaveAttribute("aria-pressed", "true");
  // The list for phones, hidden here, says it too once the server has answered.
  await expect(
    page.getByText("Isi jumlah sejak awal putaran sampai hari laporan.").locator("visible=true"),
  ).toBeVisible();

  await figure(page, campaign, 0).fill("35");
  await expect(grid.row(0)).toContainText("+13");
  await figure(page, campaign, 0).press("Control+Enter");
  await expect(grid.row(0)).toContainText(sent);
  expect(await versions(page, campaign, 0)).toEqual([[13, "cumulative", null]]);
  await expectAccessible(page);

  await figure(page, campaign, 0).fill("20");
  await expect(
    page.getByText("Kumulatif turun dari 22 ke 20. Tulis alasannya.").first(),
  ).toBeVisible();
  await figure(page, campaign, 1).focus();
  await expect(grid.row(0)).toContainText("Perlu alasan");
  expect(await versions(page, campaign, 0)).toHaveLength(1);

  await page.getByRole("button", { name: "Kirim 1 desa" }).click();
  const dialog = page.getByRole("dialog", { name: "Alasan perubahan" });
  await expect(
    dialog.getByRole("radio", { name: "Angka kumulatif dikoreksi turun" }),
  ).toBeChecked();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Kirim dengan alasan ini" }).click();

  await expect(grid.row(0)).toContainText(sent);
  expect(await versions(page, campaign, 0)).toEqual([
    [-2, "cumulative", "cumulativeFell"],
    [13, "cumulative", null],
  ]);
  expect((await stored(page, campaign))[0]).toEqual([20, 5]);

  // Who types cumulative figures does so on the next visit too.
  await page.reload();
  await expect(mode(page, "angka kumulatif")).toHaveAttribute("aria-pressed", "true");
  await expect(figure(page, campaign, 0)).toHaveValue("20");
});

test("changing what is typed keeps what is not sent, and says the same @phone", async ({
  page,
  newCampaign,
  camatOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const [village] = campaign.villages;
  await campaign.report(village, addDays(campaign.today, -1), [22, 5]);
  // What is typed is the person's own choice: no other story types as this one.
  await signIn(await camatOf(campaign));
  await page.goto(campaign.at(`/input/${village.code}`));
  const field = page.getByRole("textbox", { name: /^MR · / });
  await field.fill("13");

  await mode(page, "angka kumulatif").click();
  await expect(field).toHaveValue("35");
  const card = page.getByRole("region", { name: "Campak-rubela (MR)" });
  await expect(card).toContainText("+13 hari ini");
  await expect(card).toContainText("s.d. kemarin 22");
  await expect(page.getByText("1 desa yang belum terkirim ikut disesuaikan")).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);

  await mode(page, "angka harian").click();
  await expect(field).toHaveValue("13");
  await expect(card).toContainText("kemarin 22");
  await page.getByRole("button", { name: /^Kirim/ }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Terkirim[ ,]/ })).toBeVisible();
  expect(await versions(page, campaign, 0)).toEqual([[13, "daily", null]]);
});

test("figures of earlier days that changed meanwhile are told with both numbers @phone", async ({
  page,
  newCampaign,
  camatOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const [village] = campaign.villages;
  const yesterday = addDays(campaign.today, -1);
  await campaign.report(village, yesterday, [22, 5]);
  // What is typed is the person's own choice: no other story types as this one.
  await signIn(await camatOf(campaign));
  await page.goto(campaign.at(`/input/${village.code}`));
  await mode(page, "angka kumulatif").click();
  const field = page.getByRole("textbox", { name: /^MR · / });
  await field.fill("35");
  await campaign.report(village, addDays(campaign.today, -2), [3, 0]);
  await page.getByRole("button", { name: /^Kirim/ }).click();

  const card = page.getByRole("region", { name: "Campak-rubela (MR)" });
  await expect(card).toContainText("Angka s.d. kemarin sekarang 25, sebelumnya 22.");
  await expect(card).toContainText("+10 hari ini");
  await expect(field).toHaveValue("35");
  await page.getByRole("button", { name: /^Kirim/ }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Terkirim[ ,]/ })).toBeVisible();
  expect(await versions(page, campaign, 0)).toEqual([[10, "cumulative", null]]);
});

test("a missed day below a cumulative figure is asked about, and is not counted twice @desktop", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const yesterday = addDays(campaign.today, -1);
  // No day is closed to the dinkes.
  const dinkes = await officeOf(campaign);
  await signIn(dinkes);
  const grid = await openGrid(page, campaign);
  const doses = async () => (await stored(page, campaign))[0]?.[0];
  const openDay = async (day: string) => {
    const { code } = campaign.kabupaten.kecamatan;
    await page.goto(campaign.at(`/input?kecamatan=${code}&hari=${day}`));
    await expect(figure(page, campaign, 0)).toBeEditable();
  };

  await mode(page, "angka kumulatif").click();
  await expect(mode(page, "angka kumulatif")).toHaveAttribute("aria-pressed", "true");
  await figure(page, campaign, 0).fill("50");
  await figure(page, campaign, 0).press("Control+Enter");
  await expect(grid.row(0)).toContainText(sent);

  await openDay(yesterday);
  await figure(page, campaign, 0).fill("30");
  await figure(page, campaign, 0).press("Control+Enter");
  await expect(grid.row(0)).toContainText("sudah kumulatif 50, akan menjadi 80");
  expect(await doses()).toBe(50);

  await grid.row(0).getByRole("button", { name: "Tulis alasan" }).click();
  const dialog = page.getByRole("dialog", { name: "Mungkin terhitung dua kali" });
  await expect(dialog.getByRole("radio")).toHaveCount(2);
  await dialog.getByRole("radio", { name: /^Sudah tercakup/ }).check();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Kirim dengan alasan ini" }).click();
  await expect(grid.row(0)).toContainText(sent);
  expect(await doses()).toBe(80);

  // The day that held both is typed anew, as the answer said.
  await openDay(campaign.today);
  await expect(figure(page, campaign, 0)).toHaveValue("80");
  await figure(page, campaign, 0).fill("50");
  await figure(page, campaign, 0).press("Control+Enter");
  await expect(grid.row(0)).toContainText(sent);
  await expect.poll(doses).toBe(50);
  expect(await versions(page, campaign, 0)).toEqual([
    [20, "cumulative", null],
    [50, "cumulative", null],
  ]);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("cumulative figures are chosen, sent and stored as the day's difference @phone", async ({
    page,
    newCampaign,
    camatOf,
    signIn,
  }) => {
    const campaign = await newCampaign();
    const [village] = campaign.villages;
    await campaign.report(village, addDays(campaign.today, -1), [22, 5]);
    await signIn(await camatOf(campaign));
    await page.goto(campaign.at(`/input/${village.code}`));
    await mode(page, "angka kumulatif").click();
    await expect(mode(page, "angka kumulatif")).toHaveAttribute("aria-pressed", "true");
    await page.getByRole("textbox", { name: /^MR · / }).fill("20");
    await page.getByRole("button", { name: `Kirim ${village.name}` }).click();

    await expect(page.getByRole("alert")).toContainText("kumulatif turun dari 22 ke 20");
    await expect(page.getByRole("textbox", { name: /^MR · / })).toHaveValue("20");
    await expect(page.getByRole("combobox", { name: "Mengapa diubah?" })).toHaveValue(
      "cumulativeFell",
    );
    await page.getByRole("button", { name: `Kirim ${village.name}` }).click();
    await expect(page.getByText(`Laporan ${village.name} terkirim.`)).toBeVisible();
    expect(await versions(page, campaign, 0)).toEqual([[-2, "cumulative", "cumulativeFell"]]);
  });
});
