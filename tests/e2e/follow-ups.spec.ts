import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import { askCamat } from "./support/asked";

test("a camat answers what is asked, the figures say less, and the health office asks why", async ({
  page,
  context,
  signIn,
  newCampaign,
  camatOf,
  officeOf,
}) => {
  const campaign = await newCampaign();
  await askCamat(campaign);
  const camat = await camatOf(campaign);
  await signIn(camat);
  await page.goto("/permintaan");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 hal diminta kepada Anda.");
  await page.getByRole("link", { name: /KEEMPAT/ }).click();
  await expect(page.getByText("hingga ke pelosok/daerah terpencil.")).toBeVisible();
  await expect(page.getByText("terukur", { exact: true })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);

  // Nothing is sent without words, and what was chosen stands.
  await page.getByRole("radio", { name: "Selesai" }).check();
  await page.getByRole("button", { name: "Kirim jawaban" }).click();
  await expect(page.getByText("Belum tersimpan. Perbaiki yang ditandai")).toBeVisible();
  await expect(page.getByRole("radio", { name: "Selesai" })).toBeChecked();
  await page.getByRole("textbox", { name: "Jawaban" }).fill("Semua desa sudah dikunjungi.");
  await page.getByLabel("Bukti, sebagai teks").fill("Surat tugas 094/212");
  await page.getByRole("button", { name: "Kirim jawaban" }).click();
  const history = page.getByRole("region", { name: "Riwayat" });
  await expect(history).toContainText("Semua desa sudah dikunjungi.");
  await expect(history).toContainText("terukur 0 dari");
  // Said and measured stand side by side.
  await expect(page.getByText("Dinyatakan selesai, terukur 0,0%.")).toBeVisible();

  const address = page.url();
  await context.clearCookies();
  await signIn(await officeOf(campaign));
  await page.goto(`${address}?kampanye=${campaign.slug}`);
  await page.getByLabel("Yang masih perlu dijelaskan").fill("Belum ada desa yang lapor.");
  await page.getByRole("button", { name: "Minta penjelasan" }).click();
  await expect(history).toContainText("Belum ada desa yang lapor.");

  await context.clearCookies();
  await signIn(camat);
  await page.goto("/permintaan");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "1 hal diminta kepada Anda, 1 perlu penjelasan.",
  );
  await page.goto("/hari-ini");
  await page.getByRole("link", { name: "1 permintaan menunggu Anda" }).click();
  await expect(page).toHaveURL(/\/permintaan$/);
});

test("what was half typed is there again, and somebody else's is not found @phone", async ({
  page,
  context,
  signIn,
  newCampaign,
  camatOf,
  newPerson,
  expectIncident,
}) => {
  const campaign = await newCampaign();
  await askCamat(campaign);
  await signIn(await camatOf(campaign));
  await page.goto("/permintaan");
  await page.getByRole("link", { name: /KEEMPAT/ }).click();
  await page.getByRole("textbox", { name: "Jawaban" }).fill("Tiga desa dilayani dengan perahu");
  // Kept as it is typed.
  await expect
    .poll(() => page.evaluate(() => JSON.stringify(sessionStorage)))
    .toContain("Tiga desa dilayani dengan perahu");
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Jawaban" })).toHaveValue(
    "Tiga desa dilayani dengan perahu",
  );

  const address = page.url();
  await context.clearCookies();
  await signIn(await newPerson("villageHead", campaign.villages[0].code));
  expectIncident("404");
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "Halaman tidak ditemukan" })).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("an answer is sent all the same @desktop", async ({
    page,
    signIn,
    newCampaign,
    camatOf,
  }) => {
    const campaign = await newCampaign();
    await askCamat(campaign);
    await signIn(await camatOf(campaign));
    await page.goto("/permintaan");
    await page.getByRole("link", { name: /KEEMPAT/ }).click();
    await page.getByRole("radio", { name: "Tidak dapat, dengan alasan" }).check();
    await page.getByRole("textbox", { name: "Jawaban" }).fill("Jembatan putus.");
    await page.getByRole("button", { name: "Kirim jawaban" }).click();
    await expect(page.getByRole("region", { name: "Riwayat" })).toContainText("Jembatan putus.");
  });
});
