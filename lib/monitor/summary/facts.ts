import type { TargetSource } from "@/lib/campaign/campaign";
import type { UnitKind } from "@/lib/campaign/unit-kind";
import type { UnitSetKind } from "@/lib/campaign/unit-set/unit-set";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Announced } from "@/lib/monitor/announced";
import type { PlaceCounts } from "@/lib/monitor/counts";
import type { GateCounts } from "@/lib/monitor/gates";
import type { Doubt } from "@/lib/monitor/quality/doubt";
import type { LateArrivals } from "@/lib/monitor/server/late-queries";
import type { TargetStep } from "@/lib/monitor/target-step";
import type { TwoLevels } from "@/lib/monitor/two-levels";
import type { CountedDay } from "@/lib/monitor/verdicts";

import type { UnitCounts } from "./change";

/** What the rows of the page are. */
export type PartKind = "subdistrict" | "set" | "unit";

/** What the queries bring. Days run up to today and are empty when today is not of the round. */
export type SummaryFacts = {
  readonly partKind: PartKind;
  /** Of which kind the parts are, where they are sets. */
  readonly setKind: UnitSetKind | null;
  readonly unitKinds: readonly UnitKind[];
  readonly cells: readonly PlaceCell[];
  /** Of each part and figure. */
  readonly counts: readonly PlaceCounts[];
  /** Of the whole in each intervention, where a place has a figure of its own; null: parts add up. */
  readonly wholes: readonly PlaceCounts[] | null;
  /** Of the whole, from the round's first day. */
  readonly wholeDays: readonly CountedDay[];
  /** Of each part, in the chosen figure: `lookBackDays` before the day, and the day. */
  readonly partDays: readonly CountedDay[];
  /** Of each unit, in the chosen figure. */
  readonly units: readonly UnitCounts[];
  readonly sources: readonly SourceTotal[];
  readonly lastReceivedAt: Date | null;
  /** Doses of earlier days that came or changed today, by the key of the figure. */
  readonly late: ReadonlyMap<string, LateArrivals>;
  /** Open findings that cover doses of the round, of all interventions. */
  readonly doubts: readonly Doubt[];
  /** What gates ask for; null: the page is of a part of the kabupaten. */
  readonly gateCounts: readonly GateCounts[] | null;
  /** When target populations changed, of all interventions. */
  readonly steps: readonly TargetStep[];
  /** Totals that were announced. */
  readonly announced: readonly Announced[];
  /** Kecamatan that totals hold beside their villages, of all interventions. */
  readonly twoLevels: readonly TwoLevels[];
};

/** Where a subdistrict stands in the tile map, when that is known. */
export type PlaceCell = {
  readonly code: string;
  readonly gridRow: number | null;
  readonly gridColumn: number | null;
};

/** The newest count of one source, and its people in each figure, by its key. */
export type SourceTotal = {
  readonly source: TargetSource;
  readonly asOf: CalendarDay;
  readonly decree: string | null;
  readonly people: ReadonlyMap<string, number>;
};
