import type { RegionCode } from "@/lib/base/region/code";

import type { OfficeKind } from "./office";
import type { OfficesInput } from "./schema";

type Registered = {
  readonly code: string;
  readonly name: string;
  readonly kind: OfficeKind;
  readonly region: RegionCode;
  readonly headTitle: string | null;
};

/** Offices that stand and are not named in a new register, closed: none is ever deleted. */
export function leftOut(
  standing: readonly Registered[],
  named: readonly { readonly code: string }[],
): OfficesInput["offices"] {
  const codes = new Set(named.map(({ code }) => code));
  return standing
    .filter(({ code }) => !codes.has(code))
    .map(({ code, name, kind, region, headTitle }) => ({
      code,
      name,
      kind,
      region,
      headTitle: headTitle ?? undefined,
      isClosed: true,
    }));
}
