import type { APIRequestContext } from "@playwright/test";

import { addDays } from "@/lib/base/time/calendar-day";

import { test as base } from "../fixtures";
import { makeCampaign, type OwnCampaign, type UnitReport } from "./campaign";
import { claimKabupaten } from "./country";
import { readLebak } from "./lebak";

/** Campaigns of the sizes between which every screen has to hold. */
export type Shape = "345 villages" | "one village" | "ten interventions";

type Make = (admin: APIRequestContext, folder: string) => Promise<OwnCampaign>;

const tenInterventions = [
  ["mr", "Campak-rubela (MR)", "MR"],
  ["opv", "Polio tetes (OPV)", "OPV"],
  ["ipv", "Polio suntik (IPV)", "IPV"],
  ["dpt", "DPT-HB-Hib lanjutan", "DPT-HB-Hib"],
  ["pcv", "Pneumokokus konjugasi (PCV)", "PCV"],
  ["rv", "Rotavirus (RV)", "RV"],
  ["kb", "Alat kontrasepsi modern", "Kontrasepsi modern"],
  ["air", "Keluarga tanpa sumber air minum", "Tanpa sumber air minum"],
  ["td", "Tetanus-difteri (Td)", "Td"],
  ["vita", "Vitamin A dosis tinggi", "Vitamin A"],
] as const;

const makers: Readonly<Record<Shape, Make>> = {
  async "345 villages"(admin) {
    const kabupaten = await readLebak();
    const campaign = await makeCampaign(admin, kabupaten, {
      units: kabupaten.villages,
      starts: -22,
      ends: 8,
      children: 420,
    });
    for (const back of [3, 2, 1, 0]) {
      const day = addDays(campaign.today, -back);
      await campaign.reportAll(
        campaign.units.flatMap((unit, index): UnitReport[] => {
          // Some are late every day, most have not reported today yet.
          if (index % 9 === back || (back === 0 && index % 3 > 0)) return [];
          return [{ unit, day, counts: [70 + ((index * 7) % 60), 12 + ((index * 5) % 90)] }];
        }),
      );
    }
    return campaign;
  },
  async "one village"(admin, folder) {
    const kabupaten = await claimKabupaten(folder, 1);
    const units = kabupaten.villages.slice(0, 1);
    const campaign = await makeCampaign(admin, kabupaten, { units });
    await campaign.reportAll(
      units.flatMap((unit) =>
        [3, 2, 1].map((back) => ({
          unit,
          day: addDays(campaign.today, -back),
          counts: [14 + back, 9],
        })),
      ),
    );
    return campaign;
  },
  async "ten interventions"(admin, folder) {
    const campaign = await makeCampaign(admin, await claimKabupaten(folder, 6), {
      interventions: tenInterventions.map(([code, name, shortName], index) => ({
        code,
        name,
        shortName,
        coverageGoal: index % 2 === 0 ? "0.95" : "0.80",
      })),
      children: 1300,
    });
    for (const back of [3, 2, 1]) {
      const day = addDays(campaign.today, -back);
      await campaign.reportAll(
        campaign.units.map((unit, place) => ({
          unit,
          day,
          counts: tenInterventions.map((_, index) => 20 + place * 37 + index * 41),
        })),
      );
    }
    return campaign;
  },
};

/** Stories that only look: the campaign of a shape is made once for all of a worker's. */
export const test = base.extend<
  object,
  { readonly shapeOf: (shape: Shape) => Promise<OwnCampaign> }
>({
  shapeOf: [
    async ({ admin }, provide, { project }) => {
      const made = new Map<Shape, Promise<OwnCampaign>>();
      await provide((shape) => {
        const found = made.get(shape) ?? makers[shape](admin, project.outputDir);
        made.set(shape, found);
        return found;
      });
    },
    { scope: "worker" },
  ],
});

export { expect } from "../fixtures";
