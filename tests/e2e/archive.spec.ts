import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessible";
import { seen } from "./support/seen";

test("a campaign in the archive is read, takes no report, and takes them again once it is put back", async ({
  page,
  newCampaign,
  camatOf,
  signIn,
  admin,
}) => {
  const campaign = await newCampaign();
  const [reported, open] = campaign.villages;
  await campaign.report(reported, campaign.today, [20, 5]);
  const archive = (method: "PUT" | "DELETE") =>
    admin.fetch(`/api/v1/campaigns/${campaign.slug}/archive`, { method });
  await signIn(await camatOf(campaign));

  await test.step("what was typed before meets the archive, and stays on the device", async () => {
    await page.goto(campaign.at(`/input/${open.code}`));
    await page.getByRole("textbox", { name: /^MR · / }).fill("7");
    await page.getByRole("textbox", { name: /^OPV · / }).fill("8");
    expect((await archive("PUT")).status()).toBe(200);
    await page.getByRole("button", { name: `Kirim ${open.name}` }).click();
    await expect(
      seen(page, /Kampanye ini di arsip dan tidak menerima laporan\./).first(),
    ).toBeVisible();
    await expect(page.getByRole("textbox", { name: /^MR · / })).toHaveValue("7");
  });

  await test.step("the screens of entry say so, and lead to what is read", async () => {
    for (const path of ["/input", `/input/${open.code}`, "/input/muat"]) {
      await page.goto(campaign.at(path));
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${campaign.name} di arsip`);
      await expect(page.getByRole("textbox")).toHaveCount(0);
    }
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole("link", { name: "Lihat cakupan" }).click();
    await expect(page).toHaveURL(/\/cakupan\?/);
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(/di arsip/);
  });

  await test.step("what waits on the device is found, and goes once the campaign is put back", async () => {
    await page.goto(campaign.at("/input"));
    await page
      .getByRole("link", { name: "Yang sudah diketik di perangkat ini tidak hilang." })
      .click();
    await expect(seen(page, open.name).first()).toBeVisible();
    expect((await archive("DELETE")).status()).toBe(200);
    await page
      .getByRole("button", { name: /^Coba lagi|^Kirim/ })
      .first()
      .click();
    await expect
      .poll(async () => {
        const answer = await admin.fetch(
          `/api/v1/campaigns/${campaign.slug}/history?unit=${open.code}&day=${campaign.today}&intervention=mr&targetGroup=9-59-bulan`,
        );
        return answer.text();
      })
      .toContain('"residents":7');
  });
});

test("screens of a campaign in the archive say so and offer no change but to put it back @desktop", async ({
  page,
  newCampaign,
  officeOf,
  signIn,
  admin,
}) => {
  const campaign = await newCampaign();
  await campaign.report(campaign.villages[0], campaign.today, [20, 5]);
  await signIn(await officeOf(campaign));
  const offers = [
    { path: "/sasaran", offered: page.getByRole("link", { name: "Muat sasaran" }) },
    {
      path: "/verifikasi",
      offered: page.getByRole("checkbox", { name: "Pilih semua di halaman ini" }),
    },
    { path: "/verifikasi", offered: page.getByText("Buka hari lain") },
    { path: "/kelengkapan", offered: page.getByText("Tambah catatan") },
    { path: "/mutu", offered: page.getByText("Catat total") },
    {
      path: `/kampanye/${campaign.slug}`,
      offered: page.getByRole("button", { name: "Simpan perubahan" }),
    },
  ];
  for (const { path, offered } of offers) {
    await page.goto(campaign.at(path));
    await expect(offered.first()).toBeVisible();
  }
  const put = await admin.fetch(`/api/v1/campaigns/${campaign.slug}/archive`, { method: "PUT" });
  expect(put.status()).toBe(200);
  for (const { path, offered } of offers) {
    await page.goto(campaign.at(path));
    await expect(
      page.getByText("Kampanye ini di arsip: hanya dapat dibaca", { exact: false }),
    ).toBeVisible();
    await expect(offered).toHaveCount(0);
    await expectAccessible(page);
  }
  await expect(page.getByRole("textbox", { name: "Nama kampanye" })).toBeDisabled();
  await expect(page.getByRole("button", { name: "Kembalikan dari arsip" })).toBeEnabled();
  await page.goto(campaign.at("/sasaran/muat"));
  await expect(page).toHaveURL(/\/sasaran\?/);
});
