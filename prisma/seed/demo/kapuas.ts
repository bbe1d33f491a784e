import { addDays, type CalendarDay } from "@/lib/base/time/calendar-day";
import { instantOf } from "@/lib/base/time/time-zone";

import type { CampaignPlan, ColumnPlan, InterventionPlan, TargetSetPlan } from "./campaign-plan";
import { countVillages, estimateElsewhere, type VillageCounts } from "./kapuas-counts";
import { withDefects } from "./kapuas-defects";
import { planQuality } from "./kapuas-quality";
import { daysRun, planNotes, planReports } from "./kapuas-days";
import { writeReports } from "./kapuas-reports";
import { planReopenings, settleReports } from "./kapuas-settled";
import { subdistrictPlans } from "./kapuas-subdistricts";
import { puskesmasSelat } from "./offices";
import { asUnits, firstOfEach, type Village } from "./villages";

type KapuasSetting = {
  /** Local day; the campaign's 18th of 31. */
  readonly today: CalendarDay;
  readonly now: Date;
  /** All villages of the kabupaten, in the order of their codes. */
  readonly villages: readonly Village[];
  readonly accountIds: ReadonlyMap<string, string>;
};

/** Address of the sample. */
export const kapuasSlug = "bian-kapuas";

const zone = "Asia/Jakarta";
const lastDay = 30;
/** MR target population of the kabupaten as Pusdatin would have estimated it. */
const estimatedElsewhere = 91_239;

const catchUp = ["12-59-bulan"];
const interventions: readonly InterventionPlan[] = [
  intervention("MR", "Campak-rubela (MR)", "0.95", ["9-59-bulan", "5-7-tahun", "7-12-tahun"]),
  intervention("OPV", "Polio tetes (OPV)", "0.80", catchUp),
  intervention("IPV", "Polio suntik (IPV)", "0.80", catchUp),
  intervention("DPT-HB-Hib", "DPT-HB-Hib", "0.80", catchUp),
];
const columns: readonly ColumnPlan[] = interventions.flatMap(({ code, targetGroups }) =>
  targetGroups.map((targetGroup) => ({ intervention: code, targetGroup })),
);

/**
 * BIAN Kapuas as it stands on day 18 of 31.
 *
 * Goals and legal basis are those of the instruction. Every count is INVENTED (DATA CONTOH), the
 * same each time for the same day.
 */
export function planKapuas({ today, now, villages, accountIds }: KapuasSetting): CampaignPlan {
  const startsOn = addDays(today, 1 - daysRun);
  const setting = {
    startsOn,
    columns,
    now,
    senderOf: (unit: string) => senderOf(unit, accountIds),
  };

  const subdistricts = subdistrictPlans.map((plan) => {
    const codes = villages.flatMap(({ code, subdistrictCode }) =>
      subdistrictCode === plan.code ? [code] : [],
    );
    return {
      counts: countVillages(plan, codes),
      slots: planReports(plan, codes, startsOn),
    };
  });
  const counts = subdistricts.flatMap((subdistrict) => subdistrict.counts);
  const held = firstOfEach(villages, [puskesmasSelat.region], 3);
  const ofPuskesmas = new Set(held.map(({ code }) => code));

  const plan: CampaignPlan = {
    districtCode: "62.03",
    slug: kapuasSlug,
    name: "BIAN Kabupaten Kapuas",
    legalBasis: "Instruksi Bupati Kapuas 443.51/686/DINKES Tahun 2022",
    sourceName: null,
    sourceUrl: null,
    startsOn,
    endsOn: addDays(startsOn, lastDay),
    timeZone: zone,
    reportCutOff: "16:00",
    isSample: true,
    interventions,
    targetGroups: [
      { code: "9-59-bulan", name: "9–59 bulan" },
      { code: "5-7-tahun", name: "5–<7 tahun" },
      { code: "7-12-tahun", name: "7–12 tahun" },
      { code: "12-59-bulan", name: "12–59 bulan" },
    ],
    units: asUnits(villages).map((unit) => ({
      ...unit,
      officeCode: ofPuskesmas.has(unit.code) ? puskesmasSelat.code : undefined,
    })),
    targetSets: planTargetSets(counts, startsOn, now, accountIds.get("dinkes.kapuas") ?? null),
    reports: settleReports(
      withDefects(
        subdistricts.flatMap((subdistrict) =>
          subdistrict.counts.flatMap((village) => {
            const slots = subdistrict.slots.filter(({ code }) => code === village.code);
            return writeReports(village, slots, setting);
          }),
        ),
      ),
      { today, now, healthOffice: accountIds.get("dinkes.kapuas") ?? null },
    ),
    reopenings: planReopenings({ today, now, accountIds }),
    notes: planNotes("62.03", startsOn, accountIds.get("dinkes.kapuas") ?? null),
  };
  const notedBy = accountIds.get("dinkes.kapuas") ?? null;
  return { ...plan, quality: planQuality(plan, { now, notedBy }) };
}

/** Pusdatin's estimate of the new year, then the local count before the start, which decides. */
function planTargetSets(
  counts: readonly VillageCounts[],
  startsOn: CalendarDay,
  now: Date,
  createdBy: string | null,
): readonly TargetSetPlan[] {
  const listedOn = addDays(startsOn, -6);
  const importedAt = instantOf(addDays(listedOn, 1), "09:10", zone);
  const imported = { createdBy, createdAt: importedAt < now ? importedAt : now };
  return [
    {
      ...imported,
      source: "pusdatin",
      asOf: `${listedOn.slice(0, 4)}-01-02`,
      decree: null,
      rows: toRows(estimateElsewhere(counts, estimatedElsewhere)),
    },
    {
      ...imported,
      source: "local",
      asOf: listedOn,
      decree: "440/CONTOH/DINKES",
      rows: toRows(counts),
    },
  ];
}

function toRows(villages: readonly VillageCounts[]): TargetSetPlan["rows"] {
  return villages.flatMap(({ code, people }) =>
    columns.map((column, index) => ({ ...column, unit: code, people: people[index] ?? 0 })),
  );
}

function senderOf(unit: string, accountIds: ReadonlyMap<string, string>): string | null {
  const sender =
    new Map([
      ["62.03.01", unit === "62.03.01.1007" ? "lurah.selathilir" : "camat.selat"],
      ["62.03.09", "camat.mantangai"],
    ]).get(unit.slice(0, 8)) ?? "dinkes.kapuas";
  return accountIds.get(sender) ?? null;
}

function intervention(
  code: string,
  name: string,
  coverageGoal: string,
  targetGroups: readonly string[],
): InterventionPlan {
  return { code, name, shortName: code, coverageGoal, targetGroups };
}
