import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import { openFilters } from "./support/filters";
import { readCoverage } from "./support/interface";

test("the health office verifies two reports at once, and they are counted as verified", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const [first, second, third] = campaign.villages;
  for (const unit of [first, second, third]) await campaign.report(unit, campaign.today, [10, 4]);
  await signIn(await officeOf(campaign));

  await page.goto(campaign.at("/verifikasi"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Verifikasi laporan");
  await expect(page.getByText(/^3 laporan menunggu, 0 dikembalikan/)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.getByRole("checkbox", { name: `Pilih ${first.name},` }).check();
  await page.getByRole("checkbox", { name: `Pilih ${second.name},` }).check();
  await page.getByRole("button", { name: "Verifikasi 2 laporan" }).click();

  // What it does is said before it is done: 28 of 42 doses, none of which is verified yet.
  const question = page.getByRole("region", { name: "Verifikasi 2 laporan sekaligus?" });
  await expect(question).toContainText("28 dari 2 unit pelapor menjadi terverifikasi");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await question.getByRole("button", { name: "Batal" }).click();
  await expect(page.getByRole("status")).toHaveText("Tidak ada yang diubah.");
  await page.getByRole("button", { name: "Verifikasi 2 laporan" }).click();
  await page.getByRole("button", { name: "Ya, verifikasi 2 laporan" }).click();

  await expect(page.getByRole("status")).toHaveText("2 laporan terverifikasi.");
  await expect(page.getByText(/^1 laporan menunggu, 0 dikembalikan, 2 sudah/)).toBeVisible();
  await expect(page.getByRole("checkbox", { name: `Pilih ${first.name},` })).toHaveCount(0);

  await page.getByRole("button", { name: "Urungkan verifikasi 2 laporan" }).click();
  await expect(page.getByRole("status")).toHaveText("Verifikasi 2 laporan diurungkan.");
  await expect(page.getByText(/^3 laporan menunggu, 0 dikembalikan, 0 sudah/)).toBeVisible();
  await expect(page.getByRole("checkbox", { name: `Pilih ${first.name},` })).toBeVisible();
});

test("many reports of which one is odd are verified with a reason, without scripts too", async ({
  browser,
  newCampaign,
  officeOf,
  sessionOf,
  baseURL,
}) => {
  const campaign = await newCampaign();
  const [first, odd] = campaign.villages;
  await campaign.report(first, campaign.today, [10, 4]);
  await campaign.report(odd, campaign.today, [108, 3]);
  const office = await officeOf(campaign);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    ...(baseURL !== undefined && { baseURL }),
  });
  await context.addCookies(await sessionOf(office));
  const page = await context.newPage();

  await page.goto(campaign.at("/verifikasi"));
  for (const unit of [first, odd]) {
    await page.getByRole("checkbox", { name: `Pilih ${unit.name},` }).check();
  }
  await page.getByRole("button", { name: "Verifikasi yang dipilih" }).click();
  await expect(page.getByText("1 di antaranya punya catatan")).toBeVisible();
  await page.getByRole("button", { name: "Ya, verifikasi 2 laporan" }).click();
  await expect(page.getByText("Tulis alasannya dulu")).toBeVisible();
  await page
    .getByRole("region", { name: "Verifikasi 2 laporan sekaligus?" })
    .getByLabel("Alasan", { exact: true })
    .fill("Dicocokkan dengan formulir");
  await page.getByRole("button", { name: "Ya, verifikasi 2 laporan" }).click();
  await expect(page.getByText(/^0 laporan menunggu, 0 dikembalikan, 2 sudah/)).toBeVisible();

  await page.goto(campaign.at("/verifikasi"));
  await page.getByRole("button", { name: "Urungkan verifikasi 2 laporan" }).click();
  await expect(page.getByText(/^2 laporan menunggu, 0 dikembalikan, 0 sudah/)).toBeVisible();
  await context.close();
});

test("a phone begins with the reports, behind filters that say what they are set to @phone", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const [unit] = campaign.villages;
  await campaign.report(unit, campaign.today, [10, 4]);
  await signIn(await officeOf(campaign));

  await page.goto(campaign.at("/verifikasi"));
  await expect(page.getByLabel("Status")).toBeHidden();
  await expect(page.getByRole("heading", { name: "1 laporan" })).toBeInViewport();
  await openFilters(page);
  await page.getByLabel("Status").selectOption("Terverifikasi");
  await page.getByRole("button", { name: "Tampilkan", exact: true }).click();
  await expect(page).toHaveURL(/status=terverifikasi/);
  await expect(page.getByText("Semua kecamatan · Terverifikasi", { exact: true })).toBeVisible();
  await expectNoSidewaysScroll(page);
});

test("Enter on a ticked report does what the first button under the list does @desktop", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const [first, second] = campaign.villages;
  for (const unit of [first, second]) await campaign.report(unit, campaign.today, [10, 4]);
  const office = await officeOf(campaign);
  await signIn(office);

  await page.goto(campaign.at("/verifikasi"));
  const tick = page.getByRole("checkbox", { name: `Pilih ${first.name},` });
  await tick.check();
  await tick.press("Enter");
  await expect(page.getByText(/^1 laporan menunggu, 0 dikembalikan, 1 sudah/)).toBeVisible();
});

test("the health office verifies all of a subdistrict that give no reason to look closer", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const [first, second, odd] = campaign.villages;
  await campaign.report(first, campaign.today, [10, 4]);
  await campaign.report(second, campaign.today, [12, 3]);
  await campaign.report(odd, campaign.today, [108, 3]);
  await signIn(await officeOf(campaign));

  await page.goto(campaign.at("/verifikasi"));
  await expect(page.getByText(/sisa sasaran tinggal 100/)).toContainText("108,0%");
  await page
    .getByRole("button", {
      name: `Verifikasi 2 tanpa catatan di ${campaign.kabupaten.kecamatan.name}`,
    })
    .click();
  await page.getByRole("button", { name: "Ya, verifikasi 2 laporan" }).click();

  await expect(page.getByRole("status")).toHaveText("2 laporan terverifikasi.");
  await expect(page.getByRole("checkbox", { name: `Pilih ${odd.name},` })).toBeVisible();
});

test("without scripts reports are verified and returned all the same", async ({
  browser,
  newCampaign,
  officeOf,
  sessionOf,
  baseURL,
}) => {
  const campaign = await newCampaign();
  const [first, second] = campaign.villages;
  await campaign.report(first, campaign.today, [10, 4]);
  await campaign.report(second, campaign.today, [12, 3]);
  const office = await officeOf(campaign);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    ...(baseURL !== undefined && { baseURL }),
  });
  await context.addCookies(await sessionOf(office));
  const page = await context.newPage();

  await page.goto(campaign.at("/verifikasi"));
  await page.getByRole("checkbox", { name: `Pilih ${first.name},` }).check();
  await page.getByRole("button", { name: "Verifikasi yang dipilih" }).click();
  await expect(page.getByText(/^1 laporan menunggu, 0 dikembalikan, 1 sudah/)).toBeVisible();

  await page.goto(campaign.at("/verifikasi"));
  await page.getByText("Kembalikan", { exact: true }).click();
  await page.getByRole("textbox", { name: "Alasan dikembalikan" }).first().fill("Angka tertukar");
  await page.getByRole("button", { name: "Kembalikan laporan" }).click();
  await expect(page.getByText(/^0 laporan menunggu, 1 dikembalikan, 1 sudah/)).toBeVisible();
  await context.close();
});

test("a returned report tells the camat why, and waits again once it is corrected @phone", async ({
  page,
  newCampaign,
  camatOf,
  officeOf,
  sessionOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const [unit] = campaign.villages;
  const office = await officeOf(campaign);
  const camat = await camatOf(campaign);
  await campaign.report(unit, campaign.today, [21, 4]);

  await signIn(office);
  await page.goto(campaign.at("/verifikasi"));
  await page.getByText("Kembalikan", { exact: true }).click();
  const reason = page.getByRole("textbox", { name: "Alasan dikembalikan" }).first();
  await reason.fill("Angka MR dan OPV tertukar");
  await page.getByRole("button", { name: "Kembalikan laporan" }).click();
  await expect(page.getByText(/^0 laporan menunggu, 1 dikembalikan/)).toBeVisible();
  await expect(page.getByText("1 laporan dikembalikan.", { exact: true })).toBeVisible();

  await page.context().clearCookies();
  await page.context().addCookies(await sessionOf(camat));
  await page.goto(campaign.at("/input"));
  // One line beside the count; the whole of it is under the list.
  await page.getByRole("link", { name: "1 laporan dikembalikan" }).click();
  await expect(page.getByText("1 laporan dikembalikan dinas kesehatan.")).toBeVisible();
  await page
    .getByRole("link", { name: new RegExp(`^${unit.name}, `) })
    .first()
    .click();
  await expect(page.getByText("Laporan ini dikembalikan dinas kesehatan.")).toBeVisible();
  await expect(page.getByText("Alasan: Angka MR dan OPV tertukar")).toBeVisible();
  await page.getByRole("textbox", { name: /^MR · / }).fill("4");
  await page.getByRole("textbox", { name: /^OPV · / }).fill("21");
  await page.getByRole("button", { name: new RegExp(`^Kirim ${unit.name}`) }).click();

  await expect
    .poll(async () => {
      const { rows } = await readCoverage(page.request, campaign.slug, { by: "unit" });
      return rows
        .filter(({ code }) => code === unit.code)
        .map(({ dosesAdministered }) => dosesAdministered);
    })
    .toEqual([4, 21]);
  await page.goto(campaign.at("/input"));
  await expect(page.getByText("laporan dikembalikan dinas kesehatan.")).toHaveCount(0);
});
