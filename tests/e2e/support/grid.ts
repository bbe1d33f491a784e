import { expect, type Page } from "@playwright/test";

import type { OwnCampaign, VillageIndex } from "./campaign";
import { readCoverage } from "./interface";

/** The day of the first kecamatan of a campaign, as a grid. */
export async function openGrid(page: Page, campaign: OwnCampaign) {
  await page.goto(campaign.at(`/input?kecamatan=${campaign.kabupaten.kecamatan.code}`));
  const grid = gridOf(page, campaign);
  await expect(grid.cell(0, "MR")).toBeEditable();
  return grid;
}

export function gridOf(page: Page, campaign: OwnCampaign) {
  const units = campaign.villages;
  const row = (index: VillageIndex) =>
    page.getByRole("row").filter({
      has: page.getByRole("rowheader", { name: new RegExp(`^${units[index].name}`) }),
    });
  const cell = (index: VillageIndex, intervention: "MR" | "OPV") =>
    page.getByRole("textbox", {
      name: `${units[index].name}, ${intervention} 9–59 bulan`,
      exact: true,
    });
  return { units, row, cell };
}

/** What the server has of the first villages: doses of MR and OPV. */
export async function stored(page: Page, campaign: OwnCampaign) {
  const { rows } = await readCoverage(page.request, campaign.slug, { by: "unit" });
  return campaign.units
    .slice(0, 4)
    .map(({ code }) => rows.filter((row) => row.code === code).map((row) => row.dosesAdministered));
}

/** The state of a row that the server has. */
export const sent = /Terkirim(?: \d{2}\.\d{2}|, \d+ kolom kosong)/;
