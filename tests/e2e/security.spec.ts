import { expect, test } from "./fixtures";
import { fillSignIn } from "./support/sign-in";

/** The parts of a content security policy by name. */
function policyOf(header: string | undefined): ReadonlyMap<string, readonly string[]> {
  return new Map(
    (header ?? "").split(";").map((part) => {
      const [name = "", ...sources] = part.trim().split(/\s+/);
      return [name, sources];
    }),
  );
}

test("a page lets only its own scripts run @desktop", async ({ page }) => {
  const first = await page.goto("/masuk");
  const policy = policyOf(first?.headers()["content-security-policy"]);
  const scripts = policy.get("script-src") ?? [];

  expect(scripts).toContain("'strict-dynamic'");
  expect(scripts).not.toContain("'unsafe-inline'");
  expect(policy.get("default-src")).toEqual(["'self'"]);
  expect(policy.get("object-src")).toEqual(["'none'"]);
  expect(policy.get("base-uri")).toEqual(["'none'"]);
  expect(policy.get("form-action")).toEqual(["'self'"]);
  expect(policy.get("frame-ancestors")).toEqual(["'none'"]);

  const nonce = scripts.find((source) => source.startsWith("'nonce-"));
  const second = await page.goto("/masuk");
  const next = policyOf(second?.headers()["content-security-policy"]).get("script-src") ?? [];
  expect(nonce).toMatch(/^'nonce-.{20,}'$/);
  expect(next).not.toContain(nonce);
});

for (const address of [
  "/manifestX",
  "/api/auth/signout",
  "/api/tidak-ada",
  "/icons/x",
  "/sw.jsx",
]) {
  test(`${address} says what may run in it, if it is a page at all @desktop`, async ({
    request,
  }) => {
    const answer = await request.get(address, { maxRedirects: 0 });
    const policy = policyOf(answer.headers()["content-security-policy"]);
    const isPage = (answer.headers()["content-type"] ?? "").includes("html");

    expect(answer.status()).not.toBe(200);
    if (isPage) expect(policy.get("frame-ancestors")).toEqual(["'none'"]);
    else expect(answer.headers()["location"]).toBe("/masuk");
  });
}

test("a script without the nonce does not run @desktop", async ({ page, expectIncident }) => {
  expectIncident("console.error");
  await page.goto("/masuk");
  const outcome = await page
    .evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener("securitypolicyviolation", () => resolve("stopped"));
          Object.assign(window, { onInjected: () => resolve("ran") });
          document.body.insertAdjacentHTML(
            "beforeend",
            '<img src="data:," onerror="onInjected()">',
          );
        }),
    )
    .catch(String);

  expect(outcome).toBe("stopped");
});

for (const address of ["/masuk", "/icon.svg", "/api/health", "/ringkasan", "/tidak-ada"]) {
  test(`${address} is sent with the headers of every answer @desktop`, async ({ request }) => {
    const headers = (await request.get(address, { maxRedirects: 0 })).headers();

    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-frame-options"]).toBe("DENY");
    expect(headers["referrer-policy"]).toBe("same-origin");
    expect(headers).not.toHaveProperty("x-powered-by");
  });
}

test("no cookie can be read by scripts or is sent by other sites @desktop", async ({ page }) => {
  await page.goto("/masuk");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("button", { name: "Bahasa Indonesia" }).click();
  await fillSignIn(page, "bupati.kapuas");
  await expect(page).not.toHaveURL(/masuk/);
  await page.goto("/ringkasan?kampanye=bian-kapuas");

  const cookies = await page.context().cookies();
  expect(cookies.map(({ name }) => name).sort()).toEqual([
    "bahasa",
    "cakupan-device",
    "kampanye",
    "next-auth.session-token",
    "orang",
  ]);
  for (const { name, httpOnly, sameSite } of cookies) {
    expect({ name, httpOnly, sameSite }).toEqual({ name, httpOnly: true, sameSite: "Lax" });
  }
});

test("a form that another site sends is rejected @desktop", async ({ context, signIn }) => {
  await signIn("admin");
  const answer = await context.request.post("/api/v1/campaigns", {
    headers: { origin: "https://jahat.example" },
    data: {},
  });

  expect(answer.status()).toBe(403);
});
