import { describe, expect, test } from "vitest";

import { mayAppoint, mayEver, permissions, roles } from "@/lib/account/auth/policy";
import { screens, type Screen, type ScreenKey } from "@/lib/account/screens";
import {
  hasSideNavigation,
  homeOf,
  isFillingIn,
  mainScreens,
  screenGroups,
  screensOf,
} from "@/lib/account/navigation";
import { isPreparationOpen, preparationLeft } from "@/lib/account/preparation";

/** Everything that stands in the navigation on demand but the first steps. */
const everyPart = screens.flatMap((screen) =>
  "isOnDemand" in screen && screen.key !== "firstSteps" ? [screen.key] : [],
);

const keysOf = (of: readonly Screen[]) => of.map(({ key }) => key);

describe("the screens of a role", () => {
  test.each([
    {
      role: "administrator",
      screens: [
        "campaigns",
        "targets",
        "people",
        "audit",
        "summary",
        "coverage",
        "completeness",
        "quality",
        "verification",
        "entry",
      ],
      main: ["people", "campaigns"],
      home: "/pengguna",
      hasSide: true,
      groups: ["prepare", "watch", "check", "field"],
    },
    {
      role: "healthOffice",
      screens: [
        "summary",
        "coverage",
        "completeness",
        "quality",
        "verification",
        "entry",
        "campaigns",
        "targets",
        "people",
        "audit",
      ],
      main: ["summary", "completeness", "coverage"],
      home: "/ringkasan",
      hasSide: true,
      groups: ["watch", "check", "field", "prepare"],
    },
    {
      role: "subdistrictHead",
      screens: ["summary", "coverage", "completeness", "today", "entry"],
      main: ["today", "completeness", "coverage"],
      home: "/hari-ini",
      hasSide: false,
      groups: ["watch", "field"],
    },
    {
      role: "villageHead",
      screens: ["summary", "coverage", "completeness", "today", "entry"],
      main: ["today", "completeness", "coverage"],
      home: "/hari-ini",
      hasSide: false,
      groups: ["watch", "field"],
    },
    {
      role: "regentOffice",
      screens: ["summary", "coverage"],
      main: ["summary", "coverage"],
      home: "/ringkasan",
      hasSide: false,
      groups: ["watch"],
    },
    {
      role: "unitHead",
      screens: ["summary", "coverage", "today", "entry"],
      main: ["today", "entry"],
      home: "/hari-ini",
      hasSide: false,
      groups: ["watch", "field"],
    },
  ] as const)("$role: $screens", ({ role, screens, main, home, hasSide, groups }) => {
    const listed = screensOf(role);
    expect(keysOf(listed)).toEqual(screens);
    expect(keysOf(mainScreens(role, listed, 3))).toEqual(main);
    expect(screenGroups(listed)).toEqual(groups);
    expect(homeOf(role)).toBe(home);
    expect(hasSideNavigation(role)).toBe(hasSide);
  });

  test("are four in each group at most, with every part that there is", () => {
    for (const role of ["healthOffice", "administrator", "regentOffice"] as const) {
      const listed = screensOf(role, everyPart);
      for (const group of screenGroups(listed)) {
        expect(listed.filter((screen) => screen.group === group).length).toBeLessThanOrEqual(4);
      }
    }
    const listed = screensOf("healthOffice", everyPart);
    expect(screenGroups(listed)).toEqual(["watch", "check", "field", "coordinate", "prepare"]);
    expect(listed).toHaveLength(16);
  });

  test("stand in a bar by what the role comes for", () => {
    const bars = (role: (typeof roles)[number], without: readonly ScreenKey[] = []) =>
      [3, 4].map((most) =>
        keysOf(mainScreens(role, screensOf(role, everyPart, without), most)).join(" "),
      );
    expect(bars("subdistrictHead")).toEqual([
      "today completeness coverage",
      "today completeness coverage followUps",
    ]);
    expect(bars("regentOffice")).toEqual([
      "summary coverage directives",
      "summary coverage directives indicators",
    ]);
    // A campaign that gives nothing has indicators alone.
    expect(bars("regentOffice", ["coverage"])[0]).toBe("summary directives indicators");
    expect(bars("healthOffice")[0]).toBe("summary completeness directives");
    expect(bars("unitHead")[1]).toBe("today entry");
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
      administrator: ["directives"],
      healthOffice: ["directives"],
      subdistrictHead: ["followUps"],
      villageHead: ["followUps"],
      regentOffice: ["directives"],
      unitHead: ["followUps"],
    });
  });

  test("have the schedule once anything is planned, for whoever reads coverage", () => {
    for (const role of roles) {
      const added = screensOf(role, ["schedule"]).filter(({ key }) => key === "schedule");
      expect(added.map(({ group }) => group)).toEqual(["field"]);
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

test("what is set up once is folded once reports come in, unless it was left open here", () => {
  expect(isPreparationOpen("administrator", [], undefined)).toBe(true);
  expect(isPreparationOpen("healthOffice", ["firstSteps"], undefined)).toBe(true);
  expect(isPreparationOpen("healthOffice", ["stock"], undefined)).toBe(false);
  for (const isOpen of [true, false]) {
    const left = preparationLeft(isOpen);
    for (const role of ["administrator", "healthOffice"] as const) {
      expect(isPreparationOpen(role, ["firstSteps"], left)).toBe(isOpen);
    }
  }
  expect(isPreparationOpen("healthOffice", [], "what nobody wrote")).toBe(false);
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
