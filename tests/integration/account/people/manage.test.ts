import { beforeEach, describe, expect, test } from "vitest";

import { query } from "@/tests/support/database";
import { signIn } from "@/lib/account/auth/server/commands";
import type { Actor, Role } from "@/lib/account/auth/policy";
import { findVisitor } from "@/lib/account/auth/server/queries";
import { changeOwnPassword } from "@/lib/account/people/server/account-commands";
import {
  changePerson,
  createPerson,
  resetPassword,
  setActive,
} from "@/lib/account/people/server/commands";
import { findPerson, listPeople } from "@/lib/account/people/server/queries";
import { newPerson } from "@/lib/account/people/schema";
import { person } from "../../campaign/district";

import { admin, camat, device, dinkes, manage } from "./managers";

describe("making a person", () => {
  test("gives a temporary password that signs in", async () => {
    const made = await createPerson(manage(dinkes), camat());
    expect(made.password).toMatch(/^([a-z]{4}-){4}\d\d$/);
    expect(await signIn(made, "here", null, device)).not.toBeNull();
  });

  test("a user name is used once", async () => {
    await createPerson(manage(dinkes), camat());
    await expect(createPerson(manage(dinkes), camat())).rejects.toMatchObject({
      code: "duplicate",
      field: "username",
    });
  });

  test("a user name of another kabupaten gets the area's code, and is not told to be taken", async () => {
    await createPerson(manage(dinkes), camat());
    const other = await person("healthOffice", "62.10", "dinkes.gunungmas");
    const sepang = { ...camat("62.10.01"), displayName: "Camat Sepang" };
    const made = await createPerson(manage(other), sepang);
    expect(made).toMatchObject({ username: "camat.selat.621001", isRenamed: true });
    expect(await signIn(made, "here", null, device)).not.toBeNull();
    expect(
      await createPerson(manage(other), { ...sepang, displayName: "Camat Lain" }),
    ).toMatchObject({ username: "camat.selat.621001.2" });
    await expect(
      createPerson(manage(other), { ...sepang, username: made.username, displayName: "Ketiga" }),
    ).rejects.toMatchObject({ code: "duplicate", field: "username" });
  });

  test("only an administrator is called admin", () => {
    const parsed = newPerson.safeParse({ ...camat(), username: "Administrasi" });
    expect(parsed.error?.issues).toMatchObject([
      { path: ["username"], message: "usernameReserved" },
    ]);
    const administrator = { ...camat("62.03", "administrator"), username: "admin.kapuas" };
    expect(newPerson.safeParse(administrator).success).toBe(true);
  });

  test.each(["Dinas Kesehatan", "dinas  kesehatan ", "Ｄｉｎａｓ Kesehatan"])(
    "has a name of their own: not %j, when there is a Dinas Kesehatan",
    async (displayName) => {
      await query("update app_user set display_name = 'Dinas Kesehatan' where id = $1", [
        dinkes.id,
      ]);
      const taken = { code: "nameTaken", field: "displayName" };
      await expect(createPerson(manage(dinkes), { ...camat(), displayName })).rejects.toMatchObject(
        taken,
      );
      const { username } = await createPerson(manage(dinkes), camat());
      await expect(
        changePerson(manage(dinkes), username, { ...camat(), displayName }),
      ).rejects.toMatchObject(taken);
      expect(await findPerson(manage(dinkes), username)).toMatchObject({
        displayName: "Camat Selat",
      });
      // Elsewhere there may be one; and who is disabled has no name to keep.
      await createPerson(manage(admin), {
        ...camat("62.10.01"),
        username: "camat.sepang",
        displayName,
      });
      await query("update app_user set is_active = false where id = $1", [dinkes.id]);
      await changePerson(manage(admin), username, { ...camat(), displayName });
    },
  );

  test.each<[Role, string, string]>([
    ["administrator", "62.03", "forbidden"],
    ["subdistrictHead", "62.03", "regionMismatch"],
    ["subdistrictHead", "62.03.01.1007", "regionMismatch"],
    ["villageHead", "62.03.01", "regionMismatch"],
    ["regentOffice", "62.03.01", "regionMismatch"],
    ["healthOffice", "62.03.01", "regionMismatch"],
    ["subdistrictHead", "62.10.01", "notFound"],
    ["healthOffice", "62", "notFound"],
    ["subdistrictHead", "62.03.77", "notFound"],
  ])("a health office may not make a %s of %s: %s", async (role, region, code) => {
    await expect(createPerson(manage(dinkes), camat(region, role))).rejects.toMatchObject({ code });
    expect(await findPerson(manage(admin), "camat.selat")).toBeNull();
  });

  test.each<[Role, string]>([
    ["administrator", "62.03"],
    ["healthOffice", "62"],
    ["villageHead", "62.10.01.2001"],
    ["regentOffice", "62.10"],
  ])("an administrator may make a %s of %s", async (role, region) => {
    await createPerson(manage(admin), camat(region, role));
    expect(await findPerson(manage(admin), "camat.selat")).toMatchObject({ role });
  });
});

describe("people of another region are not found", () => {
  beforeEach(async () => {
    await person("subdistrictHead", "62.10.01", "camat.sepang");
  });

  test("neither in the list nor by name", async () => {
    expect((await listPeople(manage(dinkes), "")).map(({ username }) => username)).toEqual([
      "dinkes.kapuas",
    ]);
    expect(await findPerson(manage(dinkes), "camat.sepang")).toBeNull();
  });

  test("nor can they be reset, disabled or changed", async () => {
    const rejected = { code: "notFound" };
    await expect(resetPassword(manage(dinkes), "camat.sepang")).rejects.toMatchObject(rejected);
    await expect(setActive(manage(dinkes), "camat.sepang", false)).rejects.toMatchObject(rejected);
    await expect(changePerson(manage(dinkes), "camat.sepang", camat())).rejects.toMatchObject(
      rejected,
    );
  });
});

test.each(["\0", "camat.selat\0", "\ud800"])(
  "nobody is called %j, and nobody is found by it",
  async (name) => {
    await createPerson(manage(dinkes), camat());
    expect(await findPerson(manage(dinkes), name)).toBeNull();
    expect(await listPeople(manage(dinkes), name)).toEqual([]);
    expect(await findPerson(manage(dinkes), "camat.selat")).not.toBeNull();
  },
);

describe("sessions end", () => {
  async function signedIn() {
    const made = await createPerson(manage(dinkes), camat());
    const session = await signIn(made, "here", null, device);
    if (!session) throw new Error("the new password does not sign in");
    const stillIn = async () => (await findVisitor(session.sessionId, new Date())) !== null;
    expect(await stillIn()).toBe(true);
    return { ...made, stillIn };
  }

  test("when a person is disabled; enabling again does not bring them back", async () => {
    const { username, password, stillIn } = await signedIn();
    await setActive(manage(dinkes), username, false);
    expect(await stillIn()).toBe(false);
    expect(await signIn({ username, password }, "here", null, device)).toBeNull();

    await setActive(manage(dinkes), username, true);
    expect(await stillIn()).toBe(false);
    expect(await signIn({ username, password }, "here", null, device)).not.toBeNull();
  });

  test("when the password is reset, and the old one no longer signs in", async () => {
    const { username, password, stillIn } = await signedIn();
    const reset = await resetPassword(manage(dinkes), username);
    expect(await stillIn()).toBe(false);
    expect(await signIn({ username, password }, "here", null, device)).toBeNull();
    expect(await signIn(reset, "here", null, device)).not.toBeNull();
  });

  test("when the role or area changes, not when only the name does", async () => {
    const { username, stillIn } = await signedIn();
    await changePerson(manage(dinkes), username, { ...camat(), displayName: "Bapak Camat" });
    expect(await stillIn()).toBe(true);
    await changePerson(manage(dinkes), username, camat("62.03.09"));
    expect(await stillIn()).toBe(false);
  });

  test("everywhere else when one changes one's own password", async () => {
    const { username, password, stillIn } = await signedIn();
    const [row] = await query<{ id: string }>("select id from app_user where username = $1", [
      username,
    ]);
    const self: Actor = { ...dinkes, id: row?.id ?? "", username };
    const change = (current: string) =>
      changeOwnPassword(self, { current, next: "payung-kelapa-rabu" }, device);
    expect(await change("salah")).toEqual({ problem: "passwordWrong" });
    expect(await stillIn()).toBe(true);

    const changed = await change(password);
    expect(await stillIn()).toBe(false);
    const sessionId = "session" in changed ? changed.session.sessionId : "";
    expect(await findVisitor(sessionId, new Date())).toMatchObject({
      actor: { username },
      isPasswordTemporary: false,
    });
    expect(
      await signIn({ username, password: "payung-kelapa-rabu" }, "here", null, device),
    ).not.toBeNull();
  });
});

describe("nobody", () => {
  test("disables, resets, moves or promotes themselves", async () => {
    const rejected = { code: "ownAccount" };
    await expect(setActive(manage(dinkes), dinkes.username, false)).rejects.toMatchObject(rejected);
    await expect(resetPassword(manage(dinkes), dinkes.username)).rejects.toMatchObject(rejected);
    await expect(
      changePerson(manage(dinkes), dinkes.username, {
        displayName: "Dinkes",
        role: "regentOffice",
        homeRegion: dinkes.homeRegion,
      }),
    ).rejects.toMatchObject(rejected);
  });

  test("below an administrator touches an administrator of the same kabupaten", async () => {
    await person("administrator", "62.03", "admin.kapuas");
    await expect(resetPassword(manage(dinkes), "admin.kapuas")).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(setActive(manage(dinkes), "admin.kapuas", false)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

test("each deed leaves an entry, and no entry holds a password", async () => {
  const { username, password } = await createPerson(manage(dinkes), camat());
  await resetPassword(manage(dinkes), username);
  await setActive(manage(dinkes), username, false);

  const entries = await query<{ action: string; entry: string }>(
    "select action, audit_entry::text as entry from audit_entry order by id",
  );
  expect(entries.map(({ action }) => action)).toEqual([
    "person.created",
    "person.passwordReset",
    "person.disabled",
  ]);
  expect(entries.some(({ entry }) => entry.includes(password))).toBe(false);
});
