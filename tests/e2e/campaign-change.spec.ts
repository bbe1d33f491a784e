import { addDays } from "@/lib/base/time/calendar-day";

import { expect, test } from "./fixtures";
import {
  expectAccessible,
  expectNoMissingSentence,
  expectNoSidewaysScroll,
} from "./support/accessible";

test("two officers change a campaign at once, and neither change is lost; then it is put away", async ({
  page,
  browser,
  baseURL,
  newCampaign,
  officeOf,
  sessionOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const { slug, today } = campaign;
  const address = campaign.at(`/kampanye/${slug}`);
  const [own, other] = [await officeOf(campaign), await officeOf(campaign)];
  const theirName = `Orang ${other.username}`;
  await signIn(own);
  await page.goto(address);
  await expect(page.getByLabel("Batas jam laporan", { exact: true })).toHaveValue("23:59");

  // The colleague saves first.
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  await context.addCookies(await sessionOf(other));
  const theirs = await context.newPage();
  await theirs.goto(address);
  await theirs.getByLabel("Batas jam laporan", { exact: true }).fill("17:00");
  await theirs.locator('[id="rounds.0.endsOn"]').fill(addDays(today, 8));
  await theirs.getByRole("button", { name: "Simpan perubahan", exact: true }).click();
  await expect(theirs.getByText("Perubahan disimpan.", { exact: true })).toBeVisible();
  await context.close();

  await page.getByLabel("Dasar hukum (bila ada)", { exact: true }).fill("SK Bupati 100/2026");
  await page.getByLabel("Batas jam laporan", { exact: true }).fill("18:00");
  const save = page.getByRole("button", { name: "Simpan perubahan", exact: true });
  await save.click();

  const conflict = page.getByRole("alert", { name: "Perubahan orang lain", exact: true });
  await expect(conflict).toContainText(`${theirName} menyimpan perubahan pukul`);
  await expect(conflict).toBeFocused();
  const row = (name: string) =>
    conflict.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
  await expect(row("Dasar hukum (bila ada)")).toContainText("SK Bupati 100/2026, dari Anda");
  await expect(row("Putaran 1, Selesai")).toContainText(`dari ${theirName}`);
  // What both changed is chosen by nobody but the person, and nothing is saved before.
  await expect(save).toBeDisabled();
  await expect(row("Batas jam laporan").getByRole("radio", { checked: true })).toHaveCount(0);
  // From the top, so that no button lies half under the bar that stands there.
  await page.evaluate(() => {
    scrollTo(0, 0);
  });
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await expectNoMissingSentence(page);

  // Reloading asks the same again: an older form does not overwrite what stands.
  await page.reload();
  await page.getByRole("button", { name: "Pulihkan isian", exact: true }).click();
  await expect(row("Dasar hukum (bila ada)")).toContainText("SK Bupati 100/2026, dari Anda");
  await expect(save).toBeDisabled();
  await row("Batas jam laporan")
    .getByRole("radio", { name: /^18\.00, dari Anda$/ })
    .check();
  await save.click();
  await expect(page.getByText("Perubahan disimpan.", { exact: true })).toBeVisible();
  await expect(conflict).toHaveCount(0);

  const stored = await page.request.get(`/api/v1/campaigns/${slug}`);
  expect(await stored.json()).toMatchObject({
    legalBasis: "SK Bupati 100/2026",
    reportCutOff: "18:00",
    rounds: [{ number: 1, endsOn: addDays(today, 8) }],
  });

  await page.getByRole("button", { name: "Arsipkan kampanye", exact: true }).click();
  await expect(
    page.getByText(
      "Kampanye ini di arsip: hanya dapat dibaca, tidak menerima laporan atau perubahan.",
      { exact: true },
    ),
  ).toBeVisible();
  await page.goto("/kampanye");
  const link = page.getByRole("main").getByRole("link", { name: new RegExp(`^${campaign.name}`) });
  await expect(link).toBeHidden();
  await page.getByText("Arsip: 1 kampanye", { exact: true }).click();
  await link.click();
  await page.getByRole("button", { name: "Kembalikan dari arsip", exact: true }).click();
  await expect(page.getByRole("button", { name: "Arsipkan kampanye", exact: true })).toBeVisible();
  await page.goto("/kampanye");
  await expect(link).toBeVisible();
});
