import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import { services } from "./support/services";
import { seen } from "./support/seen";

test("thirty fields on a phone fold by service, with what is filled in each @phone", async ({
  page,
  newCampaign,
  camatOf,
  signIn,
}) => {
  const campaign = await newCampaign({ interventions: services(10), groups: 3 });
  const [unit] = campaign.villages;
  await signIn(await camatOf(campaign));
  await page.goto(campaign.at(`/input/${unit.code}`));
  const section = (service: number) =>
    page.getByRole("region", {
      name: `Layanan pendampingan keluarga berisiko stunting ${String(service)}`,
      exact: true,
    });
  const field = (service: number, group: string) =>
    section(service).getByRole("textbox", { name: new RegExp(`${group}$`) });

  await test.step("the first is open, the others say how many of their fields are filled", async () => {
    await expect(page.getByRole("textbox").filter({ visible: true })).toHaveCount(3);
    await expect(section(1)).toContainText("0 dari 3 terisi");
    await expect(section(10)).toContainText("0 dari 3 terisi");
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  await test.step("next goes on from one service into the next, which opens", async () => {
    await field(1, "9–59 bulan").fill("3");
    await page.keyboard.press("Enter");
    await expect(field(1, "5–<7 tahun")).toBeFocused();
    await page.keyboard.type("4");
    await page.keyboard.press("Enter");
    await page.keyboard.type("5");
    await page.keyboard.press("Enter");
    await expect(field(2, "9–59 bulan")).toBeFocused();
    await page.keyboard.type("6");
    await expect(section(1)).toContainText("3 dari 3 terisi");
    await expect(section(2)).toContainText("1 dari 3 terisi");
    // What sends it stays in sight.
    await expect(page.getByRole("button", { name: `Kirim ${unit.name}` })).toBeInViewport();
    await expect(seen(page, "4 dari 30 terisi")).toBeVisible();
  });

  await test.step("what is wrong in a folded service is said there, and sending leads into it", async () => {
    await field(2, "5–<7 tahun").fill("12x");
    await section(2).getByText("Layanan pendampingan").click();
    await expect(field(2, "5–<7 tahun")).toBeHidden();
    await expect(section(2)).toContainText("1 perlu diperiksa");
    await page.getByRole("button", { name: `Kirim ${unit.name}` }).click();
    await expect(field(2, "5–<7 tahun")).toBeFocused();
    await expect(field(2, "5–<7 tahun")).toHaveValue("12x");
    await field(2, "5–<7 tahun").fill("12");
  });

  await test.step("folds are remembered over a new page and another village, with what is typed", async () => {
    await section(1).getByText("Layanan pendampingan").click();
    await expect(field(1, "9–59 bulan")).toBeHidden();
    await page.reload();
    await expect(section(1)).toContainText("3 dari 3 terisi");
    await expect(field(1, "9–59 bulan")).toBeHidden();
    await expect(field(2, "5–<7 tahun")).toHaveValue("12");
    await page.getByRole("button", { name: `Kirim ${unit.name}` }).click();
    await expect(page.getByRole("status").filter({ hasText: /^Terkirim[ ,]/ })).toBeVisible();
    await page.goto(campaign.at(`/input/${campaign.villages[1].code}`));
    await expect(field(1, "9–59 bulan")).toBeHidden();
    await expect(field(2, "9–59 bulan")).toBeVisible();
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("fields of a folded service are opened by the browser and sent with the others @phone", async ({
    page,
    newCampaign,
    signIn,
  }) => {
    const campaign = await newCampaign({ interventions: services(10), groups: 3 });
    const [unit] = campaign.villages;
    await signIn("admin");
    await page.goto(campaign.at(`/input/${unit.code}`));
    const section = page.getByRole("region", { name: /stunting 7$/ });
    await section.getByText("Layanan pendampingan").click();
    await section.getByRole("textbox").first().fill("9");
    await page
      .getByRole("button", { name: `Kirim ${unit.name}` })
      .first()
      .click();
    await page.goto(campaign.at(`/input/${unit.code}`));
    await expect(section).toContainText("1 dari 3 terisi");
  });
});
