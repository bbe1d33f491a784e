import { cache } from "react";

import { authorize } from "@/lib/account/auth/grant";
import { mayEver, ownPlace, type Actor } from "@/lib/account/auth/policy";
import { districtOf, type RegionCode } from "@/lib/base/region/code";
import type { ScreenKey } from "@/lib/account/screens";
import { isAnyDirective } from "@/lib/directive/server/directive-queries";
import { isAnyAsked } from "@/lib/directive/server/follow-up-queries";
import { isAnyPlan } from "@/lib/plan/server/queries";
import { recordedSafety } from "@/lib/safety/server/presence-queries";
import { isAnyIndicator } from "@/lib/indicator/server/queries";
import { isGoing } from "@/lib/monitor/first-steps/server/queries";
import { isAnyStock } from "@/lib/stock/server/queries";

/**
 * Which screens that stand in the navigation on demand somebody has something on.
 *
 * @param district of the campaign that is looked at: who reads several kabupaten has the screens of that one.
 */
export const screensOnDemand = cache(
  async (actor: Actor, district: RegionCode | null = null): Promise<readonly ScreenKey[]> => {
    const own = ownPlace(actor);
    const place = district !== null && districtOf(actor.homeRegion) === null ? district : own;
    const [going, stock, indicators, directives, asked, plan, safety] = await Promise.all([
      isGoing(actor),
      mayEver(actor.role, "stock:report")
        ? isAnyStock(authorize(actor, "stock:report", place))
        : false,
      isAnyIndicator(authorize(actor, "coverage:read", place)),
      mayEver(actor.role, "directive:manage")
        ? isAnyDirective(authorize(actor, "directive:manage", place))
        : false,
      isAnyAsked(authorize(actor, "action:answer", own)),
      isAnyPlan(authorize(actor, "coverage:read", place)),
      mayEver(actor.role, "safety:report")
        ? recordedSafety(authorize(actor, "safety:report", place))
        : null,
    ]);
    return [
      ...(going ? [] : (["firstSteps"] as const)),
      ...(stock ? (["stock"] as const) : []),
      ...(indicators ? (["indicators"] as const) : []),
      ...(directives ? (["directives"] as const) : []),
      ...(asked ? (["followUps"] as const) : []),
      ...(plan ? (["schedule"] as const) : []),
      ...(safety?.adverseEvents ? (["adverseEvents"] as const) : []),
      ...(safety?.rapidAssessments ? (["rapidAssessments"] as const) : []),
    ];
  },
);
