import { addDays, daysBetween, type CalendarDay } from "@/lib/base/time/calendar-day";
import { instantOf } from "@/lib/base/time/time-zone";

import type { ReopeningPlan, ReportPlan, SettledPlan } from "./campaign-plan";
import { openRandom } from "./random";

const zone = "Asia/Jakarta";
const selat = "62.03.01";
const mantangai = "62.03.09";

/** Days after which the health office has looked at a report: upriver it takes longer. */
const verifiedAfter = 3;
const verifiedLater = new Map([
  [mantangai, 6],
  ["62.03.12", 5],
  ["62.03.14", 5],
]);
/** Share of the older reports that are still waiting. */
const leftOver = 0.02;

/** Selat Tengah was verified on the day itself; Selat Hilir's yesterday came back. */
const verifiedToday = "62.03.01.1008";
const swapped = "62.03.01.1007";

/**
 * What the health office has done with the reports: most that are older than three days are
 * verified, two went back. INVENTED (DATA CONTOH), and the reasons say so.
 */
export function settleReports(
  reports: readonly ReportPlan[],
  setting: {
    readonly today: CalendarDay;
    readonly now: Date;
    readonly healthOffice: string | null;
  },
): readonly ReportPlan[] {
  const { today, now, healthOffice } = setting;
  const doubtful = reports.find(
    ({ unit, day, tallies }) =>
      unit.startsWith(mantangai) && day === addDays(today, -2) && tallies.length > 0,
  );

  return reports.map((report) => {
    const settled = (status: SettledPlan["status"], at: Date, reason: string | null = null) => ({
      ...report,
      settled: { status, at: earlier(at, now), by: healthOffice, reason },
    });
    const { unit, day, receivedAt } = report;
    if (unit === swapped && day === addDays(today, -1)) {
      return settled(
        "returned",
        instantOf(today, "08:40", zone),
        "Angka MR 9–59 bulan dan 7–12 tahun tampaknya tertukar. Mohon diperiksa. (contoh)",
      );
    }
    if (report === doubtful) {
      return settled(
        "returned",
        instantOf(today, "08:55", zone),
        "Sama dengan laporan hari sebelumnya. Apakah ini angka kumulatif? (contoh)",
      );
    }
    if (unit === verifiedToday && day === today) {
      return settled("verified", new Date(receivedAt.getTime() + 12 * 60_000));
    }
    const age = daysBetween(day, today);
    if (age < (verifiedLater.get(unit.slice(0, 8)) ?? verifiedAfter)) return report;
    const random = openRandom((Number(unit.replaceAll(".", "")) % 2 ** 31) + 1_009 * age);
    return random.chance(leftOver)
      ? report
      : settled("verified", instantOf(addDays(day, 2), `09:${String(random.whole(10, 59))}`, zone));
  });
}

/**
 * Today is open again for the two camats who can sign in, so that somebody who tries this in the
 * evening can still type; and one question waits for an answer. INVENTED (DATA CONTOH).
 */
export function planReopenings(setting: {
  readonly today: CalendarDay;
  readonly now: Date;
  readonly accountIds: ReadonlyMap<string, string>;
}): readonly ReopeningPlan[] {
  const { today, now, accountIds } = setting;
  const idOf = (username: string) => accountIds.get(username) ?? null;
  const opened = {
    by: idOf("dinkes.kapuas"),
    at: now,
    until: new Date(now.getTime() + 24 * 3_600_000),
  };
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  return [
    ...[
      { place: selat, askedBy: idOf("camat.selat") },
      { place: mantangai, askedBy: idOf("camat.mantangai") },
    ].map((asked) => ({
      ...asked,
      day: today,
      askedAt: ago(20),
      reason: "Jaringan putus sejak pagi (contoh)",
      opened,
    })),
    {
      place: mantangai,
      day: addDays(today, -1),
      askedBy: idOf("camat.mantangai"),
      askedAt: ago(12),
      reason: "Catatan empat desa baru tiba dengan perahu pagi ini (contoh)",
      opened: null,
    },
  ];
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}
