import { expect, test } from "vitest";

import { roles } from "@/lib/account/auth/policy";
import { fits } from "@/lib/account/people/role-region";
import { newPerson, passwordChange } from "@/lib/account/people/schema";
import { temporaryPassword } from "@/lib/account/people/server/temporary-password";
import { regionCode } from "@/lib/base/region/code";

test.each([
  ["00", ["administrator"]],
  ["62", ["administrator", "healthOffice"]],
  ["62.03", ["administrator", "healthOffice", "regentOffice", "unitHead"]],
  ["62.03.01", ["subdistrictHead"]],
  ["62.03.01.1006", ["villageHead"]],
])("in %s the roles are %j", (code, expected) => {
  expect(roles.filter((role) => fits(role, regionCode.parse(code)))).toEqual(expected);
});

test("temporary passwords can be read aloud and are never the same", () => {
  const made = Array.from({ length: 200 }, temporaryPassword);
  expect(new Set(made).size).toBe(200);
  for (const password of made) expect(password).toMatch(/^([a-z]{4}-){4}\d\d$/);
});

test.each([
  ["camat.selat", true],
  ["Camat.Selat", true],
  ["camat selat", false],
  ["-camat", false],
  ["ab", false],
])("the user name %j is taken: %s", (username, isTaken) => {
  const person = {
    username,
    displayName: "Camat",
    role: "subdistrictHead",
    homeRegion: "62.03.01",
  };
  expect(newPerson.safeParse(person).success).toBe(isTaken);
});

test.each([
  ["too short", "pendek", "pendek", ["next"]],
  ["typed differently", "kata-sandi-baru", "kata-sandi-lama", ["again"]],
  ["long and typed twice", "kata-sandi-baru", "kata-sandi-baru", []],
])("a new password that is %s", (_, next, again, rejected) => {
  const parsed = passwordChange.safeParse({ current: "lama", next, again });
  expect(parsed.error?.issues.map(({ path }) => path[0]) ?? []).toEqual(rejected);
});
