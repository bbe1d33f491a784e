import { expect, test } from "./fixtures";
import { makeCampaign } from "./support/campaign";

test("a kecamatan that is closed for a day owes nothing on any screen, and does again once it is opened @desktop", async ({
  page,
  context,
  newCampaign,
  officeOf,
  camatOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const office = await officeOf(campaign);
  const camat = await camatOf(campaign);
  await campaign.report(campaign.villages[0], campaign.today, [3, 4]);

  // The health office says so in Kelengkapan, of today and the first kecamatan.
  await signIn(office);
  const calendar = campaign.at(`/kelengkapan?hari=${campaign.today}`);
  await page.goto(calendar);
  const notes = page.getByRole("region", { name: "Catatan hari" });
  await notes.getByText("Tambah catatan").click();
  await notes.getByLabel("Jenis").selectOption("Libur, tutup");
  await notes.getByLabel("Berlaku untuk").selectOption(campaign.kabupaten.kecamatan.code);
  await notes.getByLabel("Catatan", { exact: true }).fill("Hari jadi kecamatan");
  await notes.getByRole("button", { name: "Simpan catatan" }).click();
  await expect(notes.getByText("Catatan tersimpan.")).toBeVisible();

  // One village is in all the same; the neighbour's kecamatan works.
  await page.goto(campaign.at("/ringkasan"));
  await expect(page.getByRole("region", { name: "Laporan hari ini" })).toContainText(
    "1 dari 2 desa lapor",
  );

  // Input waits for nobody there, names who is resting, and takes what comes.
  await context.clearCookies();
  await signIn(camat);
  await page.goto(campaign.at("/input"));
  await expect(
    page.getByText("1 dari 1 desa terkirim").locator("visible=true").first(),
  ).toBeVisible();
  const told = page.getByText("Hari libur, tidak ada laporan yang ditunggu.");
  await expect(told.locator("visible=true").first()).toBeVisible();
  await expect(
    page.getByText("Tidak ditunggu", { exact: true }).locator("visible=true"),
  ).toHaveCount(3);

  // Hari ini has nothing for the camat to do.
  await page.goto("/hari-ini");
  await expect(page.getByText("Semua beres untuk hari ini.")).toBeVisible();

  // Taken away, the day is one as any other.
  await context.clearCookies();
  await signIn(office);
  await page.goto(calendar);
  await notes.getByRole("button", { name: /^Hapus/ }).click();
  await expect(notes.getByText("Hari jadi kecamatan")).toHaveCount(0);
  await context.clearCookies();
  await signIn(camat);
  await page.goto(campaign.at("/input"));
  await expect(
    page.getByText("1 dari 4 desa terkirim").locator("visible=true").first(),
  ).toBeVisible();
});

test("a campaign of sessions owes what came, and no day is behind for it @desktop", async ({
  page,
  admin,
  newKabupaten,
  officeOf,
  signIn,
}) => {
  const kabupaten = await newKabupaten();
  // 208 days, as COVID-19 in Kapuas: a report of every day and village would never come.
  const campaign = await makeCampaign(admin, kabupaten, {
    starts: -150,
    ends: 57,
    rhythm: "sessions",
  });
  await campaign.report(campaign.villages[0], campaign.today, [3, 4]);
  await signIn(await officeOf({ kabupaten }));

  await page.goto(campaign.at(`/kelengkapan?hari=${campaign.today}`));
  const figures = page.getByLabel("Ringkasan kelengkapan");
  await expect(figures).toContainText("1 dari 1 desa; sudah 75%");
  // The neighbour owes nothing, so it is not one of two that could be complete.
  await expect(figures).toContainText("Kecamatan lengkap1 dari 1");
  await page.goto(campaign.at("/input?kecamatan=semua"));
  await expect(
    page.getByText("1 dari 1 desa terkirim").locator("visible=true").first(),
  ).toBeVisible();
  await expect(
    page.getByText("Laporan diisi pada hari pelayanan").locator("visible=true").first(),
  ).toBeVisible();
});
