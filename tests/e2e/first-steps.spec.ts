import { randomBytes } from "node:crypto";

import type { Browser, Page } from "@playwright/test";

import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import { makeCampaign } from "./support/campaign";
import { findKabupaten } from "./support/country";
import { startEmptyProduct, type EmptyProduct } from "./support/empty-product";
import { printed } from "./support/pdf";
import { makeOwnPassword } from "./support/person";
import { fillSignIn } from "./support/sign-in";

const ownPassword = () => `payung-${randomBytes(6).toString("hex")}-kelapa`;
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const step = (page: Page, name: string) =>
  page.getByRole("main").getByRole("listitem").filter({ hasText: name });

async function openAs(
  browser: Browser,
  product: EmptyProduct,
  who: { readonly username: string; readonly password: string },
): Promise<Page> {
  const { baseURL } = product;
  const page = await (await browser.newContext({ baseURL, locale: "id-ID" })).newPage();
  await page.goto("/masuk");
  await fillSignIn(page, who.username, who.password);
  return page;
}

/** Signs in with a password of a slip, and makes an own one as it asks for. */
async function openNew(
  browser: Browser,
  product: EmptyProduct,
  who: { readonly username: string; readonly password: string },
): Promise<Page> {
  const page = await openAs(browser, product, who);
  await expect(heading(page)).toHaveText("Buat kata sandi Anda sendiri");
  await makeOwnPassword(page, who.password, ownPassword());
  await expect(heading(page)).not.toHaveText("Buat kata sandi Anda sendiri");
  return page;
}

test("an empty installation is led to its first report in five steps @desktop", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const product = await startEmptyProduct();
  try {
    const kabupaten = await findKabupaten("11.72");
    const admin = await openAs(browser, product, product);
    await expect(admin).toHaveURL(/\/langkah-awal$/);
    await expect(heading(admin)).toHaveText("Lima langkah lagi, lalu desa dapat melapor");
    await expectAccessible(admin);

    // 1. Whose it is.
    await admin.getByRole("searchbox", { name: "Kabupaten atau kota" }).fill("sabang");
    await admin.getByRole("button", { name: "Cari" }).click();
    await admin.getByRole("link", { name: new RegExp(kabupaten.name) }).click();
    await expect(step(admin, "Kabupaten").first()).toContainText(/Sabang: \d+ kecamatan, \d+ desa/);
    await admin.getByRole("link", { name: "Tambah petugas dinkes" }).click();
    await expect(admin.getByLabel("Peran")).toHaveValue("healthOffice");
    await expect(admin.getByRole("combobox", { name: "Wilayah" })).toHaveValue(/Sabang/);
    await admin.getByLabel("Nama pengguna").fill("dinkes.sabang");
    await admin.getByLabel("Nama yang ditampilkan").fill("Dinas Kesehatan Sabang");
    await admin.getByRole("button", { name: "Buat akun" }).click();
    const told = admin.getByRole("status").filter({ hasText: "Kata sandi sementara" });
    const password = (await told.getByText(/^[a-z]{4}(-[a-z]{4}){3}-\d\d$/).textContent()) ?? "";

    // 2. Who fills in: an account for each camat, as slips.
    await admin.goto("/langkah-awal");
    await expect(heading(admin)).toHaveText("Empat langkah lagi, lalu desa dapat melapor");
    await expect(step(admin, "Orang yang mengisi")).toContainText(/\d camat belum punya akun/);
    await admin
      .getByText(/^Untuk siapa: \d tempat/)
      .first()
      .click();
    await expect(admin.getByText(/: camat\.\w+$/).first()).toBeVisible();
    await admin.getByRole("button", { name: /^Buat \d akun camat$/ }).click();
    const made = admin.getByRole("region", { name: "Akun semua camat" }).getByRole("table");
    const row = made.getByRole("row").filter({ hasText: kabupaten.kecamatan.name });
    await expect(row.getByRole("cell")).toHaveCount(2);
    const [username = "", camatPassword = ""] = await row.getByRole("cell").allTextContents();
    await expect(heading(admin)).toHaveText("Tiga langkah lagi, lalu desa dapat melapor");
    await admin.emulateMedia({ media: "print" });
    const slip = admin.getByText(`Camat ${kabupaten.kecamatan.name}`).locator("visible=true");
    await expect(slip.first()).toBeVisible();
    await expect(made).toBeHidden();
    expect(await printed(admin)).toEqual({ pages: 1, width: 595, height: 842 });
    await admin.emulateMedia({ media: "screen" });
    // It is shown once, and a second run doubles nobody.
    await admin.reload();
    await expect(admin.getByText(camatPassword)).toHaveCount(0);
    await expect(admin.getByRole("region", { name: "Akun semua camat" })).toHaveCount(0);

    // 3. and 4. The campaign and its target populations are the health office's.
    const dinkes = await openNew(browser, product, { username: "dinkes.sabang", password });
    await dinkes.goto("/");
    await expect(dinkes).toHaveURL(/\/langkah-awal$/);
    await expect(step(dinkes, "Sasaran")).toContainText("menunggu langkah 3");
    await expect(dinkes.getByRole("link", { name: "Buat kampanye" })).toBeVisible();
    const campaign = await makeCampaign(dinkes.request, kabupaten, { children: null });
    await dinkes.reload();
    await expect(heading(dinkes)).toHaveText("Dua langkah lagi, lalu desa dapat melapor");
    await expect(step(dinkes, "Sasaran")).toContainText("5 unit belum tercakup sasaran");
    for (const code of ["mr", "opv"]) {
      const rows = campaign.units.map((unit) => ({
        unit: unit.code,
        intervention: code,
        targetGroup: "9-59-bulan",
        people: 100,
      }));
      const answer = await dinkes.request.put(
        `/api/v1/campaigns/${campaign.slug}/target-populations`,
        { data: { source: "local", asOf: campaign.today, rows } },
      );
      expect(answer.ok(), await answer.text()).toBe(true);
    }
    await dinkes.reload();
    await expect(heading(dinkes)).toHaveText("Satu langkah lagi, lalu desa dapat melapor");
    await dinkes.setViewportSize({ width: 360, height: 740 });
    await expectNoSidewaysScroll(dinkes);
    await dinkes.setViewportSize({ width: 1440, height: 900 });

    // 5. The camat of a slip sends the first report.
    const camat = await openNew(browser, product, { username, password: camatPassword });
    const [village] = campaign.villages;
    await camat.goto(campaign.at(`/input/${village.code}`));
    await camat.getByRole("textbox", { name: /^MR · / }).fill("7");
    await camat.getByRole("button", { name: /^Kirim/ }).click();
    await expect
      .poll(async () => {
        await dinkes.goto("/langkah-awal");
        return heading(dinkes).textContent();
      })
      .toBe("Semua langkah selesai.");
    const navigation = dinkes.getByRole("navigation", { name: "Halaman", exact: true });
    // From the first report on it is one line.
    await expect(navigation.getByRole("link", { name: "Kampanye" })).toBeHidden();
    await navigation.getByText("Siapkan").click();
    await expect(navigation.getByRole("link", { name: "Kampanye" })).toBeVisible();
    await expect(navigation.getByRole("link", { name: "Langkah awal" })).toHaveCount(0);
  } finally {
    await product.end();
  }
});

test("a pasted list is shown before it makes accounts, and what cannot be read is told", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
}) => {
  // With a campaign the kabupaten is nobody else's, also in a later run on the same database.
  const { kabupaten } = await newCampaign();
  await signIn(await officeOf({ kabupaten }));
  await page.goto("/langkah-awal");
  const panel = page.getByRole("region", { name: "Akun semua camat" });
  await panel.getByText("Pakai daftar nama, tempel atau dari berkas").click();
  await panel
    .getByLabel("Daftar, satu orang tiap baris")
    .fill(`${kabupaten.kecamatan.name}; Siti Rahma; 0812-3456-7890\nBukan Kecamatan; Budi`);
  await panel.getByRole("button", { name: "Periksa daftar" }).click();

  await expect(panel.getByRole("status").filter({ hasText: "1 akun baru" })).toContainText(
    "1 baris tidak terbaca",
  );
  await expect(panel.getByText("Baris 2, “Bukan Kecamatan; Budi”:")).toContainText(
    "tidak ada di kabupaten",
  );
  await expect(panel.getByRole("row").filter({ hasText: "Siti Rahma" })).toContainText(
    /camat\.\w+/,
  );
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await panel.getByRole("button", { name: "Buat 1 akun dari daftar" }).click();
  await expect(panel.getByRole("status").filter({ hasText: "1 akun dibuat" })).toBeVisible();
  await expect(panel.getByRole("table").getByRole("row")).toHaveCount(2);
  await expectNoSidewaysScroll(page);

  // The same list again finds them, and doubles nobody.
  await page.goto("/pengguna");
  await expect(page.getByText(`Siti Rahma, Camat ${kabupaten.kecamatan.name}`)).toBeVisible();
  const again = page.getByRole("region", { name: "Akun semua camat" });
  await again.getByText("Pakai daftar nama, tempel atau dari berkas").click();
  await again
    .getByLabel("Daftar, satu orang tiap baris")
    .fill(`${kabupaten.kecamatan.code}; Siti Rahma`);
  await again.getByRole("button", { name: "Periksa daftar" }).click();
  await expect(again.getByRole("status").filter({ hasText: "0 akun baru" })).toContainText(
    "1 sudah punya akun",
  );
});
