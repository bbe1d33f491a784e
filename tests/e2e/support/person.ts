import { randomBytes } from "node:crypto";

import { hash } from "@node-rs/argon2";
import { expect, type Page } from "@playwright/test";

import type { Role } from "@/lib/account/auth/policy";
import { withConnection } from "@/scripts/sql";
import { databaseUrl } from "./own-database";

export type NewPerson = { readonly username: string; readonly password: string };

/** What the screens call each role. */
const roleNames: Readonly<Record<Role, string>> = {
  administrator: "Administrator",
  healthOffice: "Dinas Kesehatan",
  subdistrictHead: "Camat",
  villageHead: "Kepala desa/lurah",
  regentOffice: "Kantor bupati",
  unitHead: "Kepala kantor",
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

  return { username, password: await toldPassword(page, username) };
}

/** The temporary password that the page tells. */
export async function toldPassword(page: Page, username: string): Promise<string> {
  const told = page.getByRole("status").filter({ hasText: "Kata sandi sementara" });
  await expect(told).toContainText(username);
  // Heading, password, advice: the password is the paragraph without a blank.
  const paragraphs = await told.getByRole("paragraph").allInnerTexts();
  const password = paragraphs.find((text) => /^\S{10,}$/.test(text.trim()))?.trim();
  if (password === undefined) throw new Error(`no password among ${paragraphs.join(" | ")}`);
  return password;
}

/** Of everybody whom this worker makes: its hash is worked out once. */
const workerPassword = `payung-${randomBytes(12).toString("hex")}`;
let workerHash: Promise<string> | undefined;

/**
 * Someone of a role and region who has a password of their own already, straight into the database:
 * how a person is added and makes a password is told by stories of its own.
 */
export async function insertPerson(
  role: Role,
  regionCode: string,
  officeCode: string | null = null,
): Promise<NewPerson> {
  const username = `cerita.${randomBytes(5).toString("hex")}`;
  // The library's own cost is the product's.
  workerHash ??= hash(workerPassword);
  const passwordHash = await workerHash;
  await withConnection(databaseUrl(), (client) =>
    client.query(
      `insert into app_user (username, display_name, role, home_region_code, office_code,
                             password_hash, must_change_password)
       values ($1, 'Orang ' || $1, $2, $3, $4, $5, false)`,
      [username, role, regionCode, officeCode, passwordHash],
    ),
  );
  return { username, password: workerPassword };
}

/** Makes a password of one's own where only a temporary one was, and is led on. */
export async function makeOwnPassword(page: Page, temporary: string, own: string): Promise<void> {
  await page.getByLabel("Kata sandi sementara").fill(temporary);
  await page.getByLabel("Kata sandi baru", { exact: true }).fill(own);
  await page.getByLabel("Kata sandi baru, sekali lagi").fill(own);
  await page.getByRole("button", { name: "Simpan dan mulai" }).click();
}
