import { describe, expect, test } from "vitest";

import { authorize } from "@/lib/account/auth/grant";
import {
  mayAppoint,
  mayEver,
  permissions,
  permits,
  roles,
  type Actor,
  type Permission,
  type Role,
} from "@/lib/account/auth/policy";
import { regionCode } from "@/lib/base/region/code";

const columns: Permission[] = [
  "coverage:read",
  "tally:submit",
  "completeness:read",
  "report:verify",
  "quality:review",
  "target:import",
  "campaign:manage",
  "people:manage",
  "audit:read",
];

// This table is the policy.
// prettier-ignore
const table: [Role, ...boolean[]][] = [
  //                   read  submit complete verify quality targets campaign people audit
  ["administrator",    true, true,  true,    true,  true,   true,   true,    true,  true],
  ["healthOffice",     true, true,  true,    true,  true,   true,   true,    true,  true],
  ["subdistrictHead",  true, true,  true,    false, false,  false,  false,   false, false],
  ["villageHead",      true, true,  true,    false, false,  false,  false,   false, false],
  ["regentOffice",     true, false, false,   false, false,  false,  false,   false, false],
];

const cases = table.flatMap(([role, ...allowed]) =>
  columns.map((permission, at) => ({ role, permission, allowed: allowed[at] === true })),
);

function actor(role: Role, home: string): Actor {
  const homeRegion = regionCode.parse(home);
  return { id: "a", username: "a", displayName: "A", role, homeRegion, homeRegionName: "A" };
}

describe("what a role may do", () => {
  test.each(cases)("$role: $permission at home: $allowed", ({ role, permission, allowed }) => {
    const home = regionCode.parse("62.03");
    expect(permits(actor(role, home), permission, home)).toBe(allowed);
    expect(mayEver(role, permission)).toBe(allowed);
  });

  test("is said of every role and permission", () => {
    expect(table.map(([role]) => role)).toEqual([...roles]);
    expect(columns).toEqual([...permissions]);
  });
});

// Where: the region asked about, for someone who may do the thing in their home region.
describe("where a role may do it", () => {
  test.each([
    { home: "00", region: "00", allowed: true },
    { home: "00", region: "62.03.01.1001", allowed: true },
    { home: "62", region: "62.03", allowed: true },
    { home: "62", region: "63.03", allowed: false },
    { home: "62.03", region: "62.03", allowed: true },
    { home: "62.03", region: "62.03.01.1001", allowed: true },
    { home: "62.03", region: "62", allowed: false },
    { home: "62.03", region: "00", allowed: false },
    { home: "62.03", region: "62.04", allowed: false },
    { home: "62.03.01", region: "62.03", allowed: false },
    { home: "62.03.01", region: "62.03.02", allowed: false },
    { home: "62.03.01", region: "62.03.01.1001", allowed: true },
    { home: "62.03.01.1001", region: "62.03.01.1002", allowed: false },
    { home: "62.03.01.1001", region: "62.03.01", allowed: false },
  ])("home $home, asked about $region: $allowed", ({ home, region, allowed }) => {
    const asked = regionCode.parse(region);
    for (const role of roles) {
      expect(permits(actor(role, home), "coverage:read", asked)).toBe(allowed);
      const attempt = () => authorize(actor(role, home), "coverage:read", asked);
      if (allowed) expect(attempt().region).toBe(region);
      else expect(attempt).toThrow("forbidden");
    }
  });
});

describe("whom a role may appoint", () => {
  test.each([
    ["administrator", [...roles]],
    ["healthOffice", ["healthOffice", "subdistrictHead", "villageHead", "regentOffice"]],
    ["subdistrictHead", []],
    ["villageHead", []],
    ["regentOffice", []],
  ] as const)("%s: %j", (role, appointed) => {
    expect(mayAppoint(role)).toEqual(appointed);
  });
});
