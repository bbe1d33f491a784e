import type { UnitPlace } from "@/lib/monitor/quality/finding";
import type { Series } from "@/lib/monitor/quality/series";
import { addDays } from "@/lib/base/time/calendar-day";

const firstDay = "2026-05-18";

export const selat: UnitPlace = {
  code: "62.03.01.1007",
  name: "Selat Hilir",
  subdistrict: { code: "62.03.01", name: "Selat" },
};

/** A unit that belongs to no single kecamatan. */
export const office: UnitPlace = { code: "opd-1", name: "Dinas Pendidikan", subdistrict: null };

/** MR for 9–59 months of Selat Hilir in round 1: a count a day, null where nothing was counted. */
export function series(counts: readonly (number | null)[], what: Partial<Series> = {}): Series {
  return {
    unit: selat,
    round: 1,
    intervention: "MR",
    targetGroup: "9-59-bulan",
    days: counts.flatMap((residents, index) =>
      residents === null ? [] : [{ day: addDays(firstDay, index), residents, nonResidents: 0 }],
    ),
    ...what,
  };
}
