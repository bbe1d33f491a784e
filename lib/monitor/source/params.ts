import { z } from "zod";

import type { Campaign } from "@/lib/campaign/campaign";
import type { Wording } from "@/lib/base/i18n/wording";
import { isCalendarDay, type CalendarDay } from "@/lib/base/time/calendar-day";

import {
  parseCoverageParams,
  type CoverageParams,
  type Ignored,
} from "@/lib/monitor/coverage/params";
import { readUnitDayKey } from "@/lib/report/report-key";
import { allInterventions, type NumberOf } from "./address";

/** What the page behind a number shows. */
export type SourceParams = {
  /** The number, as it was asked for. */
  readonly of: NumberOf;
  /** What a coverage screen makes of the same address: round, source, intervention, day. */
  readonly coverage: CoverageParams;
  /** What sentences about the number say. */
  readonly wording: Wording;
  /** From 1. */
  readonly page: number;
  /** The report that is opened. */
  readonly opened: { readonly unit: string; readonly day: CalendarDay } | null;
  readonly ignored: readonly Ignored[];
};

const maxPages = 100_000;

const own = z
  .object({
    dari: z.string().refine(isCalendarDay),
    status: z.literal("belum"),
    angka: z.literal("sasaran"),
    halaman: z.coerce.number().int().min(1).max(maxPages),
    laporan: z.string().max(64).refine(isReportName).transform(readUnitDayKey),
  })
  .partial();

/** "62.03.01.1007/2026-06-04": a report by its unit and day. */
function isReportName(text: string): boolean {
  const { unit, day } = readUnitDayKey(text);
  return unit !== "" && isCalendarDay(day);
}

/**
 * Reads the address of the page behind a number: that of a coverage screen, with a first day, the
 * reports' status, a page and an opened report besides. What means nothing is left out and named.
 *
 * @param today the local day of the campaign.
 */
export function parseSourceParams(
  query: Readonly<Record<string, string | readonly string[] | undefined>>,
  campaign: Campaign,
  today: CalendarDay,
): SourceParams {
  const value = (name: string) => {
    const given = query[name];
    return (typeof given === "string" ? given : given?.[0])?.trim() || undefined;
  };
  const values: Record<string, string> = {};
  for (const name of Object.keys(own.shape)) {
    const given = value(name);
    if (given !== undefined) values[name] = given;
  }
  const ignored: Ignored[] = [];
  for (const { path } of own.safeParse(values).error?.issues ?? []) {
    const name = String(path[0]);
    ignored.push({ name, value: (values[name] ?? "").slice(0, 80), reason: "unknown" });
    delete values[name];
  }
  const given = own.parse(values);

  const isTarget = given.angka !== undefined;
  const isAll = value("intervensi") === allInterventions && !isTarget;
  const coverage = parseCoverageParams(
    isAll ? { ...query, intervensi: undefined } : query,
    campaign,
    today,
  );
  return {
    of: {
      place: value("wilayah") ?? null,
      intervention: isAll ? null : coverage.intervention.code,
      targetGroup: isAll ? (coverage.given.kelompok ?? null) : coverage.targetGroup,
      round: coverage.round.number,
      from: given.dari ?? null,
      to: coverage.isToday ? null : coverage.on,
      isUnverified: given.status !== undefined,
      ...(isTarget ? { target: coverage.source } : {}),
    },
    coverage,
    wording: isAll ? campaign.wording : coverage.wording,
    page: given.halaman ?? 1,
    opened: given.laporan ?? null,
    ignored: [...coverage.ignored, ...ignored],
  };
}
