import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import { askCamat } from "./support/asked";
import { expect, keptPages, signInOn, test } from "./support/device";

test("a camat answers what is asked without a signal, and it arrives by itself @phone", async ({
  device,
  newCampaign,
  camatOf,
}) => {
  const campaign = await newCampaign();
  await askCamat(campaign);
  const camat = await camatOf(campaign);

  const before = await device.open();
  await signInOn(before, camat.username, camat.password);
  await before.goto("/permintaan");
  await expect(before.getByRole("link", { name: /KEEMPAT/ })).toBeVisible();
  // The list and the page of what is asked, which nobody has opened yet.
  await expect.poll(() => keptPages(before), { timeout: 30_000 }).toBe(2);
  await device.close();

  await device.setOffline(true);
  const page = await device.open();
  await page.goto("/permintaan");
  await expect(page.getByText("Tidak ada sinyal")).toBeVisible();
  await page.getByRole("link", { name: /KEEMPAT/ }).click();
  await expect(page.getByText("hingga ke pelosok/daerah terpencil.")).toBeVisible();
  await page.getByRole("radio", { name: "Selesai" }).check();
  await page.getByRole("textbox", { name: "Jawaban" }).fill("Semua desa sudah dikunjungi.");
  await page.getByRole("button", { name: "Kirim jawaban" }).click();
  await expect(page.getByText("Tersimpan di perangkat ini. Dikirim otomatis")).toBeVisible();
  await expectNoSidewaysScroll(page);
  await device.close();

  // The browser is opened again later, still without a signal: nothing is lost.
  const later = await device.open();
  await later.goto("/permintaan");
  await later.getByRole("link", { name: /KEEMPAT/ }).click();
  await expect(later.getByText("Tersimpan di perangkat ini. Dikirim otomatis")).toBeVisible();
  await device.setOffline(false);
  await expect(later.getByRole("region", { name: "Riwayat" })).toContainText(
    "Semua desa sudah dikunjungi.",
    { timeout: 60_000 },
  );
  await expect(later.getByText("Dinyatakan selesai, terukur 0,0%.")).toBeVisible();
  await later.goto("/input/kotak-keluar");
  await expect(later.getByText("diterima dan cocok")).toBeVisible();
  await expectAccessible(later);
});
