import { expect, test } from "./fixtures";
import { expectStep, onward, startFrom } from "./support/set-up";

test("the form says whom a campaign counts, and whether 12 years hold who is 12 @desktop", async ({
  page,
  newKabupaten,
  officeOf,
  signIn,
}) => {
  await signIn(await officeOf({ kabupaten: await newKabupaten() }));
  await startFrom(page, "Gebyar KLASIK");

  await expect(page.locator("#noun")).toHaveValue("family");
  await expect(page.locator("#act")).toHaveValue("served");
  await page.locator("#gives").selectOption({ label: "Lainnya…" });
  await page.getByLabel("Yang diberikan, tulis sendiri").fill("paket gizi");
  const rail = page.getByRole("navigation", { name: "Langkah menyiapkan kampanye" });
  await rail.getByRole("button", { name: /^Yang diberikan/ }).click();
  await expectStep(page, "Yang diberikan");
  await expect(page.locator('[id="interventions.0.gives"]').locator("option:checked")).toHaveText(
    "Seperti kampanye: paket gizi",
  );
  await onward(page, "Kelompok");
  await expect(page.locator('[id="targetGroups.2.noun"]')).toHaveValue("pregnantWoman");
  await expect(page.locator('[id="targetGroups.5.noun"]').locator("option:checked")).toHaveText(
    "Seperti kampanye: keluarga",
  );

  await page.locator('[id="targetGroups.5.name"]').fill("9 bulan sampai dengan 12 tahun");
  await page.locator('[id="targetGroups.5.minMonths"]').fill("9");
  await page.getByRole("button", { name: "sampai 12 tahun 11 bulan" }).click();
  await expect(page.locator('[id="targetGroups.5.maxMonthsExclusive"]')).toHaveValue("156");
  await expect(
    page.getByText("Umur 9 bulan sampai 12 tahun 11 bulan; yang genap 13 tahun tidak dihitung."),
  ).toBeVisible();
});
