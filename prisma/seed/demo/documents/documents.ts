import type { CampaignPlan } from "../campaign-plan";
import { planAnambasCovid } from "./anambas-covid";
import { planKampungKb } from "./kapuas-hulu-kampung-kb";
import { planKapuasBian2022 } from "./kapuas-bian-2022";
import { planKapuasCovid } from "./kapuas-covid";
import { planLebakKlasik } from "./lebak-klasik";
import { planLebakPolio } from "./lebak-polio";
import type { District } from "../villages";

/**
 * The campaigns of the documents that this product was made from: their own figures, with their
 * source, and invented ones for what they leave open. Each is a sample.
 */
export function planDocuments(
  areas: Readonly<Record<"21.05" | "36.02" | "61.06" | "62.03", District>>,
): readonly CampaignPlan[] {
  const { "21.05": anambas, "36.02": lebak, "61.06": kapuasHulu, "62.03": kapuas } = areas;
  return [
    planKapuasBian2022(kapuas),
    planKapuasCovid(kapuas),
    planAnambasCovid(anambas),
    planLebakPolio(lebak),
    planLebakKlasik(lebak),
    planKampungKb(kapuasHulu),
  ];
}
