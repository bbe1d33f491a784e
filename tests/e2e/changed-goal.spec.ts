import { addDays } from "@/lib/base/time/calendar-day";

import { expect, test } from "./fixtures";
import { readCoverage } from "./support/interface";
import { seen } from "./support/seen";

test("a new goal holds from its day on, and days before keep their verdict @desktop", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign({ starts: -12, ends: -1 });
  const { slug, today, units } = campaign;
  await campaign.reportAll(
    units.map((unit) => ({ unit, day: addDays(today, -10), counts: [85, 90] })),
  );
  const [before, from] = [addDays(today, -5), addDays(today, -4)];
  await signIn(await officeOf(campaign));
  await page.goto(campaign.at(`/kampanye/${slug}`));

  await test.step("95 % becomes 80 % from a day on, with its basis and its reason", async () => {
    const at = (field: string) => page.locator(`[id="interventions.0.${field}"]`);
    await at("coverageGoal").fill("80");
    await at("goalFrom").fill(from);
    await at("goalDecree").fill("SK Bupati 12/2026");
    await page.getByRole("button", { name: "Simpan perubahan", exact: true }).click();
    await expect(page.getByRole("alert").first()).toBeVisible();
    await at("goalReason").fill("Vaksin datang terlambat");
    await page.getByRole("button", { name: "Simpan perubahan", exact: true }).click();
    await page.getByLabel("Alasan", { exact: true }).fill("Vaksin datang terlambat");
    await page.getByRole("button", { name: "Simpan perubahan ini" }).click();
    await expect(page.getByText("Perubahan disimpan.")).toBeVisible();
    await expect(page.locator("s").filter({ hasText: "95%" })).toBeVisible();
    await expect(page.getByText(/SK Bupati 12\/2026 \(Vaksin datang terlambat\)/)).toBeVisible();
  });

  const mr = page.getByRole("main").getByRole("article", { name: "Campak-rubela (MR)" });
  await test.step("the day before is judged by the old goal, on the screen and on paper", async () => {
    await page.goto(campaign.at(`/ringkasan?tanggal=${before}`));
    await expect(mr).toContainText("target 95%");
    await expect(mr).not.toContainText("Tercapai");
    await page.emulateMedia({ media: "print" });
    await expect(seen(page, /target 95%/).first()).toBeVisible();
    await page.emulateMedia({ media: "screen" });
    await page.goto(campaign.at(`/cakupan?intervensi=mr&sampai=${before}`));
    await expect(page.locator("#tabel tfoot")).toContainText("50");
  });

  await test.step("and that day by the new one", async () => {
    await page.goto(campaign.at(`/ringkasan?tanggal=${from}`));
    await expect(mr).toContainText("target 80%");
    await expect(mr).toContainText("Tercapai");
    await page.emulateMedia({ media: "print" });
    await expect(seen(page, /target 80%/).first()).toBeVisible();
    await page.emulateMedia({ media: "screen" });
  });

  await test.step("so does the API", async () => {
    const of = async (asOf: string) =>
      (await readCoverage(page.request, slug, { asOf, intervention: "mr" })).total;
    expect(await of(before)).toMatchObject([{ coverageGoal: "0.95", needed: 50 }]);
    expect(await of(from)).toMatchObject([{ coverageGoal: "0.8", needed: 0, status: "reached" }]);
  });
});

test("beside each scope of a goal stands what it still needs, as it is typed @desktop", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  // Of five villages of a hundred one is whole: what it has more than it needs is no other's.
  await campaign.report(campaign.villages[0], addDays(campaign.today, -1), [100, 0]);
  await signIn(await officeOf(campaign));
  await page.goto(campaign.at(`/kampanye/${campaign.slug}`));
  const scopes = page.locator('[id="interventions.0.goalScope"]');
  const whole = scopes.locator("label").filter({ hasText: "Hari ini" }).nth(1);
  const each = scopes.locator("label").filter({ hasText: "dijumlahkan per unit" });
  await expect(each).toContainText("Hari ini perlu 380 lagi, dijumlahkan per unit.");
  await expect(whole).toContainText("Hari ini perlu 375 lagi.");

  const goal = page.locator('[id="interventions.0.coverageGoal"]');
  await goal.fill("20");
  await expect(each).toContainText("Hari ini perlu 80 lagi, dijumlahkan per unit.");
  await expect(whole).toContainText("Hari ini sudah tercapai.");
  await goal.fill("dua puluh");
  await expect(scopes).not.toContainText("Hari ini");
});
