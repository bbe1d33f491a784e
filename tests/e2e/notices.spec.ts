import { addDays } from "@/lib/base/time/calendar-day";

import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/accessible";

test("whoever is written to has their number in the link: accounts, requests, findings @desktop", async ({
  page,
  newCampaign,
  camatOf,
  officeOf,
  sessionOf,
  signIn,
}) => {
  const campaign = await newCampaign({ cutOff: "00:00" });
  const [odd] = campaign.villages;
  // 100 children live there.
  await campaign.report(odd, campaign.today, [108, 4]);
  const camat = await camatOf(campaign);
  const office = await officeOf(campaign);
  const yesterday = addDays(campaign.today, -1);

  await signIn(camat);
  await page.goto(campaign.at(`/input?hari=${yesterday}&minta=1`));
  await page.getByRole("textbox", { name: "Alasan" }).fill("Jaringan putus");
  await page.getByRole("button", { name: "Kirim permintaan" }).click();
  await expect(page.getByText(/^Permintaan Anda terkirim/)).toBeVisible();

  await page.goto("about:blank");
  await page.context().clearCookies();
  await page.context().addCookies(await sessionOf(office));
  await page.goto(`/pengguna/${camat.username}`);
  await page.getByLabel("Nomor telepon (WhatsApp)").fill("0812 3456 7890");
  await page.getByRole("button", { name: "Simpan", exact: true }).first().click();
  await expect(page.getByRole("status").first()).toBeVisible();

  await page.goto(`/pengguna?cari=${camat.username}`);
  const number = page.getByRole("link", { name: /^0812-3456-7890/ });
  await expect(number).toHaveAttribute("href", "https://wa.me/6281234567890");

  await page.goto(campaign.at("/verifikasi"));
  const asked = page.getByRole("region", { name: "1 permintaan membuka hari" });
  const tell = /^Kabari lewat WhatsApp/;
  await expect(asked.getByRole("link", { name: tell })).toHaveAttribute(
    "href",
    /^https:\/\/wa\.me\/6281234567890\?text=.*Jaringan%20putus/,
  );
  await asked.getByRole("button", { name: "Buka 24 jam" }).click();
  const opened = page.getByRole("region", { name: "Hari yang dibuka" });
  await expect(opened.getByRole("link", { name: tell })).toHaveAttribute(
    "href",
    /^https:\/\/wa\.me\/6281234567890\?text=.*buka%20kembali%20sampai/,
  );
  await expectAccessible(page);

  await page.goto(campaign.at("/mutu"));
  const pass = page.getByRole("link", { name: /^Teruskan ke camat/ }).first();
  await expect(pass).toHaveAttribute(
    "href",
    new RegExp(`^https://wa\\.me/6281234567890\\?text=.*${encodeURIComponent(odd.name)}`),
  );
});

test("the sender of a returned report is told why @phone", async ({
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
  await page.getByText("Kembalikan", { exact: true }).click();
  await page.getByLabel("Alasan dikembalikan").first().fill("MR dan OPV tertukar");
  await page.getByRole("button", { name: "Kembalikan laporan" }).click();
  await expect(page.getByText(/^0 laporan menunggu, 1 dikembalikan/)).toBeVisible();

  await page.goto(campaign.at("/verifikasi?status=dikembalikan"));
  // Who sent it is nobody's of this kabupaten: whom it goes to is chosen in WhatsApp.
  await expect(page.getByRole("link", { name: /^Kabari lewat WhatsApp/ })).toHaveAttribute(
    "href",
    /^https:\/\/wa\.me\/\?text=.*MR%20dan%20OPV%20tertukar/,
  );
});
