import type { Page } from "@playwright/test";

import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import type { OwnCampaign } from "./support/campaign";
import { services } from "./support/services";

async function openDay(page: Page, campaign: OwnCampaign) {
  await page.goto(campaign.at(`/input?kecamatan=${campaign.kabupaten.kecamatan.code}`));
  const grid = page.getByRole("region", { name: "Isian harian, dapat digeser" });
  const [unit] = campaign.villages;
  const field = (column: string) =>
    grid.getByRole("textbox", { name: `${unit.name}, ${column}`, exact: true });
  const fold = (service: number) =>
    grid
      .getByRole("columnheader")
      .getByRole("button", { name: new RegExp(`(stunting|Lay) ${String(service)}(?!\\d)`) });
  await expect(grid.getByRole("textbox").first()).toBeEditable();
  return { grid, field, fold, row: grid.getByRole("row").filter({ hasText: unit.name }) };
}

test.describe("many columns on a screen of 1366 pixels @desktop", () => {
  test.use({ viewport: { width: 1366, height: 768 } });

  for (const person of ["admin", "camat"] as const) {
    test(`twelve columns are seen at once by ${person}`, async ({
      page,
      newCampaign,
      camatOf,
      signIn,
    }) => {
      const campaign = await newCampaign({ interventions: services(4), groups: 3 });
      await signIn(person === "admin" ? "admin" : await camatOf(campaign));
      const { grid } = await openDay(page, campaign);

      await expect(grid.getByRole("textbox")).toHaveCount(4 * 12);
      await expect(grid.locator("[data-beyond]")).toHaveCount(0);
      await expectNoSidewaysScroll(page);
      for (const head of await grid.getByRole("columnheader").all()) {
        await expect(head).toBeInViewport({ ratio: 0.9 });
      }
    });
  }

  test("thirty columns fold by service; keys pass over what is folded, and nothing is lost", async ({
    page,
    newCampaign,
    camatOf,
    signIn,
  }) => {
    const campaign = await newCampaign({ interventions: services(10), groups: 3 });
    await signIn(await camatOf(campaign));
    const { grid, field, fold, row } = await openDay(page, campaign);

    await test.step("typed numbers become a sum when their service folds", async () => {
      await field("Lay 2 9–59 bulan").fill("3");
      await field("Lay 2 7–12 tahun").fill("4");
      await expect(fold(2)).toHaveAttribute("aria-expanded", "true");
      await fold(2).click();
      await expect(fold(2)).toHaveAttribute("aria-expanded", "false");
      await expect(fold(2)).toContainText("3 kolom");
      await expect(grid.getByRole("textbox")).toHaveCount(4 * 27);
      await expect(row.getByRole("cell", { name: "7", exact: true }).first()).toBeVisible();
    });

    await test.step("the arrows go over it", async () => {
      await field("Lay 1 7–12 tahun").focus();
      await page.keyboard.press("ArrowRight");
      await expect(field("Lay 3 9–59 bulan")).toBeFocused();
      await page.keyboard.press("Shift+ArrowLeft");
      await page.keyboard.press("Delete");
      await page.keyboard.press("ArrowLeft");
      await expect(field("Lay 1 7–12 tahun")).toBeFocused();
    });

    await test.step("a wrong number in folded columns is said, and one press leads to it", async () => {
      await field("Lay 3 5–<7 tahun").fill("12x");
      await fold(3).click();
      await expect(fold(3)).toHaveAccessibleName(/baris perlu diperiksa/);
      await row.getByRole("button", { name: /angka .* perlu diperiksa/ }).click();
      await expect(field("Lay 3 5–<7 tahun")).toBeFocused();
      await expect(field("Lay 3 5–<7 tahun")).toHaveValue("12x");
      await field("Lay 3 5–<7 tahun").fill("12");
    });

    await test.step("the folds are remembered, and so is what is in them", async () => {
      await page.reload();
      await expect(fold(2)).toHaveAttribute("aria-expanded", "false");
      await fold(2).click();
      await expect(field("Lay 2 9–59 bulan")).toHaveValue("3");
      await expect(field("Lay 2 7–12 tahun")).toHaveValue("4");
      await expectAccessible(page);
    });

    await test.step("a pasted row opens what is folded, so that all of it is seen", async () => {
      await fold(1).click();
      await expect(fold(1)).toHaveAttribute("aria-expanded", "false");
      await page.getByRole("button", { name: "Tempel", exact: true }).click();
      const dialog = page.getByRole("dialog");
      await dialog
        .getByRole("textbox")
        .fill(`Desa\tLay 1 9–59 bulan\n${campaign.villages[1].name}\t5`);
      await dialog.getByRole("button", { name: "Tempel 1 sel" }).click();
      await expect(fold(1)).toHaveAttribute("aria-expanded", "true");
      await expect(
        grid.getByRole("textbox", { name: `${campaign.villages[1].name}, Lay 1 9–59 bulan` }),
      ).toHaveValue("5");
    });
  });
});

test("one head says what service and group have the same name for @desktop", async ({
  page,
  newCampaign,
  signIn,
}) => {
  const campaign = await newCampaign({
    interventions: [
      { code: "a", name: "9–59 bulan", shortName: "9–59 bulan", coverageGoal: "0.95" },
    ],
  });
  await signIn("admin");
  const { grid, field } = await openDay(page, campaign);
  await expect(grid.getByRole("columnheader", { name: "9–59 bulan" })).toHaveCount(1);
  await expect(field("9–59 bulan")).toBeEditable();
});
