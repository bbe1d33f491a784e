import { addDays } from "@/lib/base/time/calendar-day";

import { expect, test } from "./fixtures";
import { makeCampaign } from "./support/campaign";

test("after a session's end the sign-in page says that what was typed is safe", async ({
  page,
  context,
  signIn,
  newCampaign,
}) => {
  await signIn("admin");
  const campaign = await newCampaign();
  await page.goto(campaign.at(`/input/${campaign.villages[0].code}`));
  await page.getByRole("textbox", { name: /^MR · / }).fill("12");
  // The device knows who was signed in once the page has rested.
  await expect
    .poll(() =>
      page.evaluate(() => indexedDB.databases().then((all) => all.map(({ name }) => name))),
    )
    .toContain("cakupan-device");
  await context.clearCookies();
  await page.goto("/masuk");
  await expect(page.getByRole("status")).toHaveText(
    "1 laporan yang diketik Administrator Contoh tersimpan aman di perangkat ini, dan dapat dikirim setelah masuk.",
  );
});

test("changing the campaign in the bar keeps the day that is filled in @desktop", async ({
  page,
  signIn,
  admin,
  newKabupaten,
  officeOf,
}) => {
  const kabupaten = await newKabupaten();
  const first = await makeCampaign(admin, kabupaten, { name: "Kegiatan Satu" });
  const second = await makeCampaign(admin, kabupaten, { name: "Kegiatan Dua" });
  await signIn(await officeOf({ kabupaten }));
  const day = addDays(first.today, -1);
  await page.goto(first.at(`/input?hari=${day}`));
  await page.getByLabel(/: Kegiatan Satu$/).click();
  await page
    .getByRole("banner")
    .getByRole("link", { name: /^Kegiatan Dua/ })
    .click();
  await expect(page).toHaveURL(new RegExp(`/input\\?kampanye=${second.slug}&hari=${day}`));
});
