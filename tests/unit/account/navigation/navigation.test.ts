import { describe, expect, test } from "vitest";

import { mayAppoint, mayEver, permissions, roles } from "@/lib/account/auth/policy";
import { screens } from "@/lib/account/screens";
import {
  hasSideNavigation,
  homeOf,
  isFillingIn,
  screenGroups,
  screensOf,
} from "@/lib/account/navigation";

describe("the screens of a role", () => {
  test.each([
    {
      role: "administrator",
      screens: [
        "people",
        "campaigns",
        "targets",
        "summary",
        "coverage",
        "completeness",
        "quality",
        "verification",
        "today",
        "entry",
        "audit",
      ],
      home: "/pengguna",
      hasSide: true,
      groups: ["prepare", "watch", "fill"],
    },
    {
      role: "healthOffice",
      screens: [
        "summary",
        "coverage",
        "completeness",
        "quality",
        "verification",
        "today",
        "entry",
        "targets",
        "campaigns",
        "people",
        "audit",
      ],
      home: "/ringkasan",
      hasSide: true,
      groups: ["watch", "fill", "prepare"],
    },
    {
      role: "subdistrictHead",
      screens: ["entry", "completeness", "coverage", "summary", "today"],
      home: "/input",
      hasSide: false,
      groups: ["fill", "watch"],
    },
    {
      role: "villageHead",
      screens: ["entry", "completeness", "coverage", "summary", "today"],
      home: "/input",
      hasSide: false,
      groups: ["fill", "watch"],
    },
    {
      role: "regentOffice",
      screens: ["summary", "coverage"],
      home: "/ringkasan",
      hasSide: false,
      groups: ["watch"],
    },
  ] as const)("$role: $screens", ({ role, screens, home, hasSide, groups }) => {
    expect(screensOf(role).map(({ key }) => key)).toEqual(screens);
    expect(screenGroups(screensOf(role))).toEqual(groups);
    expect(homeOf(role)).toBe(home);
    expect(hasSideNavigation(role)).toBe(hasSide);
  });

  test("begin with the first steps while nothing is reported, for who sets up", () => {
    const added = roles.filter(
      (role) => screensOf(role, ["firstSteps"]).length > screensOf(role).length,
    );
    expect(added).toEqual(["administrator", "healthOffice"]);
    expect(screensOf("administrator", ["firstSteps"])[0]?.key).toBe("firstSteps");
    expect(homeOf("administrator")).toBe("/pengguna");
  });

  test("have what is asked once anything is, each for whom it is there", () => {
    const asked = (role: (typeof roles)[number]) =>
      screensOf(role, ["directives", "followUps"])
        .filter(({ group }) => group === "coordinate")
        .map(({ key }) => key);
    expect(Object.fromEntries(roles.map((role) => [role, asked(role)]))).toEqual({
      administrator: ["directives", "followUps"],
      healthOffice: ["directives", "followUps"],
      subdistrictHead: ["followUps"],
      villageHead: ["followUps"],
      regentOffice: ["directives", "followUps"],
      unitHead: ["followUps"],
    });
  });

  test("have the schedule once anything is planned, for whoever reads coverage", () => {
    for (const role of roles) {
      const added = screensOf(role, ["schedule"]).filter(({ key }) => key === "schedule");
      expect(added.map(({ group }) => group)).toEqual(["fill"]);
      expect(screensOf(role).some(({ key }) => key === "schedule")).toBe(false);
    }
  });

  test("have what is watched once anything is recorded, for who may record", () => {
    const watched = (role: (typeof roles)[number]) =>
      screensOf(role, ["adverseEvents", "rapidAssessments"])
        .filter(({ permission }) => permission === "safety:report")
        .map(({ key }) => key);
    const both = ["rapidAssessments", "adverseEvents"];
    expect(Object.fromEntries(roles.map((role) => [role, watched(role)]))).toEqual({
      administrator: both,
      healthOffice: both,
      subdistrictHead: both,
      villageHead: both,
      regentOffice: [],
      unitHead: both,
    });
  });

  test("have stock once anything is written down, for who manages it or has a store", () => {
    const stocked = roles.filter((role) =>
      screensOf(role, ["stock"]).some(({ key }) => key === "stock"),
    );
    expect(stocked).toEqual(["administrator", "healthOffice", "subdistrictHead", "unitHead"]);
  });

  test("are never ones that the role may not open", () => {
    const every = screens.map(({ key }) => key);
    for (const role of roles) {
      for (const { permission } of screensOf(role, every))
        expect(mayEver(role, permission)).toBe(true);
    }
  });
});

test("who comes to fill in is told by what the role may do", () => {
  expect(roles.filter(isFillingIn)).toEqual(
    roles.filter((role) => mayEver(role, "tally:submit") && !mayEver(role, "report:verify")),
  );
  expect(roles.filter(isFillingIn)).toContain("subdistrictHead");
  expect(roles.filter(isFillingIn)).not.toContain("healthOffice");
});

test("every permission is held by someone, and nobody appoints above themselves", () => {
  for (const permission of permissions) {
    expect(roles.filter((role) => mayEver(role, permission))).not.toEqual([]);
  }
  expect(mayAppoint("administrator")).toContain("administrator");
  expect(mayAppoint("healthOffice")).not.toContain("administrator");
  expect(mayAppoint("subdistrictHead")).toEqual([]);
  expect(mayAppoint("villageHead")).toEqual([]);
  expect(mayAppoint("regentOffice")).toEqual([]);
});
