import { z } from "zod";

import type { Round, TargetSource } from "@/lib/campaign/campaign";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import { factKinds, type DayAsked } from "./counts";
import type { Place } from "./place";

export type FactsQuery = {
  readonly by: Place;
  readonly round: Round;
  readonly source: TargetSource;
  /** Counts up to and including this day; null: everything entered. */
  readonly asOf: CalendarDay | null;
  /** The day looked at, whose own figures come beside the counts; null: no day of the round. */
  readonly on: DayAsked | null;
  /** The campaign's local day of now, whatever day is looked at: findings are of now. */
  readonly today: CalendarDay;
  /** Only what lies in this subdistrict or village (still within the grant). */
  readonly within?: string | undefined;
};

export const fact = z.object({
  kind: z.enum(factKinds),
  place: z.string(),
  /** Of a place: the code of the row that it belongs to. Of a target or dose: the intervention. */
  code: z.string().nullable(),
  /** Of a place: the row's name. Of a target or dose: the target group. */
  name: z.string().nullable(),
  /** Units of a place, people of a target, residents of a dose, reports received or not due. */
  amount: z.int(),
  /**
   * Units whose target is known; doses given to non-residents; of reports, complete days where each
   * is one (a unit's); of reports not due, those of the day looked at.
   */
  beside: z.int(),
  /** Of a dose: residents in reports that nobody has verified; else 0. */
  unverified: z.int(),
});

/** One row of a roll-up, or a place that rows are shown for; `factKinds` says of what. */
export type Fact = z.infer<typeof fact>;
