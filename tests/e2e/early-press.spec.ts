import type { Page } from "@playwright/test";

import { expect, test } from "./fixtures";
import { holdScripts } from "./support/late-scripts";

/** Presses a button that is seen before its page is alive, and lets the page come to life. */
async function pressEarly(page: Page, address: string, button: string): Promise<void> {
  const release = await holdScripts(page);
  await page.goto(address, { waitUntil: "commit" });
  await page.getByRole("button", { name: button, exact: true }).click();
  release();
}

test("a village's card does what was pressed before it was alive @phone", async ({
  page,
  newCampaign,
  camatOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  await signIn(await camatOf(campaign));
  await pressEarly(page, campaign.at(`/input/${campaign.villages[0].code}`), "Tempel pesan");
  await expect(page.getByRole("dialog")).toBeVisible();
});

test("the grid does what was pressed before it was alive @desktop", async ({
  page,
  newCampaign,
  camatOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  await signIn(await camatOf(campaign));
  await pressEarly(page, campaign.at("/input"), "Tempel");
  await expect(page.getByRole("dialog")).toBeVisible();
});

test("what was pressed early is done once, and the next press is the next", async ({ page }) => {
  await pressEarly(page, "/masuk", "Tampilkan");
  const password = page.getByLabel("Kata sandi");
  await expect(password).toHaveAttribute("type", "text");
  await page.getByRole("button", { name: "Sembunyikan" }).click();
  await expect(password).toHaveAttribute("type", "password");
});

test("a field that says what it means says it of what was typed before it was alive", async ({
  page,
  signIn,
}) => {
  await signIn("dinkes.kapuas");
  const release = await holdScripts(page);
  await page.goto("/ringkasan?kampanye=bian-kapuas", { waitUntil: "commit" });
  await page.getByLabel("Pada tanggal").filter({ visible: true }).fill("2026-11-12");
  release();
  await expect(
    page.getByText("Kamis, 12 November 2026", { exact: true }).filter({ visible: true }),
  ).toBeVisible();
});

test("fields, a choice and a tick of one form all count that came before it was alive @desktop", async ({
  page,
  newCampaign,
  signIn,
}) => {
  const campaign = await newCampaign({ groups: 2 });
  await signIn("admin");
  const address = `/kampanye/${campaign.slug}`;
  const release = await holdScripts(page);
  await page.goto(address, { waitUntil: "commit" });
  const basis = page.getByLabel("Dasar hukum");
  const name = page.getByLabel("Nama kampanye", { exact: true });
  const rhythm = page.getByLabel("Irama laporan", { exact: true });
  const sums = page.getByLabel("Kelompoknya boleh dijumlahkan").first();
  await basis.fill("SK Bupati 7");
  await name.fill("BIAN susulan");
  await rhythm.selectOption("sessions");
  await sums.uncheck();
  release();
  await expect(page.getByText(/tiap kelompok berdiri sendiri/).first()).toBeVisible();
  await page.getByRole("button", { name: "Simpan perubahan" }).click();
  await expect(page.getByText("Perubahan disimpan.")).toBeVisible();
  await page.reload();
  await expect(basis).toHaveValue("SK Bupati 7");
  await expect(name).toHaveValue("BIAN susulan");
  await expect(rhythm).toHaveValue("sessions");
  await expect(sums).not.toBeChecked();
});

test("what was half typed before it was alive is kept as well @desktop", async ({
  page,
  signIn,
}) => {
  await signIn("dinkes.kapuas");
  const release = await holdScripts(page);
  await page.goto("/pengguna/baru", { waitUntil: "commit" });
  await page.getByLabel("Nama pengguna").fill("kades.pagi");
  release();
  await page.waitForLoadState("networkidle");
  await page.reload();
  await expect(page.getByText("Isian Anda yang belum disimpan dikembalikan.")).toBeVisible();
  await expect(page.getByLabel("Nama pengguna")).toHaveValue("kades.pagi");
  await page.getByRole("button", { name: "Buang isian itu" }).click();
  await expect(page.getByLabel("Nama pengguna")).toHaveValue("");
});
