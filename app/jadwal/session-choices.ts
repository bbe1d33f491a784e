import type { Campaign } from "@/lib/campaign/campaign";
import type { SessionChoices } from "@/components/plan/session-form";
import type { Team } from "@/lib/plan/plan";

import type { PlanPlaces } from "./open-plan";

/** What a session of somebody's area can be made of. */
export function sessionChoices(
  { targetGroups }: Campaign,
  units: readonly { readonly code: string; readonly name: string; readonly subdistrict: string }[],
  teams: readonly Team[],
  places: PlanPlaces,
): SessionChoices {
  const codes = [...new Set(units.map(({ subdistrict }) => subdistrict))];
  return {
    places: codes.map((subdistrict) => ({
      name: places.nameOf(subdistrict),
      units: units
        .filter((unit) => unit.subdistrict === subdistrict)
        .map(({ code, name }) => ({ code, name })),
    })),
    teams: teams.filter(({ isClosed }) => !isClosed).map(({ id, name }) => ({ id, name })),
    groups: targetGroups.map(({ code, name }) => ({ code, name })),
  };
}
