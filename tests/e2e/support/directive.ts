import { randomUUID } from "node:crypto";

import { expect, type APIRequestContext, type Page } from "@playwright/test";

import { write } from "./interface";
import { maxRetries } from "./session";

/** A campaign's address of its own, whoever tells the same story beside. */
export const slugOf = (name: string) => `${name}-${randomUUID().slice(0, 8)}`;

type Office = { readonly code: string; readonly name: string; readonly headTitle: string };

/** The register of a kabupaten. */
export async function fillRegister(
  admin: APIRequestContext,
  districtCode: string,
  offices: readonly Office[],
): Promise<void> {
  const register = await admin.get("/api/v1/offices", { params: { districtCode }, maxRetries });
  const tag = { "If-Match": register.headers()["etag"] ?? "" };
  const filled = offices.map((office) => ({ ...office, kind: "opd" }));
  await write(admin, "PUT", "/offices", { districtCode, offices: filled }, tag);
}

/** Issues a directive about a campaign, and answers its address. */
export async function issueDirective(
  admin: APIRequestContext,
  slug: string,
  directive: object,
): Promise<string> {
  const id = randomUUID();
  const body = { version: 0, isIssued: true, ...directive };
  await write(admin, "PUT", `/campaigns/${slug}/directives/${id}`, body);
  return `/tindak-lanjut/${id}?kampanye=${slug}`;
}

/** Says on the page of what is asked of somebody that it is done. */
export async function sayDone(page: Page, order: RegExp, words: string): Promise<void> {
  await page.goto("/permintaan");
  await page.getByRole("link", { name: order }).click();
  await page.getByRole("radio", { name: "Selesai" }).check();
  await page.getByRole("textbox", { name: "Jawaban" }).fill(words);
  await page.getByRole("button", { name: "Kirim jawaban" }).click();
  await expect(page.getByRole("region", { name: "Riwayat" })).toContainText(words);
}
