import { readFile } from "node:fs/promises";

import { expect, test } from "./fixtures";
import { expectAccessible, expectNoMissingSentence } from "./support/accessible";

test("a campaign is kept as a file, copied, and deleted by its name @desktop", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
  expectIncident,
}) => {
  const campaign = await newCampaign();
  await signIn(await officeOf(campaign));
  const address = campaign.at(`/kampanye/${campaign.slug}`);
  await page.goto(address);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Unduh definisi (JSON)", exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`${campaign.slug}.json`);
  const file: unknown = JSON.parse(await readFile(await download.path(), "utf8"));
  expect(file).toMatchObject({ slug: campaign.slug, name: campaign.name });
  const answer = await page.request.get(`/api/v1/campaigns/${campaign.slug}`);
  expect(file).toEqual(await answer.json());

  await page.getByText("Salin kampanye", { exact: true }).click();
  await page.getByRole("button", { name: "Buka isian kampanye baru", exact: true }).click();
  await expect(page).toHaveURL(/\/kampanye\/baru\?konsep=/);

  await page.goto(address);
  await page.getByText("Hapus kampanye", { exact: true }).click();
  await expectAccessible(page);
  const typed = page.getByLabel("Ketik nama kampanye untuk menghapusnya", { exact: true });
  await typed.fill("Kampanye lain");
  await page.getByRole("button", { name: "Hapus kampanye ini", exact: true }).click();
  await expect(page.getByText("Nama yang diketik tidak sama.")).toBeVisible();
  await expect(typed).toHaveValue("Kampanye lain");
  await expectNoMissingSentence(page);

  await typed.fill(campaign.name);
  await page.getByRole("button", { name: "Hapus kampanye ini", exact: true }).click();
  await expect(page.getByText("Kampanye dihapus.", { exact: true })).toBeVisible();
  expectIncident("404");
  expect((await page.goto(address))?.status()).toBe(404);
});

test("a campaign with reports says how many, and leads to the archive @desktop", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  await campaign.report(campaign.villages[0], campaign.today, [3]);
  await signIn(await officeOf(campaign));
  await page.goto(campaign.at(`/kampanye/${campaign.slug}`));

  await page.getByText("Hapus kampanye", { exact: true }).click();
  await expect(page.getByText(/sudah menerima 1 kiriman laporan, jadi tidak dapat/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Hapus kampanye ini" })).toHaveCount(0);
  await page.getByRole("link", { name: "Kalau tidak dipakai lagi, arsipkan saja" }).click();
  await expect(page.getByRole("button", { name: "Arsipkan kampanye" })).toBeInViewport();
});
