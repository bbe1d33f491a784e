import { isAskedOf } from "@/lib/campaign/asked";
import type { Campaign } from "@/lib/campaign/campaign";
import { sumOfDoses } from "@/lib/campaign/measures";
import type { NamedUnit } from "@/lib/campaign/target-population/unit-lookup";
import { partKeyOf } from "@/lib/report/part/key";
import { askedNumbers } from "@/lib/report/part/part";
import { askedPartsOf, hasMoreRecovered } from "@/lib/report/part/rules";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import type { RowCounts, SheetCount, SheetPart } from "./sheet-row";

/**
 * A row's counts of the columns that are asked of its unit. A 0 in another says nothing: whoever fills all
 * cells of a line wrote it. Any other number there is a fault.
 */
export function askedCounts(row: RowCounts, { kind }: NamedUnit, campaign: Campaign): RowCounts {
  const own = campaign.targetGroups.filter((group) => isAskedOf(group, kind));
  if (own.length === campaign.targetGroups.length) return row;
  const isOwn = ({ targetGroup }: SheetCount) => own.some(({ code }) => code === targetGroup);
  const others = row.counts.filter((count) => !isOwn(count));
  const faults = others
    .filter(({ value, ...rest }) => sumOfDoses({ ...rest, residents: value }) !== 0)
    .map(({ head, value }) => ({
      head,
      content: String(value),
      code: "notAsked" as const,
      params: {},
    }));
  return { ...row, counts: row.counts.filter(isOwn), faults: [...row.faults, ...faults] };
}

/**
 * The numbers besides tallies of a row that are asked of its day. Of others a 0 says nothing; anything
 * else is a fault, as are more people who were served than found.
 */
export function partsAskedOfRow(parts: readonly SheetPart[], campaign: Campaign, day: CalendarDay) {
  const asked = new Set(askedNumbers(askedPartsOf(campaign, day)).map(partKeyOf));
  const told = parts.filter((part) => asked.has(partKeyOf(part)));
  const others = parts.filter((part) => !told.includes(part) && part.count > 0);
  const recovered = told.find(({ kind }) => kind === "recovered");
  const faults = [
    ...others.map((part) => ({ part, code: "partNotAsked" as const })),
    ...(recovered && hasMoreRecovered(told)
      ? [{ part: recovered, code: "recoveredAboveFound" as const }]
      : []),
  ];
  return {
    told: told.map(({ kind, code, count }) => ({ kind, code, count })),
    faults: faults.map(({ part, code }) => ({
      head: part.head,
      content: String(part.count),
      code,
      params: {},
    })),
  };
}
