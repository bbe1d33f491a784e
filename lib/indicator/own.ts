import { mayEver, type Actor } from "@/lib/account/auth/policy";
import { isWithin, type RegionCode } from "@/lib/base/region/code";

type Submitted = {
  readonly district: RegionCode;
  /** Where the unit lies, and the office that holds it. */
  readonly region: RegionCode;
  readonly office: string | null;
  /** Code of the office that answers for the indicator. */
  readonly owner: string | null;
};

/**
 * Whether somebody may say what a unit had: of the area that is theirs; of the head of an office what it
 * holds, and every unit's where the indicator is the office's own.
 */
export function maySubmit(actor: Actor, { district, region, office, owner }: Submitted): boolean {
  if (!mayEver(actor.role, "indicator:submit")) return false;
  if (actor.office === null) return isWithin(region, actor.homeRegion);
  const { code } = actor.office;
  return district === actor.homeRegion && (office === code || owner === code);
}
