import { addDays } from "@/lib/base/time/calendar-day";

import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/accessible";

/** Closes every day at its first minute, so that a story finds today closed at any hour. */
const closed = { cutOff: "00:00" };

test("the camat asks for a closed day, the health office opens it, and typing goes on @desktop", async ({
  page,
  newCampaign,
  camatOf,
  officeOf,
  sessionOf,
  signIn,
}) => {
  const campaign = await newCampaign(closed);
  const yesterday = addDays(campaign.today, -1);
  const office = await officeOf(campaign);
  const camat = await camatOf(campaign);
  const day = campaign.at(`/input?hari=${yesterday}`);

  await signIn(camat);
  await page.goto(day);
  // One line above the grid, which unfolds.
  await page
    .getByRole("group")
    .filter({ hasText: "sudah ditutup" })
    .locator("summary")
    .first()
    .click();
  await expect(page.getByText(/sudah ditutup pukul 00\.00 WIB\./)).toBeVisible();
  await page.getByText("Minta dibuka kembali").click();
  await page.getByRole("textbox", { name: "Alasan" }).fill("Jaringan putus sejak pagi");
  await page.getByRole("button", { name: "Kirim permintaan" }).click();
  await expect(
    page.getByText(/^Permintaan Anda terkirim .*menunggu dinas kesehatan/),
  ).toBeVisible();
  await expectAccessible(page);

  await page.goto("about:blank");
  await page.context().clearCookies();
  await page.context().addCookies(await sessionOf(office));
  await page.goto(campaign.at("/verifikasi"));
  const requests = page.getByRole("region", { name: "1 permintaan membuka hari" });
  await expect(requests).toContainText("Jaringan putus sejak pagi");
  await requests.getByRole("button", { name: "Buka 24 jam" }).click();
  await expect(page.getByRole("region", { name: "Hari yang dibuka" })).toContainText(
    "sampai besok",
  );

  await page.goto("about:blank");
  await page.context().clearCookies();
  await page.context().addCookies(await sessionOf(camat));
  await page.goto(day);
  await page
    .getByRole("group")
    .filter({ hasText: "dibuka kembali" })
    .locator("summary")
    .first()
    .click();
  await expect(page.getByText(/dibuka kembali sampai besok \d{2}\.\d{2}/)).toBeVisible();
});

test("a declined request says why, and may be made again @phone", async ({
  page,
  newCampaign,
  camatOf,
  officeOf,
  sessionOf,
  signIn,
}) => {
  const campaign = await newCampaign(closed);
  const office = await officeOf(campaign);
  const camat = await camatOf(campaign);

  await signIn(camat);
  await page.goto(campaign.at("/input"));
  await page.getByRole("link", { name: /sudah ditutup$/ }).click();
  await page.getByText("Minta dibuka kembali").click();
  await page.getByRole("textbox", { name: "Alasan" }).fill("Lupa mengirim");
  await page.getByRole("button", { name: "Kirim permintaan" }).click();
  await expect(page.getByText(/^Permintaan Anda terkirim/)).toBeVisible();

  await page.goto("about:blank");
  await page.context().clearCookies();
  await page.context().addCookies(await sessionOf(office));
  await page.goto(campaign.at("/verifikasi"));
  await page.getByText("Tolak", { exact: true }).click();
  await page.getByRole("textbox", { name: "Alasan ditolak" }).fill("Kirim lewat puskesmas");
  await page.getByRole("button", { name: "Tolak permintaan" }).click();
  await expect(page.getByRole("region", { name: "1 permintaan membuka hari" })).toHaveCount(0);

  await page.goto("about:blank");
  await page.context().clearCookies();
  await page.context().addCookies(await sessionOf(camat));
  await page.goto(campaign.at("/input"));
  await page.getByRole("link", { name: /sudah ditutup$/ }).click();
  await expect(page.getByText(/ditolak .*: Kirim lewat puskesmas/)).toBeVisible();
  await expect(page.getByText("Minta dibuka kembali")).toBeVisible();
});
