import type { Page } from "@playwright/test";

import { addDays } from "@/lib/base/time/calendar-day";

import { expect, test } from "./fixtures";
import {
  expectAccessible,
  expectNoSidewaysScroll,
  expectReadableInDark,
} from "./support/accessible";
import { expect as deviceExpect, keptPages, signInOn, test as deviceTest } from "./support/device";

async function fillEvent(page: Page, unit: string, signs: string): Promise<void> {
  await page.getByLabel("Unit", { exact: true }).selectOption(unit);
  await page.getByLabel("Campak-rubela (MR)").check();
  await page.getByLabel("Nomor batch").fill("mr-2604");
  await page.getByRole("radio", { name: /^Serius/ }).check();
  await page.getByLabel("Jam sampai gejala pertama").fill("6");
  await page.getByLabel("Gejala dan keadaannya").fill(signs);
}

test("a camat records a serious event, dinkes tells the province, and its deadline is counted", async ({
  page,
  newCampaign,
  camatOf,
  officeOf,
  signIn,
  expectIncident,
}) => {
  // What the server does not take comes back over the outbox.
  expectIncident("422");
  const campaign = await newCampaign();
  const [village] = campaign.villages;
  await campaign.report(village, addDays(campaign.today, -1), []);
  const camat = await camatOf(campaign);
  await signIn(camat);

  // Nothing is recorded: said with the day of the last zero report.
  await page.goto(campaign.at("/kipi"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tidak ada KIPI tercatat.");
  await expect(page.getByText("Laporan nihil terakhir:")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Catat kejadian" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Catat KIPI");

  // What may be a name is asked about, and nothing typed is lost.
  const signs = "Demam pada Siti Aminah, rawat inap";
  await fillEvent(page, village.name, signs);
  await page.getByRole("button", { name: "Simpan kejadian" }).click();
  await expect(page.getByText(/Mungkin ada nama orang/)).toBeVisible();
  await expect(page.getByLabel("Gejala dan keadaannya")).toHaveValue(signs);
  await expect(page.getByLabel("Nomor batch")).toHaveValue("mr-2604");
  await expectAccessible(page);
  await page.getByLabel("Gejala dan keadaannya").fill("demam tinggi, rawat inap");
  await page.getByRole("button", { name: "Simpan kejadian" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    `Kejadian di ${village.name}`,
  );
  await expect(page.getByText("MR-2604")).toBeVisible();
  const deadlines = page.getByRole("region", { name: "Batas waktu" });
  await expect(deadlines.getByText(/sisa 7[01] jam/)).toBeVisible();
  await expect(deadlines.getByText("sisa 6 hari")).toBeVisible();
  await expectAccessible(page);
  await expectReadableInDark(page);
  await expectNoSidewaysScroll(page);
  const address = page.url();

  // The register tells the camat its kecamatan; who reviews is told the unit.
  await page.goto(campaign.at("/kipi"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "1 KIPI serius dalam batas waktu.",
  );
  const row = page.getByRole("row").filter({ hasText: "demam tinggi" });
  await expect(row).toContainText(campaign.kabupaten.kecamatan.name);
  await expect(row).not.toContainText(village.name);
  await expectNoSidewaysScroll(page);

  await signIn(await officeOf(campaign));
  await page.goto(address);
  await page.getByRole("link", { name: "Betulkan" }).click();
  await page.getByLabel("Rawat inap, atau lebih lama").check();
  await page.getByLabel("Keadaan", { exact: true }).selectOption("Investigasi berjalan");
  await page.getByLabel("Provinsi diberi tahu tanggal").fill(campaign.today);
  await page
    .getByRole("group", { name: "Diisi dinas kesehatan" })
    .getByLabel("Pukul")
    .first()
    .fill("00:00");
  await page.getByRole("button", { name: "Simpan kejadian" }).click();
  await expect(page.getByText(/lebih awal daripada saat kejadian ditemukan/)).toBeVisible();
  await expect(page.getByLabel("Keadaan", { exact: true })).toHaveValue("investigating");
});

test("a register of events is narrowed and taken as a file @desktop", async ({ page, signIn }) => {
  await signIn("dinkes.kapuas");
  await page.goto("/kipi?kampanye=bian-kapuas");
  await expect(page.getByText("beberapa kejadian")).toBeVisible();
  // A short text for the province, that is selected as a whole: no unit, no signs.
  await page.getByText("Lihat teksnya").click();
  const note = page.getByRole("region", { name: "Ringkas untuk provinsi" });
  await expect(note).toContainText("Tanpa nama siapa pun.");
  await expect(note).toContainText("Kecamatan");
  await expect(note).not.toContainText("Selat Hilir");
  await page.getByRole("link", { name: /^Terlambat/ }).click();
  await expect(page.getByText("lewat 9 jam")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV" }).click();
  expect((await download).suggestedFilename()).toMatch(/^kipi-bian-kapuas-/);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("an event is recorded, and a name is asked about @phone", async ({
    page,
    newCampaign,
    camatOf,
    signIn,
  }) => {
    const campaign = await newCampaign();
    const [village] = campaign.villages;
    await signIn(await camatOf(campaign));
    await page.goto(campaign.at("/kipi/baru"));
    await fillEvent(page, village.name, "Ruam pada Budi Santoso");
    await page.getByRole("button", { name: "Simpan kejadian" }).click();
    await expect(page.getByText(/Mungkin ada nama orang/)).toBeVisible();
    await expect(page.getByLabel("Gejala dan keadaannya")).toHaveValue("Ruam pada Budi Santoso");
    await page.getByLabel("Ini bukan nama orang").check();
    await page.getByRole("button", { name: "Simpan kejadian" }).click();
    await expect(page.getByText("Tersimpan.")).toBeVisible();
    await expect(page.getByText("Ruam pada Budi Santoso")).toBeVisible();
  });
});

deviceTest(
  "an event is recorded without a signal and arrives by itself @phone",
  async ({ device, newCampaign, camatOf }) => {
    const campaign = await newCampaign();
    const [village] = campaign.villages;
    const camat = await camatOf(campaign);
    const before = await device.open();
    await signInOn(before, camat.username, camat.password);
    await before.goto(campaign.at("/kipi"));
    await deviceExpect.poll(() => keptPages(before), { timeout: 30_000 }).toBe(1);
    await device.close();

    await device.setOffline(true);
    const page = await device.open();
    await page.goto(campaign.at("/kipi/baru"));
    await deviceExpect(page.getByText("Tidak ada sinyal")).toBeVisible();
    await fillEvent(page, village.name, "demam, ruam");
    await page.getByRole("button", { name: "Simpan kejadian" }).click();
    await deviceExpect(page.getByText("Tersimpan di perangkat ini.")).toBeVisible();
    await expectNoSidewaysScroll(page);
    await device.setOffline(false);
    await deviceExpect(page.getByRole("heading", { level: 1 })).toContainText("Kejadian di", {
      timeout: 30_000,
    });
    await deviceExpect(page.getByText("demam, ruam")).toBeVisible();
  },
);
