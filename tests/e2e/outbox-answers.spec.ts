import type { Browser, Page } from "@playwright/test";

import { expect, test, type SessionOf } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import type { OwnCampaign } from "./support/campaign";
import { readCoverage } from "./support/interface";
import type { NewPerson } from "./support/person";

const arrived = (page: Page) => page.getByRole("region", { name: "Sudah sampai di kabupaten" });
const waiting = (page: Page) => page.getByRole("list", { name: "Belum terkirim" });

/** Doses of the campaign's first village, column by column. */
async function stored(page: Page, campaign: OwnCampaign) {
  const { rows } = await readCoverage(page.request, campaign.slug, { by: "unit" });
  return rows
    .filter(({ code }) => code === campaign.villages[0].code)
    .map(({ dosesAdministered }) => dosesAdministered);
}

/** Works as another person on a computer of their own. */
async function as(
  { browser, sessionOf }: { browser: Browser; sessionOf: SessionOf },
  person: NewPerson,
  work: (page: Page) => Promise<void>,
) {
  const context = await browser.newContext();
  await context.addCookies(await sessionOf(person));
  await work(await context.newPage());
  await context.close();
}

async function returnReport(page: Page, campaign: OwnCampaign, why: string) {
  await page.goto(campaign.at("/verifikasi"));
  await page.getByText("Kembalikan", { exact: true }).first().click();
  await page.getByRole("textbox", { name: "Alasan dikembalikan" }).first().fill(why);
  await page.getByRole("button", { name: "Kembalikan laporan" }).click();
  await expect(page.getByText(/^0 laporan menunggu, 1 dikembalikan/)).toBeVisible();
}

test("a late report is kept, the camat asks, the day is opened, and the report arrives @phone", async ({
  page,
  browser,
  sessionOf,
  newCampaign,
  camatOf,
  officeOf,
  signIn,
}) => {
  // Closed at its first minute, so that a story finds today closed at any hour.
  const campaign = await newCampaign({ cutOff: "00:00" });
  const [unit] = campaign.villages;
  const office = await officeOf(campaign);
  await signIn(await camatOf(campaign));

  await page.goto(campaign.at(`/input/${unit.code}`));
  await page.getByRole("textbox", { name: /^MR · / }).fill("31");
  await page.getByRole("button", { name: /^Kirim/ }).click();
  const rejected = page.getByRole("alert").filter({ hasText: /\d+ \w+ sudah ditutup\./ });
  await expect(rejected).toBeVisible();
  await expectNoSidewaysScroll(page);
  await rejected.getByRole("link", { name: "Minta dibuka kembali" }).click();

  const reason = page.getByRole("textbox", { name: "Alasan" });
  await expect(reason).toBeInViewport();
  await reason.fill("Jaringan putus sejak pagi");
  await page.getByRole("button", { name: "Kirim permintaan" }).click();
  await expect(page.getByText(/^Permintaan Anda terkirim/)).toBeVisible();
  await page.goto(campaign.at("/input/kotak-keluar"));
  await expect(waiting(page)).toContainText(/Ditolak: \d+ \w+ sudah ditutup\./);
  await expectAccessible(page);
  expect(await stored(page, campaign)).toEqual([0, 0]);

  await as({ browser, sessionOf }, office, async (desk) => {
    await desk.goto(campaign.at("/verifikasi"));
    await desk
      .getByRole("region", { name: "1 permintaan membuka hari" })
      .getByRole("button", { name: "Buka 24 jam" })
      .click();
    await expect(desk.getByRole("region", { name: "Hari yang dibuka" })).toContainText(
      "sampai besok",
    );
  });

  await waiting(page).getByRole("button", { name: "Coba lagi" }).click();
  await expect(arrived(page)).toContainText("diterima dan cocok");
  await expect.poll(() => stored(page, campaign)).toEqual([31, 0]);
});

test("a returned report that is right is sent again unchanged from its card @phone", async ({
  page,
  browser,
  sessionOf,
  newCampaign,
  camatOf,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const [unit] = campaign.villages;
  const office = await officeOf(campaign);
  const camat = await camatOf(campaign);
  await campaign.report(unit, campaign.today, [21, 4]);
  const desk = { browser, sessionOf };
  await as(desk, office, (other) => returnReport(other, campaign, "Terlalu banyak untuk sehari"));

  await signIn(camat);
  await page.goto(campaign.at(`/input/${unit.code}`));
  await expect(page.getByText("Alasan: Terlalu banyak untuk sehari")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Kirim lagi tanpa perubahan" }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Terkirim/ })).toBeVisible();
  await expect(page.getByText("Laporan ini dikembalikan dinas kesehatan.")).toHaveCount(0);
  expect(await stored(page, campaign)).toEqual([21, 4]);

  await as(desk, office, async (other) => {
    await other.goto(campaign.at("/verifikasi"));
    await expect(other.getByText(/^1 laporan menunggu, 0 dikembalikan/)).toBeVisible();
  });
});

test("in the grid a returned report is told with its reason, corrected, and returned again it goes unchanged @desktop", async ({
  page,
  browser,
  sessionOf,
  newCampaign,
  camatOf,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const [unit] = campaign.villages;
  const office = await officeOf(campaign);
  const camat = await camatOf(campaign);
  await campaign.report(unit, campaign.today, [21, 4]);
  const desk = { browser, sessionOf };
  await as(desk, office, (other) => returnReport(other, campaign, "Angka tertukar"));

  await signIn(camat);
  await page.goto(campaign.at("/input"));
  const row = page.getByRole("row", { name: new RegExp(`^${unit.name}`) });
  await expect(row).toContainText("Dikembalikan");
  const field = row.getByRole("textbox").first();
  await field.focus();
  await expect(page.getByText("Dikembalikan dinas kesehatan: Angka tertukar")).toBeVisible();
  await field.fill("4");
  await page.getByRole("heading", { level: 1 }).click();
  await field.blur();
  await expect(row).toContainText(/Terkirim[ ,]\d*/);
  expect(await stored(page, campaign)).toEqual([4, 4]);

  await as(desk, office, (other) => returnReport(other, campaign, "Periksa sekali lagi"));
  await page.reload();
  await row.getByRole("button", { name: "Kirim lagi tanpa perubahan" }).click();
  await expect(row).toContainText(/Terkirim[ ,]\d*/);
  await expect(page.getByText("laporan dikembalikan dinas kesehatan.")).toHaveCount(0);
  await as(desk, office, async (other) => {
    await other.goto(campaign.at("/verifikasi"));
    await expect(other.getByText(/^1 laporan menunggu, 0 dikembalikan/)).toBeVisible();
  });
  expect(await stored(page, campaign)).toEqual([4, 4]);
});

test("a change of another's report is asked its reason before it is sent @desktop", async ({
  page,
  newCampaign,
  camatOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const [unit] = campaign.villages;
  const camat = await camatOf(campaign);
  await campaign.report(unit, campaign.today, [21, 4]);
  await signIn(camat);
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/daily-reports")) {
      sent.push(request.url());
    }
  });

  await page.goto(campaign.at("/input"));
  const row = page.getByRole("row", { name: new RegExp(`^${unit.name}`) });
  const field = row.getByRole("textbox").first();
  await field.fill("12");
  await field.blur();
  // Leaving the row marks it; the question comes with Kirim.
  await expect(row).toContainText("Perlu alasan");
  const dialog = page.getByRole("dialog", { name: "Alasan perubahan" });
  await expect(dialog).toHaveCount(0);
  await page.getByRole("button", { name: /^Kirim 1/ }).click();
  await expect(dialog).toContainText(unit.name);
  await expectAccessible(page);
  expect(sent).toEqual([]);

  // Without a reason it stays a draft, and says so.
  await dialog.getByRole("button", { name: "Batal" }).click();
  await expect(row).toContainText("Perlu alasan");
  await page.getByRole("button", { name: /^Kirim 1/ }).click();
  await dialog.getByRole("radio", { name: "Salah ketik" }).check();
  await dialog.getByRole("button", { name: "Kirim dengan alasan ini" }).click();
  await expect(row).toContainText(/Terkirim[ ,]\d*/);
  expect(await stored(page, campaign)).toEqual([12, 4]);
});

test("a change of a report that was verified meanwhile is rejected, and taken back where it is told @phone", async ({
  page,
  browser,
  sessionOf,
  newCampaign,
  camatOf,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const [unit] = campaign.villages;
  const office = await officeOf(campaign);
  await signIn(await camatOf(campaign));
  await page.goto(campaign.at(`/input/${unit.code}`));
  const field = page.getByRole("textbox", { name: /^MR · / });
  await field.fill("21");
  await page.getByRole("button", { name: /^Kirim/ }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Terkirim/ })).toBeVisible();

  await as({ browser, sessionOf }, office, async (desk) => {
    await desk.goto(campaign.at("/verifikasi"));
    await desk.getByRole("checkbox", { name: `Pilih ${unit.name},` }).check();
    await desk.getByRole("button", { name: "Verifikasi 1 laporan" }).click();
    await expect(desk.getByRole("status")).toHaveText("1 laporan terverifikasi.");
  });
  await field.fill("22");
  await page.getByRole("button", { name: /^Kirim/ }).click();
  const rejected = page.getByRole("alert").filter({ hasText: "Laporan ini sudah diverifikasi." });
  await expect(rejected).toBeVisible();
  await expectNoSidewaysScroll(page);
  await rejected.getByRole("button", { name: "Batalkan perubahan" }).click();
  await expect(field).toHaveValue("21");
  await expect(rejected).toHaveCount(0);
  await expect(page.getByText("1 laporan belum terkirim")).toHaveCount(0);
  await page.reload();
  await expect(field).toHaveValue("21");
});

test("emptying a row whose report waits says that it still goes, and calls it off when asked @phone", async ({
  page,
  newCampaign,
  signIn,
  expectIncident,
}) => {
  expectIncident("network");
  const campaign = await newCampaign();
  await signIn("admin");
  await page.route("**/daily-reports", (route) => route.abort("internetdisconnected"));
  await page.goto(campaign.at(`/input/${campaign.villages[0].code}`));
  const field = page.getByRole("textbox", { name: /^MR · / });
  await field.fill("18");
  await page.getByRole("button", { name: /^Kirim/ }).click();
  const kept = page.getByRole("status").filter({ hasText: "Tersimpan di perangkat ini." });
  await expect(kept).toBeVisible();
  await field.fill("");
  const cleared = page
    .getByRole("alert")
    .filter({ hasText: "laporan yang menunggu tetap dikirim" });
  await expect(cleared).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await cleared.getByRole("button", { name: "Kembalikan isian" }).click();
  await expect(field).toHaveValue("18");
  await expect(cleared).toHaveCount(0);
});
