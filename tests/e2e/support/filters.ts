import type { Page } from "@playwright/test";

/** Opens the filters of a list where a narrow screen folds them away. */
export async function openFilters(page: Page): Promise<void> {
  const fold = page.locator("summary").filter({ hasText: /^Saringan/ });
  if (await fold.isVisible()) await fold.click();
}

/**
 * Chooses in the filters of `/cakupan`: under a finger a choice holds at once, otherwise the button
 * sends it.
 */
export async function chooseFilter(page: Page, label: string, option: string): Promise<void> {
  await openFilters(page);
  const filters = page.getByRole("form", { name: "Saringan" });
  const holdsAtOnce = await page.evaluate(() => matchMedia("(pointer: coarse)").matches);
  await filters.getByLabel(label).selectOption({ label: option });
  if (!holdsAtOnce) await filters.getByRole("button", { name: "Terapkan" }).click();
}
