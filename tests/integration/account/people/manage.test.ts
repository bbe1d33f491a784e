import { beforeEach, describe, expect, test } from "vitest";

import { emptyDatabase, query } from "@/tests/support/database";

import { signIn } from "@/lib/account/auth/server/commands";
import { authorize } from "@/lib/account/auth/grant";
import type { Actor, Role } from "@/lib/account/auth/policy";
import { findVisitor } from "@/lib/account/auth/server/queries";
import { changeOwnPassword } from "@/lib/account/people/server/account-commands";
import {
  changePerson,
  createPerson,
  resetPassword,
  setActive,
} from "@/lib/account/people/server/commands";
import { appointHeads } from "@/lib/account/people/server/head-commands";
import {
  findPerson,
  headsWithAccount,
  listPeople,
  phonesOf,
  phonesOfSubdistrictHeads,
} from "@/lib/account/people/server/queries";
import { newPerson } from "@/lib/account/people/schema";
import { regionCode } from "@/lib/base/region/code";

import { loadDistricts, person } from "../../campaign/district";

let admin: Actor;
let dinkes: Actor;

beforeEach(async () => {
  await emptyDatabase();
  await loadDistricts();
  admin = await person("administrator", "00", "admin");
  dinkes = await person("healthOffice", "62.03", "dinkes.kapuas");
});

const device = { browser: "Chrome", system: "Android" };
const manage = (actor: Actor) => authorize(actor, "people:manage", actor.homeRegion);

const camat = (homeRegion = "62.03.01", role: Role = "subdistrictHead") => ({
  username: "camat.selat",
  displayName: "Camat Selat",
  role,
  homeRegion: regionCode.parse(homeRegion),
});

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

describe("a telephone number", () => {
  const kapuas = regionCode.parse("62.03");

  test("is kept in one form, leads to the camat, and stands in no entry of the trail", async () => {
    await createPerson(manage(dinkes), { ...camat(), phone: "+6281234567890" });
    expect((await findPerson(manage(dinkes), "camat.selat"))?.phone).toBe("+6281234567890");
    expect(await phonesOfSubdistrictHeads(manage(dinkes), kapuas)).toEqual(
      new Map([["62.03.01", "+6281234567890"]]),
    );

    const { username, ...terms } = camat();
    await changePerson(manage(dinkes), username, { ...terms, phone: "+6285211112222" });
    // A form that does not know of numbers leaves them be.
    await changePerson(manage(dinkes), username, terms);
    expect((await findPerson(manage(dinkes), username))?.phone).toBe("+6285211112222");
    await changePerson(manage(dinkes), username, { ...terms, phone: null });
    expect(await phonesOfSubdistrictHeads(manage(dinkes), kapuas)).toEqual(new Map());

    const entries = await query<{ entry: string }>(
      "select audit_entry::text as entry from audit_entry",
    );
    expect(entries.map(({ entry }) => entry).join()).not.toMatch(/8123456|85211/);
    expect(entries.filter(({ entry }) => entry.includes("isPhoneChanged"))).toHaveLength(2);
  });

  test("of a camat who is disabled leads to nobody", async () => {
    await createPerson(manage(dinkes), { ...camat(), phone: "+6281234567890" });
    await setActive(manage(dinkes), "camat.selat", false);
    expect(await phonesOfSubdistrictHeads(manage(dinkes), kapuas)).toEqual(new Map());
  });

  test("of a person is told to who manages them, while they may sign in", async () => {
    await createPerson(manage(dinkes), { ...camat(), phone: "+6281234567890" });
    const one = await findPerson(manage(dinkes), "camat.selat");
    if (!one) throw new Error("the camat is not there");
    const elsewhere = await person("healthOffice", "62.10", "dinkes.gunungmas");
    expect(await phonesOf(manage(dinkes), [one.id, dinkes.id])).toEqual(
      new Map([[one.id, "+6281234567890"]]),
    );
    expect(await phonesOf(manage(elsewhere), [one.id])).toEqual(new Map());
    await setActive(manage(dinkes), "camat.selat", false);
    expect(await phonesOf(manage(dinkes), [one.id])).toEqual(new Map());
  });

  test("that cannot be called is rejected by the database, too", async () => {
    await expect(
      query("update app_user set phone = '0812' where id = $1", [dinkes.id]),
    ).rejects.toThrow(/app_user_phone/);
  });
});

describe("accounts for every camat", () => {
  const kapuas = regionCode.parse("62.03");

  test("are made where there is none, and each password signs in", async () => {
    await createPerson(manage(dinkes), camat());
    const { made } = await appointHeads(manage(dinkes), kapuas, "subdistrictHead");

    expect(made.map(({ username }) => username)).toEqual(["camat.mantangai"]);
    expect(made[0] && (await signIn(made[0], "here", null, device))).not.toBeNull();
    expect((await headsWithAccount(manage(dinkes), kapuas)).subdistrictHead).toEqual({
      known: 2,
      all: 2,
      missing: [],
    });
    expect(await appointHeads(manage(dinkes), kapuas, "subdistrictHead")).toEqual({
      made: [],
      madeMeanwhile: null,
    });
  });

  test("get another name where the first is taken", async () => {
    await person("villageHead", "62.10.01.2001", "camat.selat");
    const { made } = await appointHeads(manage(dinkes), kapuas, "subdistrictHead");
    expect(made.map(({ username }) => username)).toContain("camat.selat.620301");
  });

  test("are made once when it is pressed six times at the same moment, and the rest are told", async () => {
    await query("update app_user set display_name = 'Dinas Kesehatan' where id = $1", [dinkes.id]);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => appointHeads(manage(dinkes), kapuas, "subdistrictHead")),
    );
    const made = answers.flatMap((each) => each.made);
    expect(made.map(({ username }) => username).sort()).toEqual(["camat.mantangai", "camat.selat"]);
    for (const each of made) expect(await signIn(each, "here", null, device)).not.toBeNull();
    const told = answers.flatMap(({ madeMeanwhile }) => madeMeanwhile ?? []);
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told.map(({ by }) => by))).toEqual(new Set(["Dinas Kesehatan"]));
    expect(new Set(told.map(({ count }) => count))).toEqual(new Set([2]));
  });

  test("are not made in another kabupaten", async () => {
    await expect(
      appointHeads(manage(dinkes), regionCode.parse("62.10"), "subdistrictHead"),
    ).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("accounts for every kepala desa and lurah", () => {
  const kapuas = regionCode.parse("62.03");

  test("are made by an administrator, named by what they head, and none is doubled", async () => {
    await query("delete from region where level = 4 and code like '62.03.%'");
    await query(`insert into region (code, parent_code, level, name, kind) values
      ('62.03.01.1001', '62.03.01', 4, 'Selat Hilir', 'kelurahan'),
      ('62.03.01.2001', '62.03.01', 4, 'Suka Maju', 'desa'),
      ('62.03.01.2002', '62.03.01', 4, 'Suka Mulya', 'desa'),
      ('62.03.09.2001', '62.03.09', 4, 'Sukamaju', 'desa'),
      ('62.03.09.2002', '62.03.09', 4, 'Suka Mulya', 'desa')`);
    await person("villageHead", "62.03.01.1001", "lurah.lama");
    const before = await headsWithAccount(manage(admin), kapuas);
    expect(before.villageHead).toMatchObject({ known: 1, all: 5 });
    expect(before.villageHead.missing.map(({ name }) => name)).toEqual([
      "Suka Maju",
      "Suka Mulya",
      "Sukamaju",
      "Suka Mulya",
    ]);

    const { made } = await appointHeads(manage(admin), kapuas, "villageHead");
    expect(made.map(({ username }) => username)).toEqual([
      "kades.sukamaju",
      "kades.sukamulya",
      "kades.sukamaju.6203092001",
      "kades.sukamulya.6203092002",
    ]);
    const shown = await query<{ name: string }>(
      `select display_name as name from app_user where username like 'kades.%'
       order by home_region_code`,
    );
    expect(shown.map(({ name }) => name)).toEqual([
      "Kepala Desa Suka Maju",
      "Kepala Desa Suka Mulya, Selat",
      "Kepala Desa Sukamaju",
      "Kepala Desa Suka Mulya, Mantangai",
    ]);
    for (const each of made) expect(await signIn(each, "here", null, device)).not.toBeNull();
    expect(await appointHeads(manage(admin), kapuas, "villageHead")).toEqual({
      made: [],
      madeMeanwhile: null,
    });
    expect((await headsWithAccount(manage(admin), kapuas)).villageHead).toEqual({
      known: 5,
      all: 5,
      missing: [],
    });
  });

  test("one that is disabled is nobody's to make again", async () => {
    await appointHeads(manage(dinkes), kapuas, "villageHead");
    await query("update app_user set is_active = false where role = 'villageHead'");
    const { villageHead } = await headsWithAccount(manage(dinkes), kapuas);
    expect(villageHead.known).toBe(0);
    expect(villageHead.missing).toEqual([]);
  });

  test("345 at once keep within the queue and the transaction", async () => {
    await query("delete from region where level = 4 and code like '62.03.%'");
    await query(`insert into region (code, parent_code, level, name, kind)
      select '62.03.01.' || (2000 + number), '62.03.01', 4, 'Desa ' || number, 'desa'
      from generate_series(1, 345) as number`);
    const { made } = await appointHeads(manage(dinkes), kapuas, "villageHead");
    expect(made).toHaveLength(345);
    expect(new Set(made.map(({ username }) => username)).size).toBe(345);
    expect(new Set(made.map(({ password }) => password)).size).toBe(345);
  }, 180_000);
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
