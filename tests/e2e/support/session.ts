import type { APIRequestContext, BrowserContext } from "@playwright/test";

/** A server may close a connection that was idle at the moment when it is used again. */
export const maxRetries = 2;

/** The password of every demo account: the product's own DEMO_PASSWORD. */
export const demoPassword = process.env["DEMO_PASSWORD"] ?? "";

export type Cookies = Parameters<BrowserContext["addCookies"]>[0];

/** The call that programs sign in with. @throws {Error} when the name and password do not fit. */
export async function signInCall(
  request: APIRequestContext,
  username: string,
  password: string,
): Promise<Cookies> {
  const csrf = (await (await request.get("/api/auth/csrf", { maxRetries })).json()) as {
    csrfToken: string;
  };
  const answer = await request.post("/api/auth/callback/credentials", {
    form: { csrfToken: csrf.csrfToken, username, password, json: "true" },
    maxRedirects: 0,
    maxRetries,
  });
  const { cookies } = await request.storageState();
  const session = cookies.filter(({ name }) => /session-token$|^orang$/.test(name));
  if (!session.some(({ name }) => name.endsWith("session-token"))) {
    throw new Error(`${username} cannot sign in: ${String(answer.status())}`);
  }
  return session;
}
