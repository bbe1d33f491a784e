import { addDays } from "@/lib/base/time/calendar-day";

import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/accessible";
import { gridOf, openGrid, sent, stored } from "./support/grid";
import { readCoverage } from "./support/interface";
import { holdScripts } from "./support/late-scripts";

test.describe("a day in the grid", () => {
  test.beforeEach(async ({ signIn }) => {
    await signIn("admin");
  });

  test("has the six columns of BIAN side by side on a narrow desktop @desktop", async ({
    page,
    signIn,
  }) => {
    await signIn("camat.selat");
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.goto("/input?kampanye=bian-kapuas");
    const grid = page.getByRole("table").filter({ has: page.getByRole("textbox") });
    const beyond = await grid.evaluate((table) => {
      const frame = table.parentElement;
      return frame === null ? null : frame.scrollWidth - frame.clientWidth;
    });
    expect(beyond).toBe(0);
  });

  test("a press on Kirim as slow as a hand's sends every row, the one just typed too @desktop", async ({
    page,
    newCampaign,
  }) => {
    const campaign = await newCampaign();
    const { row, cell } = await openGrid(page, campaign);
    // Half typed: it waits for Kirim. The other is whole, and would go by itself when it is left.
    await cell(0, "MR").fill("7");
    await cell(2, "MR").fill("5");
    await cell(2, "OPV").fill("2");
    await page.getByRole("button", { name: "Kirim 2 desa" }).click({ delay: 250 });
    await expect(row(0)).toContainText(sent);
    await expect(row(2)).toContainText(sent);
    // What arrives soon moves nothing under the hand.
    await expect(page.getByRole("link", { name: /belum terkirim/ })).toHaveCount(0);
    expect(await stored(page, campaign)).toEqual([
      [7, 0],
      [0, 0],
      [5, 2],
      [0, 0],
    ]);
  });

  test("is filled with the keyboard alone, and each row sends itself when it is left @desktop", async ({
    page,
    newCampaign,
  }) => {
    const campaign = await newCampaign();
    const { row, cell } = await openGrid(page, campaign);
    await expect(
      page.getByText(/0 dari 4 desa terkirim, 4 belum diisi\. Batas lapor 23\.59 WIB\./),
    ).toBeVisible();
    await cell(0, "MR").focus();
    await page.keyboard.type("12");
    await page.keyboard.press("Tab");
    await expect(cell(0, "OPV")).toBeFocused();
    await page.keyboard.type("3");
    await expect(row(0)).toContainText("Belum dikirim");
    // As in a spreadsheet: to where the Tabs began. The row is whole, and goes.
    await page.keyboard.press("Enter");
    await expect(cell(1, "MR")).toBeFocused();
    await expect(row(0)).toContainText(sent);

    await page.keyboard.type("20");
    // What was typed in this field is taken back; what stood there stands there.
    await page.keyboard.press("Escape");
    await expect(cell(1, "MR")).toHaveValue("");
    await page.keyboard.press("n");
    await expect(row(1)).toContainText("Nihil, belum dikirim");
    await cell(2, "MR").focus();
    await expect(row(1)).toContainText(/Nihil, terkirim \d{2}\.\d{2}/);
    await page.keyboard.type("148");
    // F2 edits: the arrows stay inside, and the digit is changed.
    await page.keyboard.press("F2");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Backspace");
    await expect(cell(2, "MR")).toHaveValue("48");
    await page.keyboard.press("Control+Enter");
    await expect(row(2)).toContainText(sent);
    await expect(cell(2, "MR")).toBeFocused();

    await page.keyboard.press("Control+End");
    await expect(cell(3, "OPV")).toBeFocused();
    await page.keyboard.press("Control+Home");
    await expect(cell(0, "MR")).toBeFocused();
    await page.keyboard.press("End");
    await expect(cell(0, "OPV")).toBeFocused();
    await page.keyboard.press("Shift+Tab");
    await expect(cell(0, "MR")).toBeFocused();

    expect(await stored(page, campaign)).toEqual([
      [12, 3],
      [0, 0],
      [48, 0],
      [0, 0],
    ]);
    await expectAccessible(page);
  });

  test("keeps the digits that are typed before the page is alive @desktop", async ({
    page,
    newCampaign,
  }) => {
    const campaign = await newCampaign();
    const release = await holdScripts(page);
    await page.goto(campaign.at(`/input?kecamatan=${campaign.kabupaten.kecamatan.code}`), {
      waitUntil: "commit",
    });
    const { row, cell } = gridOf(page, campaign);
    await cell(0, "OPV").fill("7");
    await cell(0, "MR").focus();
    await page.keyboard.type("1");
    release();
    // Alive: it says what is known of the cell.
    await expect(page.getByRole("region", { name: "Sel yang dipilih" })).toContainText("Sasaran");
    await page.keyboard.type("2");
    await expect(cell(0, "MR")).toHaveValue("12");
    // What was typed in another cell before is there as well.
    await expect(row(0)).toContainText("Belum dikirim");
    await page.keyboard.press("Control+Enter");
    await expect(row(0)).toContainText(sent);
    expect((await stored(page, campaign))[0]).toEqual([12, 7]);
  });

  test("shows what is left beside the cell, and warns in words @desktop", async ({
    page,
    newCampaign,
  }) => {
    const campaign = await newCampaign();
    const [unit] = campaign.villages;
    await campaign.report(unit, addDays(campaign.today, -1), [90, 5]);
    const { row, cell } = await openGrid(page, campaign);
    const info = page.getByRole("region", { name: "Sel yang dipilih" });

    await cell(0, "MR").focus();
    await expect(info).toContainText(
      /Sasaran\s*100\s*Sudah\s*90\s*Hari ini\s*–\s*Sisa\s*10\s*Kemarin\s*90/,
    );
    await expect(cell(0, "MR")).toHaveAccessibleDescription(/sasaran 100, sudah 90, kemarin 90/);
    await page.keyboard.type("16");
    await expect(info).toContainText(/Lebih\s*6/);
    await expect(info).toContainText("Periksa: 16.");
    await expect(row(0)).toContainText("1 peringatan");

    await page.keyboard.press("Control+Enter");
    await expect(row(0)).toContainText(sent);
    expect(await stored(page, campaign)).toContainEqual([106, 5]);
  });

  test("a cell that is rejected says why and is not sent @desktop", async ({
    page,
    newCampaign,
  }) => {
    const campaign = await newCampaign();
    const { row, cell } = await openGrid(page, campaign);
    await cell(0, "MR").focus();
    await page.keyboard.type("12,5");
    await page.keyboard.press("Tab");
    await page.keyboard.type("4");
    await page.keyboard.press("Enter");

    await expect(row(0)).toContainText("Ditolak: 12,5 bukan bilangan bulat");
    await expect(cell(0, "MR")).toHaveAttribute("aria-invalid", "true");
    await expect(cell(0, "MR")).toHaveAccessibleDescription(/ditolak/);
    await cell(0, "MR").focus();
    await expect(page.getByRole("region", { name: "Sel yang dipilih" })).toContainText(
      "12,5 ditolak. Isi dengan bilangan bulat.",
    );
    expect(await stored(page, campaign)).toContainEqual([0, 0]);

    await page.keyboard.type("12");
    await page.keyboard.press("Control+Enter");
    await expect(row(0)).toContainText(sent);
    expect(await stored(page, campaign)).toContainEqual([12, 4]);
  });

  test("a lost network keeps every number, and a second try sends once @desktop", async ({
    page,
    newCampaign,
    expectIncident,
  }) => {
    expectIncident("network");
    const campaign = await newCampaign();
    const { row, cell } = await openGrid(page, campaign);
    await page.route("**/daily-reports", (route) => route.abort("internetdisconnected"));
    await cell(0, "MR").focus();
    await page.keyboard.type("31");
    await page.keyboard.press("Control+Enter");
    await expect(row(0)).toContainText("Tersimpan di perangkat ini");
    await expect(row(0).getByRole("button", { name: "Coba lagi" })).toBeVisible();

    // The answer is lost on the way back: the server has it, the page does not know.
    await page.unroute("**/daily-reports");
    let lost = 0;
    await page.route("**/daily-reports", async (route) => {
      await route.fetch();
      lost += 1;
      await route.abort("connectionreset");
    });
    await page.reload();
    await expect(cell(0, "MR")).toHaveValue("31");
    await expect.poll(() => lost).toBeGreaterThan(0);
    await page.unrouteAll({ behavior: "wait" });
    // It goes by itself.
    await expect(row(0)).toContainText(sent, { timeout: 30_000 });

    const { rows } = await readCoverage(page.request, campaign.slug, {
      by: "unit",
      intervention: "mr",
    });
    expect(rows.find(({ code }) => code === campaign.villages[0].code)).toMatchObject({
      dosesAdministered: 31,
      reportsReceived: 1,
    });
  });

  test("two people who report one village see both numbers and choose @desktop", async ({
    page,
    browser,
    sessionOf,
    newCampaign,
  }) => {
    const campaign = await newCampaign();
    const { row, cell } = await openGrid(page, campaign);
    const device = await browser.newContext();
    await device.addCookies(await sessionOf("admin"));
    const other = await device.newPage();
    const theirs = await openGrid(other, campaign);
    await theirs.cell(0, "MR").focus();
    await other.keyboard.type("15");
    await other.keyboard.press("Control+Enter");
    await expect(theirs.row(0)).toContainText(sent);
    await device.close();

    await cell(0, "MR").focus();
    await page.keyboard.type("13");
    await page.keyboard.press("Control+Enter");
    await expect(row(0)).toContainText("Bentrok: dua nilai");
    await row(0).getByRole("button", { name: "Pilih" }).click();
    const dialog = page.getByRole("dialog", { name: "Ada angka yang lebih baru" });
    await expect(dialog).toContainText(
      /mengirim laporan ini pukul \d{2}\.\d{2}.*Pakai yang mana\?/,
    );
    await expect(dialog.getByRole("row", { name: /MR 9–59 bulan/ })).toContainText(/13.*15/s);
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Pakai isian Anda" }).click();

    await expect(row(0)).toContainText(sent);
    expect((await stored(page, campaign))[0]).toEqual([13, 0]);
  });
});

test("the camat's grid has the own villages, and yesterday's numbers beside @desktop", async ({
  page,
  newCampaign,
  camatOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const [unit] = campaign.villages;
  await campaign.report(unit, addDays(campaign.today, -1), [12, 4]);
  await signIn(await camatOf(campaign));
  await page.goto(campaign.at("/input"));

  const table = page.getByRole("table");
  await expect(table.getByRole("rowheader")).toHaveText([
    ...campaign.villages.map(({ name }) => new RegExp(`^${name}`)),
    /^Jumlah hari ini/,
    /^Kemarin/,
    /^Cakupan s\.d\. kemarin/,
  ]);
  await expect(table.getByRole("row", { name: /^Kemarin/ })).toContainText("12");
  await expect(table.getByRole("row", { name: /^Cakupan s\.d\. kemarin/ })).toContainText("3,0%");
  await expect(page.getByText(campaign.kabupaten.neighbourVillage.name)).toHaveCount(0);
});
