import { randomBytes } from "node:crypto";

import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import { makeCampaign } from "./support/campaign";
import { readCoverage, write } from "./support/interface";
import { makeOwnPassword, toldPassword } from "./support/person";
import { maxRetries } from "./support/session";
import { fillSignIn } from "./support/sign-in";

const own = { code: "dinas-pendidikan", name: "Dinas Pendidikan" };
const other = { code: "dinas-sosial", name: "Dinas Sosial" };

test("offices are pasted, and a head reports the own one and finds nothing of others @phone", async ({
  page,
  browser,
  admin,
  newKabupaten,
  officeOf,
  signIn,
}) => {
  const kabupaten = await newKabupaten();
  await signIn(await officeOf({ kabupaten }));

  // A line that cannot be read stops everything, and what was pasted stays.
  await page.goto("/pengguna/kantor");
  const lines = page.getByLabel("Satu kantor per baris");
  const pasted = [`${own.name}; OPD; ; Kepala Dinas`, `${other.name}; Kapal`].join("\n");
  await lines.fill(pasted);
  await page.getByRole("button", { name: "Tambah semua" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Belum tersimpan" })).toBeVisible();
  await expect(lines).toHaveValue(pasted);
  await lines.fill(pasted.replace("Kapal", `OPD; ${kabupaten.kecamatan.name}`));
  await page.getByRole("button", { name: "Tambah semua" }).click();
  await expect(page.getByRole("status").filter({ hasText: "2 kantor ditambah" })).toBeVisible();
  const row = page.getByRole("row", { name: new RegExp(`^${other.name}`) });
  await expect(row).toContainText(kabupaten.kecamatan.name);
  // Who looks for one finds the list; who adds one, the way to the forms beneath it.
  await expect(page.getByRole("region").first()).toHaveAccessibleName("2 kantor");
  await page.getByRole("link", { name: "Tambah kantor" }).click();
  await expect(page.getByRole("region", { name: "Tambah kantor" })).toBeInViewport();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  // The unit of a new campaign that has an office's code is that office's.
  const campaign = await makeCampaign(admin, kabupaten, { offices: [own, other] });

  const username = `cerita.${randomBytes(5).toString("hex")}`;
  await page.goto("/pengguna/baru");
  await page.getByLabel("Nama pengguna").fill(username);
  await page.getByLabel("Nama yang ditampilkan").fill("Kepala Dinas Pendidikan");
  await page.getByLabel("Peran").selectOption({ label: "Kepala kantor" });
  await page.getByLabel("Kantor", { exact: true }).selectOption({ label: own.name });
  await page.getByRole("button", { name: "Buat akun" }).click();
  const temporary = await toldPassword(page, username);

  const head = await (await browser.newContext()).newPage();
  await head.goto("/masuk");
  await fillSignIn(head, username, temporary);
  await makeOwnPassword(head, temporary, `payung-${randomBytes(6).toString("hex")}-kelapa`);
  await expect(head).not.toHaveURL(/\/akun/);
  await head.goto(campaign.at("/input"));
  const main = head.getByRole("main");
  await expect(main.getByRole("link", { name: own.name })).toBeVisible();
  await expect(main).not.toContainText(other.name);
  await expect(main).not.toContainText(campaign.villages[0].name);
  await main.getByRole("link", { name: own.name }).click();
  await expect(head.getByRole("heading", { level: 1 })).toHaveText(own.name);
  await head.getByRole("textbox", { name: /^MR · / }).fill("30");
  await head.getByRole("textbox", { name: /^OPV · / }).fill("7");
  await expectAccessible(head);
  await head.getByRole("button", { name: /^Kirim/ }).click();
  await expect(head.getByRole("status").filter({ hasText: /^Terkirim[ ,]/ })).toBeVisible();
  const { rows } = await readCoverage(page.request, campaign.slug, { by: "unit" });
  expect(
    rows.filter(({ code }) => code === own.code).map((each) => each.dosesAdministered),
  ).toEqual([30, 7]);

  for (const address of ["/cakupan", "/ringkasan", "/hari-ini"]) {
    await head.goto(campaign.at(address));
    await expect(main, address).toContainText(own.name);
    await expect(main, address).not.toContainText(other.name);
    await expect(main, address).not.toContainText(campaign.villages[0].name);
    await expectNoSidewaysScroll(head);
  }
  for (const address of [
    `/input/${other.code}`,
    `/input/${campaign.villages[0].code}`,
    `/cakupan/${kabupaten.kecamatan.code}`,
    "/kelengkapan",
  ]) {
    const answer = await head.request.get(campaign.at(address), { maxRetries });
    expect(answer.status(), address).toBe(404);
  }
  await head.context().close();
});

test("a head of an office is made without scripts, where nothing follows the role", async ({
  browser,
  admin,
  newKabupaten,
  officeOf,
  sessionOf,
}) => {
  const kabupaten = await newKabupaten();
  const { code: districtCode } = kabupaten;
  const register = await admin.get("/api/v1/offices", { params: { districtCode }, maxRetries });
  await write(
    admin,
    "PUT",
    "/offices",
    { districtCode, offices: [{ ...own, kind: "opd" }] },
    { "If-Match": register.headers()["etag"] ?? "" },
  );
  const context = await browser.newContext({ javaScriptEnabled: false });
  await context.addCookies(await sessionOf(await officeOf({ kabupaten })));
  const page = await context.newPage();
  const username = `cerita.${randomBytes(5).toString("hex")}`;
  await page.goto("/pengguna/baru");
  await page.getByLabel("Nama pengguna").fill(username);
  await page.getByLabel("Nama yang ditampilkan").fill("Kepala Dinas Pendidikan");
  await page.getByLabel("Peran").selectOption({ label: "Kepala kantor" });
  await page.getByLabel("Kantor", { exact: true }).selectOption({ label: own.name });
  await page.getByRole("button", { name: "Buat akun" }).click();
  await toldPassword(page, username);
  await page.goto(`/pengguna/${username}`);
  await expect(page.getByLabel("Kantor", { exact: true })).toHaveValue(
    `${districtCode}/${own.code}`,
  );
  await context.close();
});
