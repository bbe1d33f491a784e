import { emptyDatabase, query } from "@/tests/support/database";
import { withinAction } from "@/tests/support/next-request";

import { getURLFromRedirectError } from "next/dist/client/components/redirect";
import { isRedirectError } from "next/dist/client/components/redirect-error";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

import { signInAction } from "@/lib/account/auth/server/actions";
import { hashPassword } from "@/lib/account/auth/server/password";
import { requireActor, requireVisitor } from "@/lib/account/auth/server/session";
import { untouched } from "@/lib/base/forms/form-state";
import { changePasswordAction } from "@/lib/account/people/server/account-actions";
import { createPerson, resetPassword } from "@/lib/account/people/server/commands";
import { findPasswordReset } from "@/lib/account/people/server/queries";
import { regionCode } from "@/lib/base/region/code";
import { callApi } from "@/tests/support/api-routes";
import {
  areas,
  cookieOf,
  newPerson,
  setScene,
  systemGrant,
  type Person,
} from "@/tests/support/scene";

import { actionsOnDisk, callAction, form } from "../../actions/call";
import { calls } from "../../actions/calls";

const current = "rabu-kelo-mipa-taju-52";
const next = "payung-kelapa-rabu";
let person: Person;

beforeAll(async () => {
  await emptyDatabase();
  await setScene();
});

beforeEach(async () => {
  await query("delete from sign_in_attempt");
  person = await newPerson("subdistrictHead", areas.homeSelat);
  await query(`update app_user set password_hash = $2, must_change_password = true where id = $1`, [
    person.id,
    await hashPassword(current),
  ]);
});

const change = async (fields: Readonly<Record<string, string>>) =>
  withinAction(new Headers({ cookie: await cookieOf(person) }), () =>
    changePasswordAction(untouched, form({ current, next, again: next, ...fields })),
  );

/** The address that work redirects to. */
async function whereTo(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    return isRedirectError(error) ? getURLFromRedirectError(error) : null;
  }
}

describe("with a temporary password", async () => {
  const open = [
    "signOut",
    "switchLocale",
    "signInAction",
    "changePasswordAction",
    "endSessionAction",
    "signOutElsewhereAction",
  ];
  const closed = [...(await actionsOnDisk())].filter(([name]) => !open.includes(name));

  it.each(closed)("%s is closed", async (name, action) => {
    const made = await newPerson("administrator", areas.nation);
    await query("update app_user set must_change_password = true where id = $1", [made.id]);
    const sent = (await calls[name]?.(made)) ?? [];
    // What answers with less than a sentence answers as it does to nobody.
    expect(["passwordTemporary", "rejected", "nothing", "notFound"]).toContain(
      await callAction(action, sent, made),
    );
  });

  it("the interface says why, in a sentence", async () => {
    const answer = await callApi("GET", "/api/v1/campaigns", { cookie: await cookieOf(person) });
    expect(answer.status).toBe(403);
    const told = (await answer.json()) as { code: string; detail: string };
    expect(told.code).toBe("passwordTemporary");
    expect(told.detail).toMatch(/sementara/);
  });

  it("every page leads to the account page and back, which is open", async () => {
    const headers = new Headers({
      cookie: await cookieOf(person),
      "x-cakupan-address": "/input?kampanye=a",
    });
    expect(await whereTo(withinAction(headers, () => requireActor()))).toBe(
      "/akun?kembali=%2Finput%3Fkampanye%3Da",
    );
    const visitor = await withinAction(headers, () => requireVisitor());
    expect(visitor).toMatchObject({ actor: { id: person.id }, isPasswordTemporary: true });
  });

  it("one of one's own opens everything, and leads on to where one wanted to go", async () => {
    expect(await whereTo(change({ kembali: "/input" }))).toBe("/input");
    const [row] = await query("select must_change_password as must from app_user where id = $1", [
      person.id,
    ]);
    expect(row).toEqual({ must: false });
    const answer = await callApi("GET", "/api/v1/campaigns", { cookie: await cookieOf(person) });
    expect(answer.status).toBe(200);
  });

  it("one's own leads out of this application for nobody", async () => {
    expect(await whereTo(change({ kembali: "//evil.example" }))).toBe("/");
  });
});

it("an account that is made, and one that is reset, has a temporary password", async () => {
  const grant = systemGrant("people:manage");
  const made = await createPerson(grant, {
    username: "camat.uji",
    displayName: "Camat Uji",
    role: "subdistrictHead",
    homeRegion: regionCode.parse(areas.homeSelat),
  });
  const must = async () =>
    (
      await query<{ must: boolean; id: string }>(
        "select id, must_change_password as must from app_user where username = $1",
        [made.username],
      )
    )[0];
  expect(await must()).toMatchObject({ must: true });

  await query("update app_user set must_change_password = false where username = $1", [
    made.username,
  ]);
  await resetPassword(grant, made.username);
  const row = await must();
  expect(row).toMatchObject({ must: true });
  const told = await findPasswordReset({ ...grant.actor, id: row?.id ?? "" });
  expect(told).toMatchObject({ by: grant.actor.displayName });
  expect(Date.now() - (told?.at.getTime() ?? 0)).toBeLessThan(60_000);
});

describe("a new password", () => {
  beforeEach(async () => {
    await query("update app_user set must_change_password = false where id = $1", [person.id]);
  });

  it("is taken, and said in the log without being named", async () => {
    const said = vi.spyOn(console, "info").mockReturnValue(undefined);
    expect(await change({})).toMatchObject({ status: "saved" });
    const line = said.mock.calls.flat().join("\n");
    said.mockRestore();
    expect(line).toContain('"event":"passwordChanged"');
    expect(line).not.toContain(next);
  });

  it.each([
    ["too short", "pendek", "passwordTooShort"],
    ["the old one", current, "passwordSame"],
    ["a common one", "password123", "passwordGuessable"],
    ["the kabupaten's name", "WilayahKabupaten1", "passwordGuessable"],
  ])("that is %s is rejected", async (_, typed, problem) => {
    await query("update region set name = 'Wilayah' where code = $1", [areas.home]);
    const answer = await change({ next: typed, again: typed });
    expect(answer).toMatchObject({ fields: { next: [problem] }, typed: {} });
    expect(JSON.stringify(answer)).not.toContain(typed);
  });

  it("that every trial account has is rejected", async () => {
    const told = "kucing-merah-berenang";
    const demo = await newPerson("villageHead", areas.homeSelatHulu);
    await query("update app_user set is_demo = true, password_hash = $2 where id = $1", [
      demo.id,
      await hashPassword(told),
    ]);
    expect(await change({ next: told, again: told })).toMatchObject({
      fields: { next: ["passwordGuessable"] },
    });
    await query("delete from app_user where id = $1", [demo.id]);
  });

  it("cannot be had by guessing the old one without end, and the right one is then rejected too", async () => {
    const answers = [];
    for (let tries = 0; tries < 10; tries += 1) {
      answers.push(await change({ current: `salah-${String(tries)}` }));
    }
    for (const answer of answers) {
      expect(answer).toMatchObject({ fields: { current: ["passwordWrong"] } });
    }
    expect(await change({})).toMatchObject({ status: "rejected", code: "tooManyTries" });
    const [row] = await query<{ key: string }>("select key from sign_in_attempt");
    expect(row?.key).not.toContain(person.id);
  });

  it("gives the guesses back", async () => {
    for (let tries = 0; tries < 9; tries += 1) await change({ current: "salah" });
    expect(await change({})).toMatchObject({ status: "saved" });
    expect(await query("select from sign_in_attempt where key like 'account%'")).toEqual([]);
  });
});

describe("what was typed as a password", () => {
  const secret = "RAHASIA-SEKALI-1";

  it.each([
    ["without a name", { username: "" }],
    ["with a name that is too long", { username: "x".repeat(65) }],
    ["with a name that no database keeps", { username: "a\0b" }],
  ])("does not come back from a sign-in %s", async (_, fields) => {
    const answer = await withinAction(new Headers(), () =>
      signInAction(untouched, form({ ...fields, password: secret })),
    );
    expect(answer.status).toBe("rejected");
    expect(JSON.stringify(answer)).not.toContain(secret);
  });

  it("does not come back from a change of password", async () => {
    const answer = await change({ current: secret, next: `${secret}2`, again: `${secret}3` });
    expect(answer.status).toBe("rejected");
    expect(JSON.stringify(answer)).not.toContain(secret);
  });
});
