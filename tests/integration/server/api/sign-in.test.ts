import { emptyDatabase, query } from "@/tests/support/database";

import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

import { hashPassword } from "@/lib/account/auth/server/password";
import { decodeSession } from "@/lib/account/auth/server/token";

import { signInLimits } from "@/lib/base/limits";
import { pause } from "@/lib/base/time/server/pause";

import { callApi } from "@/tests/support/api-routes";
import { areas, newPerson, setScene, type Person } from "@/tests/support/scene";

// Waiting is told to the test, and takes no time.
vi.mock("@/lib/base/time/server/pause", () => ({ pause: vi.fn(() => Promise.resolve()) }));

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
  await query("delete from sign_in_attempt; delete from known_device");
  vi.mocked(pause).mockClear();
  network += 1;
});

/** Each test comes from a network of its own. */
let network = 0;

/** How long the tries so far waited, in seconds. */
function waits(): readonly number[] {
  return vi.mocked(pause).mock.calls.map(([milliseconds]) => Math.round(milliseconds / 1_000));
}

/** Signs in as a program does: the token and its cookie first, then a form. */
async function signIn(
  typed: Record<string, string>,
  headers: Record<string, string> = {},
  device = "",
) {
  const asked = await callApi("GET", "/api/auth/csrf");
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  return callApi("POST", "/api/auth/callback/credentials", {
    cookie: [cookiesOf(asked), device].join("; "),
    text: new URLSearchParams({ csrfToken, ...typed }).toString(),
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "x-cakupan-peer": `10.1.0.${String(network)}`,
      ...headers,
    },
  });
}

async function wrong(times: number, headers: Record<string, string> = {}): Promise<Response[]> {
  const answers = [];
  for (let tries = 0; tries < times; tries += 1) {
    answers.push(
      await signIn({ username: person.username, password: "salah", json: "true" }, headers),
    );
  }
  return answers;
}

const right = (headers: Record<string, string> = {}, device = "") =>
  signIn({ username: person.username, password }, headers, device);

const elsewhere = (number: number) => ({ "x-cakupan-peer": `10.2.0.${String(number)}` });

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0] ?? "")
    .join("; ");
}

function sessionOf(answer: Response): string | undefined {
  return answer.headers.getSetCookie().find((cookie) => cookie.includes("session-token="));
}

/** The cookie that this device is known by. */
function deviceOf(answer: Response): string {
  const cookie = answer.headers.getSetCookie().find((each) => each.startsWith("cakupan-device="));
  return cookie?.split(";")[0] ?? "";
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

  it("is rejected from a page of another site", async () => {
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
    expect(await decodeSession(renewed, new Date())).toEqual(
      await decodeSession(cookie?.split("=")[1] ?? "", new Date()),
    );
    expect(await decodeSession(renewed, inThirteenHours)).toBeNull();
  });
});

describe("who guesses", () => {
  it("waits longer with each try beyond the tenth, and is told for how long", async () => {
    expect((await wrong(10)).map(({ status }) => status)).toEqual(
      Array.from({ length: 10 }, () => 401),
    );
    const answers = await wrong(6);

    expect(waits()).toEqual([2, 4, 8, 16, 30, 30]);
    expect(answers.map(({ status }) => status)).toEqual([429, 429, 429, 429, 429, 429]);
    expect(answers.map(({ headers }) => headers.get("retry-after"))).toEqual([
      "4",
      "8",
      "16",
      "30",
      "30",
      "30",
    ]);
    expect(answers[0]?.headers.get("content-type")).toBe("application/problem+json");
  });

  it("has no more tries by telling other addresses", async () => {
    for (let tries = 0; tries < 11; tries += 1) {
      await wrong(1, { "x-forwarded-for": `10.0.0.${String(tries)}` });
    }
    expect(waits()).toEqual([2]);
  });

  it("has no more tries by making them at once: one of a name waits at a time", async () => {
    await wrong(10);
    let end = () => undefined as void;
    vi.mocked(pause).mockImplementationOnce(() => new Promise((resolve) => (end = resolve)));
    const waiting = wrong(1);
    await vi.waitFor(() => expect(pause).toHaveBeenCalled());

    const [second] = await wrong(1);
    expect(second?.status).toBe(429);
    expect(Number(second?.headers.get("retry-after"))).toBeLessThanOrEqual(2);
    end();
    await waiting;
    expect(waits()).toEqual([2]);
  });

  it("many times at the same moment gets ten answers", async () => {
    const answers = await Promise.all(Array.from({ length: 25 }, () => wrong(1)));
    expect(answers.flat().filter(({ status }) => status === 401)).toHaveLength(10);
  });

  it("leaves nothing of what was typed in the throttle", async () => {
    await signIn({ username: "RAHASIA-sekali", password: "x" });
    const rows = await query<{ key: string }>("select key from sign_in_attempt");
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toMatch(/rahasia|10\.1\./i);
  });

  it("many names from one network takes turns, and is rejected in the end", async () => {
    const from = elsewhere(250);
    const guess = (index: number) =>
      signIn({ username: `siapa-${String(index)}`, password: "x", json: "true" }, from);
    for (let index = 0; index < signInLimits.networkTries; index += 1) await guess(index);
    expect(waits()).toEqual([]);
    expect((await guess(100)).status).toBe(429);
    expect(waits()).toEqual([2]);

    await query("update sign_in_attempt set points = 120 where starts_with(key, 'network')");
    const rejected = await guess(101);
    expect(rejected.status).toBe(429);
    expect(Number(rejected.headers.get("retry-after"))).toBeGreaterThan(60);
    expect(waits()).toEqual([2]);
    expect((await right(elsewhere(251))).status).toBe(302);
  }, 60_000);
});

describe("who knows the password", () => {
  it("gets in after a stranger's guesses from the same network, after waiting", async () => {
    await wrong(12);
    expect(sessionOf(await right())).toBeDefined();
    expect(waits()).toEqual([2, 4, 8]);
    await wrong(9);
    expect(waits()).toEqual([2, 4, 8]);
  });

  it("gets in at once from another network", async () => {
    await wrong(12);
    vi.mocked(pause).mockClear();
    expect(sessionOf(await right(elsewhere(1)))).toBeDefined();
    expect(waits()).toEqual([]);
  });

  it("gets in at once on a device that was here before, from the attacker's network too", async () => {
    const device = deviceOf(await right());
    await wrong(14);
    await query("update sign_in_attempt set points = 1000 where not starts_with(key, 'own')");
    vi.mocked(pause).mockClear();

    expect(sessionOf(await right({}, device))).toBeDefined();
    expect(waits()).toEqual([]);
  });

  it("waits in a line of eight when the name is guessed at from everywhere", async () => {
    await wrong(1);
    await query("update sign_in_attempt set points = 100 where starts_with(key, 'name')");
    const ends: (() => void)[] = [];
    vi.mocked(pause).mockImplementation(() => new Promise((resolve) => void ends.push(resolve)));
    const waiting = Array.from({ length: 8 }, (_, index) => wrong(1, elsewhere(10 + index)));
    await vi.waitFor(() => expect(ends).toHaveLength(8));
    expect([...waits()].sort((a, b) => a - b)).toEqual([4, 8, 12, 16, 20, 24, 28, 32]);

    const [rejected] = await wrong(1, elsewhere(30));
    expect(rejected?.status).toBe(429);
    for (const end of ends) end();
    await Promise.all(waiting);
    vi.mocked(pause).mockImplementation(() => Promise.resolve());
    expect(sessionOf(await right(elsewhere(31)))).toBeDefined();
  });
});

describe("a device", () => {
  it("gets a cookie that scripts cannot read, and keeps its id for the next person", async () => {
    const first = await right();
    const cookie = first.headers.getSetCookie().find((each) => each.startsWith("cakupan-device="));
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).toMatch(/Max-Age=34560000/i);

    const other = await newPerson("subdistrictHead", areas.homeSelat);
    await query(
      "update app_user set password_hash = (select password_hash from app_user where id = $1) where id = $2",
      [person.id, other.id],
    );
    const second = await signIn({ username: other.username, password }, {}, deviceOf(first));
    expect(deviceOf(second)).toBe(deviceOf(first));
    expect(await query("select from known_device")).toHaveLength(2);
  });

  it.each([
    ["with another signature", (cookie: string) => `${cookie.slice(0, -3)}AAA`],
    [
      "of an id that we did not make",
      () => `cakupan-device=${crypto.randomUUID()}.${"A".repeat(43)}`,
    ],
    ["that is no cookie of ours", () => "cakupan-device=x"],
  ])("%s is a stranger's", async (_, forge) => {
    const device = forge(deviceOf(await right()));
    await wrong(10);
    await right({}, device);
    expect(waits()).toEqual([2]);
  });

  it("of another person is a stranger's", async () => {
    const other = await newPerson("subdistrictHead", areas.homeSelat);
    const device = deviceOf(await right());
    await query("update known_device set user_id = $1", [other.id]);
    await wrong(10);
    await right({}, device);
    expect(waits()).toEqual([2]);
  });

  it("has ten tries of its own, which cost nobody else any", async () => {
    const device = deviceOf(await right());
    const guess = () =>
      signIn({ username: person.username, password: "salah", json: "true" }, {}, device);
    for (let tries = 0; tries < 11; tries += 1) await guess();
    expect(waits()).toEqual([2]);
    expect(sessionOf(await right())).toBeDefined();
    expect(waits()).toEqual([2]);
  });

  it("is one of fifty of a person: those used last", async () => {
    for (let index = 0; index < 50; index += 1) {
      await query(
        `insert into known_device values (gen_random_uuid(), $1, now(), now() - $2 * interval '1 day')`,
        [person.id, index + 1],
      );
    }
    const device = deviceOf(await right());
    const rows = await query<{ id: string }>("select device_id as id from known_device");
    expect(rows).toHaveLength(50);
    expect(rows.map(({ id }) => id)).toContain(/=([^.]+)/.exec(device)?.[1]);
  });
});

describe("the log of the door", () => {
  it("says who came in from where, and never what was typed for a name", async () => {
    const info = vi.spyOn(console, "info").mockReturnValue(undefined);
    info.mockClear();
    await right();
    await wrong(1);
    await signIn({ username: "RAHASIA-sekali", password: "x" });
    const lines = info.mock.calls
      .map(([line]) => String(line))
      .filter((line) => line.includes("security"));
    const seen = lines.map((line) => JSON.parse(line) as Record<string, unknown>);

    const from = `10.1.0.${String(network)}`;
    expect(seen).toMatchObject([
      { event: "signIn", user: person.id, network: from, device: null },
      { event: "wrongPassword", user: person.id, network: from },
      { event: "wrongPassword", user: null, network: from },
    ]);
    expect(lines.join()).not.toMatch(/rahasia/i);
  });
});
