import { randomUUID } from "node:crypto";

import { authorize, type Grant } from "@/lib/account/auth/grant";
import type { Permission } from "@/lib/account/auth/policy";
import { nation } from "@/lib/base/region/code";

/** A grant of the whole nation, for setting a scene. */
export function systemGrant<P extends Permission>(permission: P): Grant<P> {
  return authorize(
    {
      id: randomUUID(),
      username: "faults",
      displayName: "Uji gangguan",
      role: "administrator",
      homeRegion: nation,
      homeRegionName: "Indonesia",
      office: null,
    },
    permission,
    nation,
  );
}
