import { addDays } from "@/lib/base/time/calendar-day";

import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/accessible";
import { seen } from "./support/seen";

test("an ended campaign has missed its goal, and says what is left to do until its figures are final", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign({ starts: -12, ends: -3 });
  // MR misses its goal of 95%, OPV reaches 80%. One village never reports.
  await campaign.reportAll(
    campaign.units
      .slice(1)
      .map((unit) => ({ unit, day: addDays(campaign.today, -4), counts: [60, 100] })),
  );
  await signIn(await officeOf(campaign));
  await page.goto(campaign.at("/ringkasan"));

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Satu target tercapai (satu kecamatan belum), satu tidak tercapai.",
  );
  await expect(seen(page, "Tidak tercapai").first()).toBeVisible();
  await expect(seen(page, "Tertinggal")).toHaveCount(0);
  const closing = page.getByRole("region", { name: "Penutupan kampanye" });
  await expect(closing.getByRole("listitem")).toHaveText([
    /4 laporan belum diverifikasi/,
    /Tidak ada temuan mutu data yang terbuka|\d+ temuan mutu data masih terbuka/,
    /1 unit pelapor tidak pernah lapor/,
    /Sasaran semua unit pelapor lengkap/,
    /10 hari pelayanan di bawah 75% laporan|9 hari pelayanan di bawah 75% laporan/,
  ]);
  await expectAccessible(page);

  await closing.getByRole("link", { name: "Buka laporan yang belum diverifikasi" }).click();
  await page.getByRole("checkbox", { name: "Pilih semua di halaman ini" }).check();
  await page.getByRole("button", { name: "Verifikasi 4 laporan" }).click();
  const question = page.getByRole("region", { name: "Verifikasi 4 laporan sekaligus?" });
  await question.getByRole("textbox").fill("Dicocokkan dengan formulir setiap desa.");
  await question.getByRole("button", { name: "Ya, verifikasi 4 laporan" }).click();
  await expect(page.getByRole("status")).toHaveText("4 laporan terverifikasi.");
  await page.goto(campaign.at("/ringkasan"));
  await expect(closing.getByRole("listitem").first()).toHaveText(
    "Semua laporan sudah diverifikasi atau dikembalikan",
  );
});

test("a day after its end a campaign has no orange left in its tables, and a camat no list to close", async ({
  page,
  newCampaign,
  camatOf,
  signIn,
}) => {
  const campaign = await newCampaign({ starts: -12, ends: -3 });
  const camat = await camatOf(campaign);
  for (const unit of campaign.units) {
    await campaign.report(unit, addDays(campaign.today, -4), [60, 100]);
  }
  await signIn(camat);
  await page.goto(campaign.at("/cakupan"));
  await expect(seen(page, "Tidak tercapai").first()).toBeVisible();
  await expect(seen(page, "Tertinggal")).toHaveCount(0);
  await page.goto(campaign.at("/ringkasan"));
  await expect(page.getByRole("region", { name: "Penutupan kampanye" })).toHaveCount(0);
});
