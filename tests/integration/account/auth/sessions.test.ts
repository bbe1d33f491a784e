import { emptyDatabase, query } from "@/tests/support/database";
import { withinAction } from "@/tests/support/next-request";

import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

import { signOut } from "@/lib/account/auth/server/actions";
import { signIn } from "@/lib/account/auth/server/commands";
import { hashPassword } from "@/lib/account/auth/server/password";
import { findVisitor, listSessions } from "@/lib/account/auth/server/queries";
import { beginSession, noteSeen } from "@/lib/account/auth/server/session-commands";
import { decodeSession, encodeSession } from "@/lib/account/auth/server/token";
import { untouched } from "@/lib/base/forms/form-state";
import {
  endSessionAction,
  signOutElsewhereAction,
} from "@/lib/account/people/server/account-actions";
import { callApi } from "@/tests/support/api-routes";
import { areas, newPerson, sessionOf, setScene, type Person } from "@/tests/support/scene";

const password = "payung-kelapa-rabu";
const phone = { browser: "Chrome", system: "Android" };
let passwordHash = "";
let person: Person;

beforeAll(async () => {
  await emptyDatabase();
  await setScene();
  passwordHash = await hashPassword(password);
});

beforeEach(async () => {
  await query("delete from sign_in_attempt");
  person = await newPerson("healthOffice", areas.home);
  await query("update app_user set password_hash = $2 where id = $1", [person.id, passwordHash]);
});

const signedIn = async () => {
  const session = await signIn({ username: person.username, password }, "here", null, phone);
  if (!session) throw new Error("the password does not sign in");
  return { ...session, cookie: `next-auth.session-token=${await encodeSession(session)}` };
};

const statusOf = async (cookie: string) =>
  (await callApi("GET", "/api/v1/campaigns", { cookie })).status;

const holds = async (sessionId: string) => (await findVisitor(sessionId, new Date())) !== null;

describe("signing out", () => {
  it("on a page ends the session for everybody who has its cookie, and no other", async () => {
    const here = await signedIn();
    const there = await signedIn();
    const said = vi.spyOn(console, "info").mockReturnValue(undefined);
    await expect(
      withinAction(new Headers({ cookie: here.cookie }), () => signOut()),
    ).rejects.toThrow("NEXT_REDIRECT");

    expect(said.mock.calls.flat().join("\n")).toMatch(
      new RegExp(`"kind":"security","event":"signOut","person":"${person.username}"`),
    );
    said.mockRestore();
    expect(await statusOf(here.cookie)).toBe(401);
    expect(await statusOf(there.cookie)).toBe(200);
  });

  it("by next-auth's address does the same", async () => {
    const { cookie } = await signedIn();
    const asked = await callApi("GET", "/api/auth/csrf");
    const { csrfToken } = (await asked.json()) as { csrfToken: string };
    const csrf = asked.headers.getSetCookie().map((each) => each.split(";")[0]);
    const answer = await callApi("POST", "/api/auth/signout", {
      cookie: [...csrf, cookie].join("; "),
      text: new URLSearchParams({ csrfToken }).toString(),
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    expect(answer.status).toBeLessThan(400);
    expect(await statusOf(cookie)).toBe(401);
  });

  it("is not undone by asking next-auth for the session", async () => {
    const { cookie, sessionId } = await signedIn();
    await query("delete from session where id = $1", [sessionId]);
    const answer = await callApi("GET", "/api/auth/session", { cookie });
    expect(await answer.json()).toEqual({});
    const renewed = answer.headers.getSetCookie().filter((each) => /session-token=ey/.test(each));
    expect(renewed).toEqual([]);
  });

  it("that cannot be written takes no cookie away, and says so", async () => {
    const { cookie } = await signedIn();
    await query("alter table session rename to hidden");
    const error = vi.spyOn(console, "error").mockReturnValue(undefined);
    const answer = await callApi("GET", "/api/auth/session", { cookie }).finally(() =>
      query("alter table hidden rename to session"),
    );
    error.mockRestore();
    expect(answer.status).toBe(500);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await statusOf(cookie)).toBe(200);
  });
});

it("next-auth writes the same session with the same end", async () => {
  const { cookie, sessionId } = await signedIn();
  const answer = await callApi("GET", "/api/auth/session", { cookie });
  const [, renewed = ""] = /session-token=([^;]+)/.exec(answer.headers.getSetCookie().join()) ?? [];
  expect(await decodeSession(renewed, new Date())).toMatchObject({ sessionId });
});

describe("one's own sessions", () => {
  const act = (action: typeof endSessionAction, cookie: string, fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return withinAction(new Headers({ cookie }), () => action(untouched, form));
  };

  it("are listed with what the browser calls itself", async () => {
    const { sessionId } = await signedIn();
    const visitor = await findVisitor(sessionId, new Date());
    if (!visitor) throw new Error("nobody");
    expect(await listSessions(visitor.actor, new Date())).toMatchObject([
      { id: sessionId, ...phone },
    ]);
    expect(await listSessions(visitor.actor, new Date(Date.now() + 13 * 3_600_000))).toEqual([]);
  });

  it("can be ended one by one", async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    expect(await act(endSessionAction, here.cookie, { sessionId: there.sessionId })).toEqual({
      status: "saved",
      result: 1,
    });
    expect([await holds(here.sessionId), await holds(there.sessionId)]).toEqual([true, false]);
  });

  it("are nobody else's to end", async () => {
    const { cookie } = await signedIn();
    const other = await sessionOf(await newPerson("healthOffice", areas.home));
    expect(await act(endSessionAction, cookie, other)).toEqual({ status: "saved", result: 0 });
    expect(await holds(other.sessionId)).toBe(true);
  });

  it("all end but this one", async () => {
    const [here, there, elsewhere] = [await signedIn(), await signedIn(), await signedIn()];
    expect(await act(signOutElsewhereAction, here.cookie, {})).toEqual({
      status: "saved",
      result: 2,
    });
    const left = await Promise.all([here, there, elsewhere].map((each) => holds(each.sessionId)));
    expect(left).toEqual([true, false, false]);
  });

  it("are somebody's who is signed in", async () => {
    const { cookie, sessionId } = await signedIn();
    await query("delete from session where id = $1", [sessionId]);
    for (const action of [endSessionAction, signOutElsewhereAction]) {
      expect(await act(action, cookie, { sessionId })).toMatchObject({ code: "notSignedIn" });
    }
  });
});

describe("a session", () => {
  it("is not begun with a password that was reset in between", async () => {
    await query("update app_user set password_hash = 'another' where id = $1", [person.id]);
    expect(await beginSession(person.id, passwordHash, phone)).toBeNull();
  });

  it("is not begun by somebody who was disabled in between", async () => {
    await query("update app_user set is_active = false where id = $1", [person.id]);
    expect(await beginSession(person.id, passwordHash, phone)).toBeNull();
  });

  it("whose time is over is cleared away by the next sign-in", async () => {
    const { sessionId } = await signedIn();
    await query("update session set expires_at = now() - interval '1 minute' where id = $1", [
      sessionId,
    ]);
    await signedIn();
    expect(await query("select from session where id = $1", [sessionId])).toEqual([]);
  });

  it("is noted as used when it was seen long ago, and only then", async () => {
    const { cookie, sessionId } = await signedIn();
    const seen = async () => {
      const [row] = await query<{ ago: number }>(
        "select extract(epoch from now() - last_seen_at)::int as ago from session where id = $1",
        [sessionId],
      );
      return row?.ago ?? 0;
    };
    const wasSeen = (minutes: number) =>
      query("update session set last_seen_at = now() - $2 * interval '1 minute' where id = $1", [
        sessionId,
        minutes,
      ]);
    await wasSeen(9);
    await statusOf(cookie);
    expect(await seen()).toBeGreaterThanOrEqual(9 * 60);
    await wasSeen(11);
    await statusOf(cookie);
    await vi.waitFor(async () => expect(await seen()).toBeLessThan(60));
    await noteSeen([]);
  });
});
