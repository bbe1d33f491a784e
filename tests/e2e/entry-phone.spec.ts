import type { Page } from "@playwright/test";

import { addDays } from "@/lib/base/time/calendar-day";

import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import { readCoverage } from "./support/interface";
import { holdScripts } from "./support/late-scripts";
import { seen } from "./support/seen";

/** The number field of one intervention on a village's card. */
const field = (page: Page, intervention: string) =>
  page.getByRole("textbox", { name: new RegExp(`^${intervention} · `) });

/** How many reports of a village have arrived, a zero report too. */
async function reportsOf(page: Page, slug: string, unit: string | undefined) {
  const { rows } = await readCoverage(page.request, slug, { by: "unit", intervention: "mr" });
  return rows.find(({ code }) => code === unit)?.reportsReceived;
}

test("the camat sees today's villages, fills one in, is warned, and may send it @phone", async ({
  page,
  newCampaign,
  camatOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const [reported, open] = campaign.villages;
  await campaign.report(reported, addDays(campaign.today, -1), [12, 4]);
  await campaign.report(reported, campaign.today, [20, 5]);
  await signIn(await camatOf(campaign));

  await page.goto(campaign.at("/input"));
  await expect(seen(page, "1 dari 4 desa terkirim")).toBeVisible();
  await expect(
    page.getByRole("region", { name: "Terkirim, 1 desa" }).getByRole("link"),
  ).toContainText([/MR 20, OPV 5/]);
  const waiting = page.getByRole("region", { name: "Belum terkirim, 3 desa" });
  await expect(waiting.getByRole("link")).toHaveCount(3);
  await expectNoSidewaysScroll(page);
  await waiting.getByRole("link", { name: open.name }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(open.name);
  const card = page.getByRole("region", { name: "Campak-rubela (MR)" });
  await expect(card).toContainText(/sasaran\s*100\s*sudah\s*0\s*sisa\s*100/);
  await field(page, "MR").fill("130");
  await expect(card).toContainText(/lebih\s*30/);
  await expect(card).toContainText("Periksa: 130. Sisa sasaran tinggal 100");
  await field(page, "OPV").fill("7");
  await expect(seen(page, "2 dari 2 terisi")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Kirim, 1 peringatan" }).click();

  await expect(page.getByRole("status").filter({ hasText: /^Terkirim[ ,]/ })).toBeVisible();
  const { rows } = await readCoverage(page.request, campaign.slug, { by: "unit" });
  expect(rows.filter(({ code }) => code === open.code).map((row) => row.dosesAdministered)).toEqual(
    [130, 7],
  );

  // The next village that waits is one press away, and the list knows.
  await page.getByRole("link", { name: /^Berikutnya: / }).click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(open.name);
  await page.getByRole("link", { name: "Kembali ke daftar" }).click();
  await expect(seen(page, "2 dari 4 desa terkirim")).toBeVisible();
});

test("digits that are typed before the page is alive stay @phone", async ({
  page,
  newCampaign,
  signIn,
}) => {
  const campaign = await newCampaign();
  await signIn("admin");
  const release = await holdScripts(page);
  await page.goto(campaign.at(`/input/${campaign.villages[0].code}`), { waitUntil: "commit" });
  await field(page, "MR").focus();
  await page.keyboard.type("1");
  release();
  await page.waitForLoadState("networkidle");
  await page.keyboard.type("2");
  await expect(field(page, "MR")).toHaveValue("12");
  await expect(page.getByRole("region", { name: "Campak-rubela (MR)" })).toContainText(/sisa\s*88/);
});

test("a field that was filled in before the page is alive keeps it when another is typed in @phone", async ({
  page,
  newCampaign,
  signIn,
}) => {
  const campaign = await newCampaign();
  await signIn("admin");
  const address = campaign.at(`/input/${campaign.villages[0].code}`);
  await page.goto(address);
  await field(page, "OPV").fill("4");
  const release = await holdScripts(page);
  await page.goto(address, { waitUntil: "commit" });
  await field(page, "MR").fill("12");
  release();
  await page.waitForLoadState("networkidle");
  // A draft of an earlier visit stays as well.
  await expect(field(page, "OPV")).toHaveValue("4");
  await field(page, "OPV").fill("45");

  await expect(field(page, "MR")).toHaveValue("12");
  await expect(seen(page, "2 dari 2 terisi")).toBeVisible();
});

test("what is no whole number is rejected with its reason, and stays @phone", async ({
  page,
  newCampaign,
  signIn,
}) => {
  const campaign = await newCampaign();
  await signIn("admin");
  await page.goto(campaign.at(`/input/${campaign.villages[0].code}`));
  await field(page, "MR").fill("12,5");
  await field(page, "OPV").fill("-3");
  await page.getByRole("button", { name: /^Kirim/ }).click();

  await expect(field(page, "MR")).toBeFocused();
  await expect(field(page, "MR")).toHaveAccessibleDescription(
    /12,5 ditolak\. Isi dengan bilangan bulat\./,
  );
  await expect(field(page, "OPV")).toHaveAccessibleDescription(
    /ditolak\. Jumlah tidak boleh negatif\./,
  );
  await expect(field(page, "MR")).toHaveValue("12,5");
});

test("the list tells of a sent report whose change is not sent yet @phone", async ({
  page,
  newCampaign,
  signIn,
}) => {
  const campaign = await newCampaign();
  const [unit] = campaign.villages;
  await campaign.report(unit, campaign.today, [20, 5]);
  await signIn("admin");
  await page.goto(campaign.at(`/input?kecamatan=${campaign.kabupaten.kecamatan.code}`));
  const line = page.getByRole("link", { name: new RegExp(`^${unit.name}`) });
  await expect(line).toContainText("MR 20, OPV 5");
  await expect(line).not.toContainText("belum dikirim");
  await line.click();
  await field(page, "MR").fill("21");
  await page.goBack();
  await expect(line).toContainText(/Perubahan belum dikirim.*MR 20, OPV 5/);
});

test("Nihil is one press, and one press takes it back @phone", async ({
  page,
  newCampaign,
  signIn,
}) => {
  const campaign = await newCampaign();
  const [unit] = campaign.villages;
  await signIn("admin");
  await page.goto(campaign.at(`/input/${unit.code}`));
  await page.getByRole("button", { name: `Nihil untuk ${unit.name}` }).click();

  await expect(seen(page, `Nihil terkirim untuk ${unit.name}.`)).toBeVisible();
  await page.getByRole("button", { name: "Urungkan" }).click();
  await expect(seen(page, `Nihil ${unit.name} diurungkan.`)).toBeVisible();
  expect(await reportsOf(page, campaign.slug, unit.code)).toBe(0);

  await page.getByRole("button", { name: `Nihil untuk ${unit.name}` }).click();
  await expect(seen(page, /^Nihil, terkirim \d{2}\.\d{2}/)).toBeVisible();
  expect(await reportsOf(page, campaign.slug, unit.code)).toBe(1);
});

test("yesterday can be corrected, tomorrow cannot be reached @phone", async ({
  page,
  newCampaign,
  signIn,
}) => {
  const campaign = await newCampaign();
  const [unit] = campaign.villages;
  const yesterday = addDays(campaign.today, -1);
  await campaign.report(unit, yesterday, [12, 4]);
  await signIn("admin");

  await page.goto(campaign.at(`/input/${unit.code}`));
  await expect(page.getByRole("region", { name: "Campak-rubela (MR)" })).toContainText(
    "kemarin 12",
  );
  await page.goto(campaign.at("/input"));
  await expect(page.getByRole("link", { name: /^Hari sesudahnya/ })).toHaveCount(0);
  await page.getByRole("link", { name: /^Hari sebelumnya, / }).click();
  await expect(page.getByRole("link", { name: "Hari yang sudah lewat" })).toBeVisible();
  await page.getByRole("link", { name: new RegExp(`^${unit.name}`) }).click();
  await field(page, "MR").fill("15");
  await page.getByRole("button", { name: /^Kirim/ }).click();
  // The day's cut-off has passed: a change of what stands is asked its reason.
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Salah ketik" }).check();
  await dialog.getByRole("button", { name: "Kirim dengan alasan ini" }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Terkirim/ })).toBeVisible();
  const { rows } = await readCoverage(page.request, campaign.slug, {
    by: "unit",
    intervention: "mr",
  });
  expect(rows.find(({ code }) => code === unit.code)?.dosesAdministered).toBe(15);

  await page.goto(campaign.at(`/input?hari=${addDays(campaign.today, 1)}`));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("belum tiba");
  await expect(page.getByRole("textbox")).toHaveCount(0);
});

test("without signal nothing typed is lost, and a second try sends it once @phone", async ({
  page,
  newCampaign,
  signIn,
  expectIncident,
}) => {
  expectIncident("network");
  const campaign = await newCampaign();
  const [unit] = campaign.villages;
  await signIn("admin");
  await page.goto(campaign.at(`/input/${unit.code}`));
  await field(page, "MR").fill("31");
  await page.route("**/daily-reports", (route) => route.abort("internetdisconnected"));
  await page.getByRole("button", { name: /^Kirim/ }).click();

  await expect(
    page.getByRole("status").filter({ hasText: "Tersimpan di perangkat ini." }),
  ).toBeVisible();
  await expect(field(page, "MR")).toHaveValue("31");
  await page.reload();
  await expect(field(page, "MR")).toHaveValue("31");

  await page.unroute("**/daily-reports");
  // It goes by itself.
  await expect(page.getByRole("status").filter({ hasText: /^Terkirim/ })).toBeVisible({
    timeout: 30_000,
  });
  const { rows } = await readCoverage(page.request, campaign.slug, {
    by: "unit",
    intervention: "mr",
  });
  expect(rows.find(({ code }) => code === unit.code)).toMatchObject({
    dosesAdministered: 31,
    reportsReceived: 1,
  });
});

test(
  "what was sent is on the bupati's page within two seconds",
  { tag: "@timed" },
  async ({ page, newCampaign, newPerson, signIn }) => {
    const campaign = await newCampaign();
    const [unit] = campaign.villages;
    await signIn(await newPerson("regentOffice", campaign.kabupaten.code));
    await page.goto(campaign.at("/ringkasan"));
    await expect(page.getByRole("img", { name: /0 dari 500 anak/ }).first()).toBeVisible();

    await campaign.report(unit, campaign.today, [61, 0]);
    const sent = performance.now();
    await page.reload({ waitUntil: "commit" });
    await expect(page.getByRole("img", { name: /61 dari 500 anak/ })).toBeVisible();
    const seconds = (performance.now() - sent) / 1000;
    expect(seconds).toBeLessThan(2 * Number(process.env["PATIENCE"] ?? 1));
  },
);

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a village is a plain form @phone", async ({ page, newCampaign, signIn }) => {
    const campaign = await newCampaign();
    const [unit] = campaign.villages;
    await signIn("admin");
    await page.goto(campaign.at(`/input/${unit.code}`));
    await field(page, "MR").fill("12,5");
    await page
      .getByRole("button", { name: /^Kirim|^Nihil/ })
      .first()
      .click();
    await expect(page.getByRole("alert")).toContainText("12,5 ditolak.");
    await expect(field(page, "MR")).toHaveValue("12,5");
  });
});
