import { addDays } from "@/lib/base/time/calendar-day";

import { expect, keepEntry, signInOn, test } from "./support/device";

const hour = 3_600_000;

for (const { off, told } of [
  { off: 24 * hour, told: "1 hari" },
  { off: -24 * hour, told: "1 hari" },
  { off: 3 * hour, told: "3 jam" },
  { off: -3 * hour, told: "3 jam" },
]) {
  test(`a clock that is ${String(off / hour)} hours off is told, and the day is the server's @phone`, async ({
    device,
    newCampaign,
    camatOf,
  }) => {
    const campaign = await newCampaign();
    const camat = await camatOf(campaign);
    const page = await device.open();
    await page.clock.install({ time: Date.now() + off });
    await signInOn(page, camat.username, camat.password);
    await keepEntry(page, campaign.at("/input"));
    const dayNumber = () =>
      page
        .getByText(/hari ke-\d+/)
        .first()
        .textContent();
    const online = await dayNumber();

    await device.setOffline(true);
    await page.goto(campaign.at("/input"));
    await expect(page.getByText(`Jam perangkat ini berbeda ${told} dari server.`)).toBeVisible();
    expect(await dayNumber()).toBe(online);
  });
}

test("a report that was typed for tomorrow by a wrong clock is moved to today and arrives @phone", async ({
  device,
  newCampaign,
  camatOf,
}) => {
  const campaign = await newCampaign();
  const [village] = campaign.villages;
  const camat = await camatOf(campaign);
  const page = await device.open();
  await signInOn(page, camat.username, camat.password);
  await keepEntry(page, campaign.at("/input"));
  await device.close();

  // The phone has the right hour when it is filled, and a wrong one in the field.
  await device.setOffline(true);
  const inField = await device.open();
  await inField.clock.install({ time: Date.now() + 24 * hour });
  await inField.goto(campaign.at("/input"));
  await inField.getByRole("link", { name: new RegExp(`^${village.name}`) }).click();
  await inField.getByRole("textbox", { name: /^MR · / }).fill("7");
  await inField.getByRole("button", { name: /^Kirim/ }).click();
  await expect(
    inField.getByRole("status").filter({ hasText: "Tersimpan di perangkat ini." }),
  ).toBeVisible();
  await device.close();

  await device.setOffline(false);
  const later = await device.open();
  await later.goto(campaign.at("/input/kotak-keluar"));
  const format = new Intl.DateTimeFormat("id-ID", {
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  });
  const named = (day: string) => format.format(new Date(`${day}T00:00:00Z`));
  const item = later.getByRole("listitem").filter({ hasText: village.name });
  await expect(item.getByText(/^Ditolak: /)).toBeVisible();
  await expect(item).toContainText(String(Number(addDays(campaign.today, 1).slice(8))));
  await later.getByRole("button", { name: `Pindahkan ke ${named(campaign.today)}` }).click();
  await expect(
    later
      .getByRole("region", { name: "Sudah sampai di kabupaten" })
      .getByRole("listitem")
      .filter({ hasText: village.name }),
  ).toContainText("diterima dan cocok", { timeout: 30_000 });
});
