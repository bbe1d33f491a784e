import { randomBytes } from "node:crypto";

import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import { addPerson, makeOwnPassword, toldPassword } from "./support/person";
import { seen } from "./support/seen";
import { fillSignIn } from "./support/sign-in";

test("the dinkes adds a camat, resets the password, and takes the access away", async ({
  page,
  browser,
  newCampaign,
  officeOf,
  signIn,
}) => {
  const campaign = await newCampaign();
  const dinkes = await officeOf(campaign);
  await signIn(dinkes);
  const camat = await addPerson(page, "subdistrictHead", campaign.kabupaten.kecamatan.code);

  // The first sign-in: nothing is open before there is a password of one's own, and then what one
  // came for.
  const phone = await (await browser.newContext()).newPage();
  await phone.goto(campaign.at("/input"));
  await fillSignIn(phone, camat.username, camat.password);
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Buat kata sandi Anda sendiri");
  await expectAccessible(phone);
  await expectNoSidewaysScroll(phone);
  await phone.goto("/ringkasan");
  await expect(phone).toHaveURL(/\/akun\?kembali=%2Fringkasan$/);
  await phone.goto(campaign.at("/input"));
  await makeOwnPassword(phone, camat.password, camat.username);
  await expect(phone.getByLabel("Kata sandi baru", { exact: true })).toHaveAccessibleDescription(
    /mudah ditebak/,
  );
  const own = `payung-${randomBytes(6).toString("hex")}-kelapa`;
  await makeOwnPassword(phone, camat.password, own);
  await expect(phone).toHaveURL(campaign.at("/input"));

  await page.goto("/pengguna");
  await page.getByRole("link", { name: `Orang ${camat.username}` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Orang ${camat.username}`);
  await page.getByRole("button", { name: "Atur ulang kata sandi" }).click();
  const password = await toldPassword(page, camat.username);
  expect(password).not.toBe(camat.password);

  // The old session is over at its next request, and the old password is nobody's. Who reset it is
  // told.
  await phone.goto(campaign.at("/input"));
  await expect(phone).toHaveURL(/\/masuk\?kembali=/);
  await fillSignIn(phone, camat.username, own);
  await expect(seen(phone, "Nama pengguna atau kata sandi tidak cocok.")).toBeVisible();
  await fillSignIn(phone, camat.username, password);
  await expect(phone.getByRole("main")).toContainText(
    new RegExp(
      `Kata sandi Anda disetel ulang oleh Orang ${dinkes.username} pada \\d+ \\S+ 20\\d\\d pukul \\d\\d\\.\\d\\d WIB`,
    ),
  );
  await makeOwnPassword(phone, password, `${own}-baru`);
  await expect(phone).toHaveURL(campaign.at("/input"));

  await page.getByRole("button", { name: "Nonaktifkan" }).click();
  await expect(page.getByRole("button", { name: "Aktifkan lagi" })).toBeVisible();
  await phone.reload();
  await expect(phone).toHaveURL(/\/masuk\?kembali=/);
  await fillSignIn(phone, camat.username, `${own}-baru`);
  await expect(seen(phone, "Nama pengguna atau kata sandi tidak cocok.")).toBeVisible();
  await phone.context().close();
});

test("who is signed in on two devices sees both, and signs the other out", async ({
  page,
  browser,
  newCampaign,
  newPerson,
}) => {
  const campaign = await newCampaign();
  const person = await newPerson("regentOffice", campaign.kabupaten.code);
  const other = await (await browser.newContext()).newPage();
  for (const each of [page, other]) {
    await each.goto("/masuk");
    await fillSignIn(each, person.username, person.password);
    await expect(each).toHaveURL(/\/ringkasan$/);
  }

  await page.goto("/akun");
  const devices = page.getByRole("region", { name: "Perangkat yang masuk" });
  await expect(devices.getByRole("listitem")).toHaveCount(2);
  await expect(devices.getByRole("listitem").filter({ hasText: "Perangkat ini" })).toHaveCount(1);
  await expect(devices.getByRole("listitem").first()).toContainText(/Chrome di \w+/);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await devices.getByRole("button", { name: "Keluar di semua perangkat lain" }).click();
  await expect(devices.getByRole("status")).toContainText("1 sesi diakhiri.");
  await expect(devices.getByRole("listitem")).toHaveCount(1);

  await other.reload();
  await expect(other).toHaveURL(/\/masuk\?kembali=/);
  await other.context().close();
  await page.reload();
  await expect(devices).toBeVisible();
});

test("a name that is taken says so, and what was typed stays", async ({ page, signIn }) => {
  await signIn("admin");
  await page.goto("/pengguna/baru");
  await page.getByLabel("Nama pengguna").fill("camat.selat");
  await page.getByLabel("Nama yang ditampilkan").fill("Camat Selat yang kedua");
  await page.getByRole("combobox", { name: "Wilayah" }).fill("62.03.01");
  await page.getByRole("option").filter({ hasText: "62.03.01" }).first().click();
  await page.getByRole("button", { name: "Buat akun" }).click();

  await expect(page.getByLabel("Nama pengguna")).toHaveAccessibleDescription(
    /Sudah dipakai\. Pilih yang lain\./,
  );
  await expect(page.getByLabel("Nama yang ditampilkan")).toHaveValue("Camat Selat yang kedua");
});

test("a dinkes hands out no role above its own, and no area outside", async ({ page, signIn }) => {
  await signIn("dinkes.kapuas");
  await page.goto("/pengguna/baru");

  await expect(page.getByLabel("Peran").getByRole("option")).not.toContainText(["Administrator"]);
  await page.getByRole("combobox", { name: "Wilayah" }).fill("62.10");
  await expect(seen(page, "Tidak ada wilayah yang cocok dengan peran ini.")).toBeVisible();
});

test("a person changes the own password", async ({ page, newCampaign, newPerson, signIn }) => {
  const campaign = await newCampaign();
  const person = await newPerson("regentOffice", campaign.kabupaten.code);
  const next = `payung-${randomBytes(6).toString("hex")}-kelapa`;
  await signIn(person);
  await page.goto("/akun");
  const change = async (current: string, again: string) => {
    await page.getByLabel("Kata sandi sekarang").fill(current);
    await page.getByLabel("Kata sandi baru", { exact: true }).fill(next);
    await page.getByLabel("Kata sandi baru, sekali lagi").fill(again);
    await page.getByRole("button", { name: "Ganti kata sandi" }).click();
  };

  await change(person.password, `${next}x`);
  await expect(page.getByLabel("Kata sandi baru, sekali lagi")).toHaveAccessibleDescription(
    /Kedua kata sandi tidak sama\./,
  );
  await change("bukan-ini-sandinya", next);
  await expect(page.getByLabel("Kata sandi sekarang")).toHaveAccessibleDescription(
    /Kata sandi sekarang tidak cocok\./,
  );
  await change(person.password, next);
  await expect(seen(page, "Kata sandi diganti.")).toBeVisible();

  await page.context().clearCookies();
  await page.goto("/masuk");
  await fillSignIn(page, person.username, next);
  await expect(page).toHaveURL(/\/ringkasan$/);
});

test("a person without a campaign is told what comes next", async ({ page, newPerson, signIn }) => {
  // The last kabupaten of the list: no story makes a campaign there.
  await signIn(await newPerson("regentOffice", "96.71"));
  for (const address of ["/ringkasan", "/cakupan"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Belum ada kampanye");
    await expect(seen(page, "Minta Dinas Kesehatan membuat kampanye.")).toBeVisible();
  }
});
