import type { Page } from "@playwright/test";

import { addDays } from "@/lib/base/time/calendar-day";

import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import type { CampaignPlan, OwnCampaign } from "./support/campaign";
import { seen } from "./support/seen";

type Shape = {
  readonly name: string;
  readonly plan: CampaignPlan;
  readonly report?: (campaign: OwnCampaign) => Promise<void>;
  /** What each page says of it. */
  readonly summary: RegExp;
  readonly coverage: RegExp;
  readonly entry: RegExp;
};

async function eachUnit(campaign: OwnCampaign, counts: readonly number[]) {
  for (const unit of campaign.units) {
    await campaign.report(unit, addDays(campaign.today, -1), counts);
  }
}

const shapes: readonly Shape[] = [
  {
    name: "nobody has reported",
    plan: {},
    summary: /Belum ada laporan/,
    coverage: /belum ada laporan/i,
    entry: /0 dari 4 desa terkirim/,
  },
  {
    name: "no target population is loaded",
    plan: { children: null },
    report: (campaign) => eachUnit(campaign, [12, 3]),
    summary: /Cakupan belum dapat dihitung/,
    coverage: /Cakupan belum dapat dihitung/,
    entry: /0 dari 4 desa terkirim/,
  },
  {
    name: "a target population of 0",
    plan: { children: 0 },
    report: (campaign) => eachUnit(campaign, [2, 1]),
    summary: /Sasarannya 0/,
    coverage: /sasaran 0/,
    entry: /0 dari 4 desa terkirim/,
  },
  {
    name: "more than everyone",
    plan: { children: 100 },
    report: (campaign) => eachUnit(campaign, [120, 3600]),
    summary: /120,0%/,
    coverage: /120,0%/,
    entry: /0 dari 4 desa terkirim/,
  },
  {
    name: "the first day",
    plan: { starts: 0, ends: 13 },
    report: async (campaign) => {
      const [unit] = campaign.villages;
      if (unit) await campaign.report(unit, campaign.today, [4, 1]);
    },
    summary: /Hari ke-1 dari 14/,
    coverage: /hari ke-1 dari 14/,
    entry: /1 dari 4 desa terkirim/,
  },
  {
    name: "the last day",
    plan: { starts: -13, ends: 0 },
    report: (campaign) => eachUnit(campaign, [60, 10]),
    summary: /Hari ke-14 dari 14 .* 1 hari tersisa, termasuk hari ini/,
    coverage: /hari ke-14 dari 14/,
    entry: /0 dari 4 desa terkirim/,
  },
  {
    name: "before the start",
    plan: { starts: 3, ends: 12 },
    summary: /3 hari lagi/,
    coverage: /mulai \d+ /,
    entry: /Kampanye belum mulai/,
  },
  {
    name: "after the end",
    plan: { starts: -12, ends: -3 },
    report: async (campaign) => {
      for (const unit of campaign.units) {
        await campaign.report(unit, addDays(campaign.today, -4), [60, 80]);
      }
    },
    summary: /Waktu habis, kurang 175 anak\./,
    coverage: /Waktu habis, kurang 175 anak\./,
    entry: /Putaran 1 berakhir/,
  },
];

/** One heading, no number that is none, no sideways scroll. */
async function expectSound(page: Page) {
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  const text = await page.getByRole("main").innerText();
  expect(text.match(/NaN|Infinity|∞|undefined|\bnull\b|\[object/g)).toBeNull();
  expect(text.match(/[−-]\d[\d.]* anak/g), "a negative number of children").toBeNull();
  await expectNoSidewaysScroll(page);
}

for (const shape of shapes) {
  test(`${shape.name}: every page says so in words`, async ({ page, newCampaign, signIn }) => {
    const campaign = await newCampaign(shape.plan);
    await shape.report?.(campaign);
    await signIn("admin");
    for (const [address, sentence] of [
      ["/ringkasan", shape.summary],
      ["/cakupan", shape.coverage],
      [`/input?kecamatan=${campaign.kabupaten.kecamatan.code}`, shape.entry],
    ] as const) {
      await page.goto(campaign.at(address));
      await expect(seen(page, sentence).first()).toBeVisible();
      await expectSound(page);
    }
  });
}

test("a campaign that nobody can measure is not called reached", async ({
  page,
  newCampaign,
  signIn,
}) => {
  const campaign = await newCampaign({ children: 0 });
  await eachUnit(campaign, [2, 1]);
  await signIn("admin");
  await page.goto(campaign.at("/ringkasan"));

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dua target belum dinilai.");
  await expect(page.getByText("terlampaui")).toHaveCount(0);
});

test("one village alone has every page", async ({ page, newCampaign, newPerson, signIn }) => {
  const campaign = await newCampaign();
  const [unit, other] = campaign.villages;
  await campaign.report(unit, addDays(campaign.today, -1), [30, 10]);
  await signIn(await newPerson("villageHead", unit.code));

  for (const address of ["/input", "/ringkasan", "/cakupan"]) {
    await page.goto(campaign.at(address));
    await expect(seen(page, unit.name).first()).toBeVisible();
    // As a word: "Bali" is in "Kembali".
    await expect(page.getByText(new RegExp(`\\b${other.name}\\b`))).toHaveCount(0);
    await expectSound(page);
  }
});

test("long names break instead of pushing the page wide", async ({ page, newCampaign, signIn }) => {
  const long =
    "Kampanye Imunisasi Tambahan Massal Terpadu Anak Usia Sekolah dan Prasekolah Kepulauan";
  const first = await newCampaign({ name: long });
  await signIn("admin");
  for (const address of ["/ringkasan", "/cakupan", "/input", "/sasaran"]) {
    await page.goto(first.at(address));
    await expectSound(page);
  }
  await page.goto(first.at("/ringkasan"));
  await expectAccessible(page);
});

test("the back button leads through what was looked at", async ({ page, signIn }) => {
  await signIn("dinkes.kapuas");
  await page.goto("/ringkasan");
  await page.goto("/cakupan");
  await page.goto("/cakupan/62.03.01");
  await page.goBack();
  await expect(page).toHaveURL(/\/cakupan$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/ringkasan$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Satu target tercapai");
});
