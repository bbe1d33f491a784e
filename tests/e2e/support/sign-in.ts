import type { Page } from "@playwright/test";

import { demoPassword } from "./session";

const words = {
  id: { username: "Nama pengguna", password: "Kata sandi", submit: "Masuk" },
  en: { username: "User name", password: "Password", submit: "Sign in" },
};

/** Fills the sign-in page as a person does, and sends it. */
export async function fillSignIn(
  page: Page,
  username: string,
  password = demoPassword,
  language: keyof typeof words = "id",
): Promise<void> {
  const label = words[language];
  await page.getByLabel(label.username).fill(username);
  await page.getByLabel(label.password, { exact: true }).fill(password);
  await page.getByRole("button", { name: label.submit, exact: true }).click();
}
