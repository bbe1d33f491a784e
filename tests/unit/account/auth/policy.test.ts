import { describe, expect, test } from "vitest";

import { authorize, reachKey } from "@/lib/account/auth/grant";
import {
  mayAppoint,
  mayEver,
  ownPlace,
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
  "directive:manage",
  "action:answer",
  "indicator:manage",
  "indicator:submit",
  "stock:manage",
  "stock:report",
  "plan:manage",
  "safety:report",
  "safety:review",
];

// This table is the policy.
// prettier-ignore
const table: [Role, ...boolean[]][] = [
  //                   read  submit complete verify quality targets campaign people audit directive answer indicators values stock reportStock plan safetyReport safetyReview
  ["administrator",    true, true,  true,    true,  true,   true,   true,    true,  true, true,     true, true, true, true,  true, true, true, true],
  ["healthOffice",     true, true,  true,    true,  true,   true,   true,    true,  true, true,     true, true, true, true,  true, true, true, true],
  ["subdistrictHead",  true, true,  true,    false, false,  false,  false,   false, false, false,    true, false, true, false, true, true, true, false],
  ["villageHead",      true, true,  true,    false, false,  false,  false,   false, false, false,    true, false, true, false, false, false, true, false],
  ["regentOffice",     true, false, false,   false, false,  false,  false,   false, false, true,     true, false, false, false, false, false, false, false],
  ["unitHead",         true, true,  false,   false, false,  false,  false,   false, false, false,    true, false, true, false, true, false, true, false],
];

const cases = table.flatMap(([role, ...allowed]) =>
  columns.map((permission, at) => ({ role, permission, allowed: allowed[at] === true })),
);

const areaRoles = roles.filter((role) => role !== "unitHead");

function actor(role: Role, home: string, code = "dishub"): Actor {
  const homeRegion = regionCode.parse(home);
  const office = role === "unitHead" ? { code, name: "Kantor A" } : null;
  const person = { id: "a", username: "a", displayName: "A" };
  return { ...person, role, homeRegion, homeRegionName: "A", office };
}

describe("what a role may do", () => {
  test.each(cases)("$role: $permission at home: $allowed", ({ role, permission, allowed }) => {
    const home = regionCode.parse("62.03");
    const somebody = actor(role, home);
    expect(permits(somebody, permission, ownPlace(somebody))).toBe(allowed);
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
    for (const role of areaRoles) {
      expect(permits(actor(role, home), "coverage:read", asked)).toBe(allowed);
      const attempt = () => authorize(actor(role, home), "coverage:read", asked);
      if (allowed) expect(attempt().region).toBe(region);
      else expect(attempt).toThrow("forbidden");
    }
  });
});

// The same of an office: its head, and of those of areas whoever has its whole kabupaten.
describe("where a role may do it in an office", () => {
  const asked = { district: regionCode.parse("62.03"), office: "dishub" };
  test.each([
    { whose: "their own", head: actor("unitHead", "62.03", "dishub"), allowed: true },
    { whose: "another", head: actor("unitHead", "62.03", "disdik"), allowed: false },
    { whose: "one of that code elsewhere", head: actor("unitHead", "62.04"), allowed: false },
  ])("the head of an office in $whose: $allowed", ({ head, allowed }) => {
    for (const permission of ["coverage:read", "tally:submit"] as const) {
      expect(permits(head, permission, asked)).toBe(allowed);
    }
    const attempt = () => authorize(head, "tally:submit", asked);
    if (allowed) expect(attempt()).toMatchObject({ region: null, office: asked });
    else expect(attempt).toThrow("forbidden");
  });

  test("no area is the head of an office's, not even the kabupaten or that where it lies", () => {
    const head = actor("unitHead", "62.03");
    for (const region of ["00", "62", "62.03", "62.03.01", "62.03.01.1001"]) {
      for (const permission of permissions) {
        expect(permits(head, permission, regionCode.parse(region))).toBe(false);
      }
    }
  });

  test.each([
    { home: "00", allowed: true },
    { home: "62", allowed: true },
    { home: "62.03", allowed: true },
    { home: "62.04", allowed: false },
    { home: "62.03.01", allowed: false },
    { home: "62.03.01.1001", allowed: false },
  ])("of an area, from $home: $allowed", ({ home, allowed }) => {
    for (const role of areaRoles) {
      expect(permits(actor(role, home), "coverage:read", asked)).toBe(allowed);
    }
  });

  test("what is kept for a place is kept apart from every other place's", () => {
    const head = actor("unitHead", "62.03");
    expect(reachKey(authorize(head, "coverage:read", asked))).toBe("62.03/dishub");
    const office = actor("healthOffice", "62.03");
    expect(reachKey(authorize(office, "coverage:read", asked.district))).toBe("62.03");
  });
});

describe("whom a role may appoint", () => {
  test.each([
    ["administrator", [...roles]],
    [
      "healthOffice",
      ["healthOffice", "subdistrictHead", "villageHead", "regentOffice", "unitHead"],
    ],
    ["subdistrictHead", []],
    ["villageHead", []],
    ["regentOffice", []],
    ["unitHead", []],
  ] as const)("%s: %j", (role, appointed) => {
    expect(mayAppoint(role)).toEqual(appointed);
  });
});
