import "fake-indexeddb/auto";

import { IDBFactory } from "fake-indexeddb";

import { openOutbox, type OutboxOptions } from "@/lib/device/outbox/open-outbox";
import type { DailyReportSubmission } from "@/lib/report/schema";

export { IDBFactory };

/** A clock that goes when it is told to. */
export function openClock(start = Date.parse("2026-11-22T03:00:00Z")) {
  let at = start;
  return {
    now: () => new Date(at),
    pass: (milliseconds: number) => {
      at += milliseconds;
    },
  };
}

/** An outbox on a device of its own, or on the one whose database is given. */
export function openDevice(
  options: Partial<OutboxOptions> & Pick<OutboxOptions, "fetch" | "indexedDB">,
) {
  const clock = openClock();
  return openOutbox({ actorId: "orang", now: clock.now, random: () => 0.5, ...options });
}

export function report(
  unit: string,
  residents: number,
  more: Partial<DailyReportSubmission> = {},
): DailyReportSubmission {
  return {
    id: crypto.randomUUID(),
    unit,
    day: "2026-11-22",
    baseVersion: 0,
    tallies: [{ intervention: "mr", targetGroup: "9-59-bulan", residents, nonResidents: 0 }],
    ...more,
  };
}

export function typed(unit: string, residents: number, more: Partial<DailyReportSubmission> = {}) {
  return { slug: "bian", unitName: `Desa ${unit}`, report: report(unit, residents, more) };
}
