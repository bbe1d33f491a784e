import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import { readCoverage } from "./support/interface";
import { seen } from "./support/seen";
import { fillTemplate, targetsOf } from "./support/target-file";

test("fractions and a column without numbers are asked about once, and stored as was said", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign({ children: null });
  await signIn(await officeOf(campaign));
  const numbers = ["120,4", "80", "95,5", "60", "45"].map((children) => [children, ""]);
  const file = await fillTemplate(page, campaign, numbers);
  await page.getByLabel(/^Berkas XLSX atau CSV/).setInputFiles(file);
  await page.getByRole("button", { name: "Periksa berkas" }).click();

  await expect(
    page.getByRole("heading", { name: "Jawab 2 pertanyaan tentang berkas ini" }),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "Simpan sasaran" })).toHaveCount(0);
  const fractions = page.getByRole("group", { name: /^2 sasaran berdesimal\./ });
  await expect(fractions).toContainText("120,4 → 120");
  await expect(fractions).toContainText("95,5 → 96");
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);

  await fractions.getByRole("button", { name: "Ya, bulatkan dan catat" }).click();
  await page
    .getByRole("group", { name: "1 kolom ini kosong seluruhnya. Bagaimana dibaca?" })
    .getByRole("button", { name: "Lewati, sasaran yang ada tetap" })
    .click();
  await expect(seen(page, "5 baris dibaca: 5 siap, 0 ditolak")).toBeVisible();
  await page.getByRole("button", { name: "Simpan sasaran" }).click();
  await expect(seen(page, "Sasaran disimpan.")).toBeVisible();
  const stored = await targetsOf(page, campaign, "mr");
  expect(stored.toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual([45, 60, 80, 96, 120]);
  expect(await targetsOf(page, campaign, "opv")).toEqual(Array(5).fill(null));
});

test("another source decides after it was told what that changes, and is taken back", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const [village] = campaign.villages;
  await campaign.report(village, campaign.today, [50, 10]);
  await signIn(await officeOf(campaign));
  const file = await fillTemplate(page, campaign, Array(5).fill(["200", "200"]));
  await page.getByLabel("Sumber").selectOption("Estimasi Pusdatin");
  await page.getByLabel(/^Berkas XLSX atau CSV/).setInputFiles(file);
  await page.getByRole("button", { name: "Periksa berkas" }).click();
  await page.getByRole("button", { name: "Simpan sasaran" }).click();
  await expect(seen(page, "Sasaran disimpan.")).toBeVisible();
  const people = async () =>
    (await readCoverage(page.request, campaign.slug, { by: "unit", intervention: "mr" })).total.map(
      ({ targetPopulation }) => targetPopulation,
    );
  expect(await people()).toEqual([500]);

  await page.goto(campaign.at("/sasaran"));
  await page.getByRole("link", { name: "Jadikan penentu" }).click();
  await expect(page.getByRole("heading", { name: "Jadikan Pusdatin penentu?" })).toBeVisible();
  const measles = page.getByRole("row", { name: /^Campak-rubela/ });
  await expect(measles).toContainText("10,0%: 50 dari 500");
  await expect(measles).toContainText("5,0%: 50 dari 1.000");
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.getByLabel("Alasan").fill("SK 12 Tahun 2026");
  await page.getByRole("button", { name: "Ya, Pusdatin menentukan" }).click();
  await expect(seen(page, "Pusdatin sekarang menentukan.")).toBeVisible();
  expect(await people()).toEqual([1000]);

  await page.getByRole("button", { name: "Urungkan" }).click();
  await expect(seen(page, "Data riil sekarang menentukan.")).toBeVisible();
  expect(await people()).toEqual([500]);
});
