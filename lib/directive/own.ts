import { mayEver, type Actor } from "@/lib/account/auth/policy";
import { isWithin, type RegionCode } from "@/lib/base/region/code";

type Asked = {
  readonly district: RegionCode;
  readonly region: RegionCode | null;
  readonly office: string | null;
};

/** Whether a follow-up is asked of this person: of the area that they head, or of their office. */
export function isOwn({ homeRegion, office }: Actor, asked: Asked): boolean {
  return office === null
    ? asked.region !== null && asked.region === homeRegion
    : asked.office === office.code && asked.district === homeRegion;
}

/** Whether they may answer it: their own, or anybody's where they manage directives. */
export function mayAnswer(actor: Actor, asked: Asked): boolean {
  if (!mayEver(actor.role, "action:answer")) return false;
  if (mayEver(actor.role, "directive:manage")) return isWithin(asked.district, actor.homeRegion);
  return isOwn(actor, asked);
}
