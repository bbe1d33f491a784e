import { randomBytes } from "node:crypto";

import { expect, type Page } from "@playwright/test";

import type { Role } from "@/lib/auth/policy";

export type NewPerson = { readonly username: string; readonly password: string };

/** What the screens call each role. */
export const roleNames: Readonly<Record<Role, string>> = {
  administrator: "Administrator",
  healthOffice: "Dinas Kesehatan",
  subdistrictHead: "Camat",
  villageHead: "Kepala desa/lurah",
  regentOffice: "Kantor bupati",
};

/** Adds someone on the page of a person who manages people, as they would do it. */
export async function addPerson(page: Page, role: Role, regionCode: string): Promise<NewPerson> {
  const username = `cerita.${randomBytes(5).toString("hex")}`;
  await page.goto("/pengguna/baru");
  await page.getByLabel("Nama pengguna").fill(username);
  await page.getByLabel("Nama yang ditampilkan").fill(`Orang ${username}`);
  await page.getByLabel("Peran").selectOption({ label: roleNames[role] });
  await page.getByRole("combobox", { name: "Wilayah" }).fill(regionCode);
  await page.getByRole("option").filter({ hasText: regionCode }).first().click();
  await page.getByRole("button", { name: "Buat akun" }).click();

  const made = page.getByRole("status").filter({ hasText: "Kata sandi sementara" });
  await expect(made).toContainText(username);
  // Heading, password, advice: the password is the paragraph without a blank.
  const paragraphs = await made.getByRole("paragraph").allInnerTexts();
  const password = paragraphs.find((text) => /^\S{10,}$/.test(text.trim()))?.trim();
  if (password === undefined) throw new Error(`no password among ${paragraphs.join(" | ")}`);
  return { username, password };
}
