import { beforeEach } from "vitest";

import { emptyDatabase } from "@/tests/support/database";
import { authorize } from "@/lib/account/auth/grant";
import type { Actor, Role } from "@/lib/account/auth/policy";
import { regionCode } from "@/lib/base/region/code";
import { loadDistricts, person } from "../../campaign/district";

export let admin: Actor;
export let dinkes: Actor;

beforeEach(async () => {
  await emptyDatabase();
  await loadDistricts();
  admin = await person("administrator", "00", "admin");
  dinkes = await person("healthOffice", "62.03", "dinkes.kapuas");
});

export const device = { browser: "Chrome", system: "Android" };
export const manage = (actor: Actor) => authorize(actor, "people:manage", actor.homeRegion);

export const camat = (homeRegion = "62.03.01", role: Role = "subdistrictHead") => ({
  username: "camat.selat",
  displayName: "Camat Selat",
  role,
  homeRegion: regionCode.parse(homeRegion),
});
