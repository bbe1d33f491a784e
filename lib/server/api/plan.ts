import type { z } from "zod";

import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import { scheduledOf } from "@/lib/plan/schedule";
import type { SessionRow } from "@/lib/plan/server/rows";

import type { sessionAnswer } from "./schema/plan";

/** Sessions as answers tell them. */
export function toldSessions(
  rows: readonly SessionRow[],
  { interventions }: Campaign,
  today: CalendarDay,
): z.infer<typeof sessionAnswer>[] {
  return scheduledOf(rows, interventions, today).map(
    ({ isClashing: _, subdistrict: __, targetGroups, ...session }) => ({
      ...session,
      targetGroups: [...targetGroups],
    }),
  );
}
