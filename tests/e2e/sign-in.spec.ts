import { randomBytes } from "node:crypto";

import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import { signInCall } from "./support/session";
import { fillSignIn } from "./support/sign-in";

test("the camat signs in and is at what is due today", async ({ page }) => {
  await page.goto("/masuk");
  await fillSignIn(page, "camat.selat");

  await expect(page).toHaveURL(/\/hari-ini$/);
  await page.getByRole("link", { name: /^BIAN Kabupaten Kapuas/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Kecamatan Selat");
});

test("a name is known whatever its capitals and spaces", async ({ page }) => {
  await page.goto("/masuk");
  await fillSignIn(page, " Bupati.KAPUAS ");

  await expect(page).toHaveURL(/\/ringkasan$/);
});

test("a wrong password says so, and the name stays", async ({ page }) => {
  await page.goto("/masuk");
  await fillSignIn(page, "camat.selat", "bukan-ini-kata-sandi");

  const rejection = page.getByRole("alert").filter({ hasText: "tidak cocok" });
  await expect(rejection).toContainText("Nama pengguna atau kata sandi tidak cocok.");
  await expect(rejection).toBeFocused();
  await expect(page.getByLabel("Nama pengguna")).toHaveValue("camat.selat");
  await expect(page.getByLabel("Kata sandi")).toHaveValue("");
  await expectAccessible(page);
});

test("an unknown name gets the same answer", async ({ page }) => {
  await page.goto("/masuk");
  await fillSignIn(page, "tidak.ada", "bukan-ini-kata-sandi");

  await expect(page.getByRole("alert").filter({ hasText: "tidak cocok" })).toHaveText(
    /^Nama pengguna atau kata sandi tidak cocok\.\s*Periksa huruf besar dan kecil, lalu coba lagi\.$/,
  );
});

test("empty boxes are told by their labels", async ({ page }) => {
  await page.goto("/masuk");
  await page.getByRole("button", { name: "Masuk", exact: true }).click();

  await expect(page.getByLabel("Nama pengguna")).toHaveAccessibleDescription("Wajib diisi.");
  await expect(page.getByLabel("Kata sandi")).toHaveAccessibleDescription("Wajib diisi.");
  await expect(page.getByLabel("Nama pengguna")).toHaveAttribute("aria-invalid", "true");
});

test("who guesses too often has to wait, and is told for how long", async ({ page }) => {
  const guessed = `tebak.${randomBytes(4).toString("hex")}`;
  await page.goto("/masuk");
  for (let attempt = 1; attempt <= 10; attempt++) {
    await fillSignIn(page, guessed, `tebakan ke-${String(attempt)}`);
    await expect(page.getByRole("alert").filter({ hasText: "tidak cocok" })).toBeFocused();
  }
  await fillSignIn(page, guessed, "tebakan ke-11");

  const told = page.getByRole("alert").filter({ hasText: "terlalu banyak percobaan" });
  await expect(told).toContainText("Percobaan berikutnya baru dijawab setelah 4 detik.");
  await fillSignIn(page, guessed, "tebakan ke-12");
  await expect(page.getByRole("status").filter({ hasText: "Masih diperiksa" })).toBeVisible();
  await expect(told).toContainText("Percobaan berikutnya baru dijawab setelah 8 detik.");
});

test("an address that needs a session leads back after signing in", async ({ page }) => {
  await page.goto("/cakupan?kampanye=bian-kapuas&intervensi=opv");
  await expect(page).toHaveURL(/\/masuk\?/);
  await fillSignIn(page, "dinkes.kapuas");

  await expect(page).toHaveURL("/cakupan?kampanye=bian-kapuas&intervensi=opv");
});

test("an address elsewhere is not followed", async ({ page, baseURL }) => {
  for (const elsewhere of ["https://jahat.example/", "//jahat.example/", "/%09/jahat.example/"]) {
    await page.context().clearCookies();
    await page.goto(`/masuk?kembali=${elsewhere}`);
    await fillSignIn(page, "bupati.kapuas");
    await expect(page).toHaveURL(`${String(baseURL)}/ringkasan`);
  }
});

test("who is signed in does not see the sign-in page again", async ({ page, signIn }) => {
  await signIn("bupati.kapuas");
  await page.goto("/masuk");

  await expect(page).toHaveURL(/\/ringkasan$/);
});

test("signing out ends the session @desktop", async ({ page }) => {
  await page.goto("/masuk");
  await fillSignIn(page, "bupati.kapuas");
  await expect(page).toHaveURL(/\/ringkasan$/);
  await page.getByRole("button", { name: "Keluar" }).click();
  await expect(page).toHaveURL(/\/masuk$/);

  await page.goto("/ringkasan");
  await expect(page).toHaveURL(/\/masuk\?kembali=/);
});

test("the password can be looked at", async ({ page }) => {
  await page.goto("/masuk");
  await page.getByLabel("Kata sandi").fill("rahasia sekali");
  await page.getByRole("button", { name: "Tampilkan" }).click();
  await expect(page.getByLabel("Kata sandi")).toHaveAttribute("type", "text");
  await page.getByRole("button", { name: "Sembunyikan" }).click();
  await expect(page.getByLabel("Kata sandi")).toHaveAttribute("type", "password");
});

test("English is one press away, stays, and goes back", async ({ page }) => {
  await page.goto("/masuk");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();

  await fillSignIn(page, "bupati.kapuas", undefined, "en");
  await expect(page).toHaveURL(/\/ringkasan$/);
  await expect(page.getByText("SAMPLE DATA").first()).toBeVisible();
  await page.getByRole("button", { name: "Ganti ke bahasa Indonesia" }).click();
  await expect(page.getByText("DATA CONTOH").first()).toBeVisible();
});

test("an installation with invented figures says so before anyone is known", async ({ page }) => {
  await page.goto("/masuk");

  await expect(page.getByRole("note")).toContainText("DATA CONTOH");
  await expectNoSidewaysScroll(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the right password signs in", async ({ page }) => {
    await page.goto("/masuk?kembali=/cakupan");
    await fillSignIn(page, "bupati.kapuas");

    await expect(page).toHaveURL(/\/cakupan$/);
  });

  test("a wrong one says so", async ({ page }) => {
    await page.goto("/masuk");
    await fillSignIn(page, "bupati.kapuas", "bukan-ini-kata-sandi");

    await expect(page.getByText("Nama pengguna atau kata sandi tidak cocok.")).toBeVisible();
    await expect(page.getByLabel("Nama pengguna")).toHaveValue("bupati.kapuas");
  });
});

test(
  "a name that is guessed at stays open to who knows the password @desktop",
  { tag: "@timed" },
  async ({ page, browser, playwright, baseURL, newPerson }) => {
    const { username, password } = await newPerson("subdistrictHead", "62.03.01");
    await page.goto("/masuk");
    await fillSignIn(page, username, password);
    await expect(page).not.toHaveURL(/masuk/);
    await page.goto("about:blank");
    await page.context().clearCookies({ name: /session-token/ });

    const attacker = await playwright.request.newContext({ baseURL: String(baseURL) });
    for (let tries = 1; tries <= 12; tries++) {
      const guess = signInCall(attacker, username, `tebakan ke-${String(tries)}`);
      await expect(guess).rejects.toThrow(tries <= 10 ? "401" : "429");
    }
    await attacker.dispose();

    await page.goto("/masuk");
    await fillSignIn(page, username, password);
    await expect(page).not.toHaveURL(/masuk/, { timeout: 4_000 });

    const elsewhere = await browser.newContext();
    const other = await elsewhere.newPage();
    await other.goto("/masuk");
    await fillSignIn(other, username, password);
    await expect(other).not.toHaveURL(/masuk/, { timeout: 20_000 });
    await elsewhere.close();
  },
);
