import { readFile } from "node:fs/promises";

import type { Page } from "@playwright/test";

import type { OwnCampaign } from "./campaign";
import { readCoverage } from "./interface";

/**
 * Opens the screen that loads target populations and fills its template.
 *
 * @param numbers a row for each village, in the order of the template: MR and OPV as they are typed.
 */
export async function fillTemplate(
  page: Page,
  campaign: OwnCampaign,
  numbers: readonly (readonly string[])[],
) {
  await page.goto(campaign.at("/sasaran/muat"));
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Templat CSV kosong" }).click();
  const text = await readFile(await (await downloading).path(), "utf8");
  const lines = text.split(/\r?\n/);
  const head = lines.findIndex((line) => line.includes("Kode"));
  const filled = lines.map((line, index) => {
    const values = numbers[index - head - 1];
    return values === undefined || line === "" ? line : line.replace(/;*$/, `;${values.join(";")}`);
  });
  return { name: "sasaran.csv", mimeType: "text/csv", buffer: Buffer.from(filled.join("\n")) };
}

/** People of each village by the source that decides; null: not loaded. */
export async function targetsOf(
  page: Page,
  campaign: OwnCampaign,
  intervention: string,
): Promise<(number | null)[]> {
  const { rows } = await readCoverage(page.request, campaign.slug, { by: "unit", intervention });
  return rows.map(({ targetPopulation }) => targetPopulation);
}
