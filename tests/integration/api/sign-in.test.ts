import { emptyDatabase, query } from "@/tests/support/database";

import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

import { hashPassword } from "@/lib/auth/password";
import { decodeSession } from "@/lib/auth/token";

import { callApi } from "@/tests/support/api-routes";
import { areas, newPerson, setScene, type Person } from "@/tests/support/scene";

const password = "kata sandi yang panjang";
let person: Person;

beforeAll(async () => {
  await emptyDatabase();
  await setScene();
  person = await newPerson("healthOffice", areas.home);
  await query("update app_user set password_hash = $2 where id = $1", [
    person.id,
    await hashPassword(password),
  ]);
});

beforeEach(async () => {
  await query("delete from sign_in_attempt");
});

/** Signs in as a program does: the token and its cookie first, then a form. */
async function signIn(typed: Record<string, string>, headers: Record<string, string> = {}) {
  const asked = await callApi("GET", "/api/auth/csrf");
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  return callApi("POST", "/api/auth/callback/credentials", {
    cookie: cookiesOf(asked),
    text: new URLSearchParams({ csrfToken, ...typed }).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
  });
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0] ?? "")
    .join("; ");
}

function sessionOf(answer: Response): string | undefined {
  return answer.headers.getSetCookie().find((cookie) => cookie.includes("session-token="));
}

describe("a program's sign-in", () => {
  it("gets a session cookie that the interface takes", async () => {
    const answer = await signIn({ username: person.username, password });
    const cookie = sessionOf(answer);

    expect(answer.status).toBe(302);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const list = await callApi("GET", "/api/v1/campaigns", { cookie: cookie?.split(";")[0] });
    expect(list.status).toBe(200);
  });

  it.each([
    { case: "a wrong password", typed: () => ({ username: person.username, password: "salah" }) },
    { case: "an unknown name", typed: () => ({ username: "siapa", password }) },
    { case: "no password", typed: () => ({ username: person.username }) },
    { case: "a name with a zero byte", typed: () => ({ username: "a\0b", password }) },
    { case: "a very long name", typed: () => ({ username: "a".repeat(5_000), password }) },
  ])("answers $case the same way", async ({ typed }) => {
    const answer = await signIn({ ...typed(), json: "true" });

    expect(answer.status).toBe(401);
    expect(sessionOf(answer)).toBeUndefined();
    expect(await answer.text()).toContain("CredentialsSignin");
  });

  it("is told to wait after ten wrong passwords, and for how long", async () => {
    for (let tries = 0; tries < 10; tries += 1) {
      await signIn({ username: person.username, password: "salah", json: "true" });
    }
    const answer = await signIn({ username: person.username, password });

    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(sessionOf(answer)).toBeUndefined();
  });

  it("has no more tries by making them at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 25 }, () =>
        signIn({ username: person.username, password: "salah", json: "true" }),
      ),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
  });

  it("has no more tries by telling other addresses", async () => {
    const answers = [];
    for (let tries = 0; tries < 11; tries += 1) {
      const headers = { "x-forwarded-for": `10.0.0.${String(tries)}` };
      answers.push(await signIn({ username: person.username, password: "salah" }, headers));
    }
    expect(answers.at(-1)?.status).toBe(429);
  });

  it("leaves the others their tries, and a right password gives them all back", async () => {
    for (let tries = 0; tries < 9; tries += 1) {
      await signIn({ username: person.username, password: "salah" });
    }
    expect(sessionOf(await signIn({ username: person.username, password }))).toBeDefined();
    for (let tries = 0; tries < 9; tries += 1) {
      await signIn({ username: person.username, password: "salah" });
    }
    expect(sessionOf(await signIn({ username: person.username, password }))).toBeDefined();
  });

  it("is refused from a page of another site", async () => {
    const answer = await signIn(
      { username: person.username, password },
      { origin: "https://jahat.example" },
    );
    expect(answer.status).toBe(403);
  });

  it("tells nothing of a failure of the database", async () => {
    const error = vi.spyOn(console, "error").mockReturnValue(undefined);
    await query("alter table app_user rename column username to hidden");
    const answer = await signIn({ username: person.username, password }).finally(() =>
      query("alter table app_user rename column hidden to username"),
    );
    const text = await answer.text();

    expect(answer.status).toBe(500);
    expect(text + String(answer.headers.get("location"))).not.toMatch(
      /select|column|app_user|\.ts/i,
    );
    expect(error).toHaveBeenCalled();
    error.mockRestore();
  });

  it("is not found where no password can come with it", async () => {
    const answer = await callApi("GET", "/api/auth/callback/credentials");
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: "notFound" });
  });

  it("does not prolong its session by asking for it", async () => {
    const cookie = sessionOf(await signIn({ username: person.username, password }))?.split(";")[0];
    vi.useFakeTimers({ now: Date.now() + 11 * 3_600_000, toFake: ["Date"] });
    const asked = await callApi("GET", "/api/auth/session", { cookie });
    const renewed = sessionOf(asked)?.split(";")[0]?.split("=")[1] ?? "";
    vi.useRealTimers();

    const inThirteenHours = new Date(Date.now() + 13 * 3_600_000);
    expect(await decodeSession(renewed, new Date())).toMatchObject({ userId: person.id });
    expect(await decodeSession(renewed, inThirteenHours)).toBeNull();
  });
});
