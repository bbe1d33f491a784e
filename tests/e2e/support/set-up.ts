import { expect, type Page } from "@playwright/test";

/** Begins a campaign from a preset: its first step is open. */
export async function startFrom(page: Page, preset: string): Promise<void> {
  await page.goto("/kampanye/baru");
  await page.getByRole("button", { name: preset, exact: true }).click();
  await expectStep(page, "Umum");
}

export async function expectStep(page: Page, step: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(step);
}

/** Saves the step that is open and goes on, past steps in which nothing is to be typed. */
export async function onward(page: Page, ...steps: readonly string[]): Promise<void> {
  for (const step of steps) {
    await page.getByRole("button", { name: `Simpan, lanjut ke ${step}` }).click();
    await expectStep(page, step);
  }
}

/** The days of the campaign, in its first step. */
export async function fillDays(page: Page, from: string, to: string): Promise<void> {
  const time = page.getByRole("region", { name: "Waktu" });
  await time.getByLabel("Mulai").fill(from);
  await time.getByLabel("Selesai").fill(to);
}

/** The days of a round, in the step of rounds. */
export async function fillRound(
  page: Page,
  number: number,
  from: string,
  to: string,
): Promise<void> {
  const round = page.getByRole("group", { name: `Putaran ${String(number)}` });
  await round.getByLabel("Mulai").fill(from);
  await round.getByLabel("Selesai").fill(to);
}
