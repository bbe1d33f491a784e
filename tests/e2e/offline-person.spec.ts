import {
  expect,
  keepEntry,
  keptPages,
  personalStores,
  personOnDevice,
  signInOn,
  test,
} from "./support/device";
import { fillSignIn } from "./support/sign-in";

test("another person on the device sees nothing of the former's @desktop", async ({ device }) => {
  const page = await device.open();
  await signInOn(page, "camat.selat");
  await keepEntry(page);
  // The former's session ends by itself; nobody signed out.
  await page.context().clearCookies();
  await signInOn(page, "camat.mantangai");
  await page.goto("/input?kampanye=bian-kapuas");
  await expect
    .poll(async () => (await personalStores(page)).filter((name) => name.endsWith("-kit")).length, {
      timeout: 20_000,
    })
    .toBe(2);
  await expect.poll(() => keptPages(page), { timeout: 20_000 }).toBe(2);

  await device.setOffline(true);
  await page.goto("/input");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Mantangai");
  await expect(page.getByText("Camat Selat")).toHaveCount(0);
  await expect(page.getByText("Panamas")).toHaveCount(0);
});

test("someone without entry is shown no one else's entry without a signal @desktop", async ({
  device,
}) => {
  const page = await device.open();
  await signInOn(page, "camat.selat");
  await keepEntry(page);
  await page.context().clearCookies();
  await signInOn(page, "bupati.kapuas");
  await expect.poll(() => personOnDevice(page)).toBe("Kantor Bupati");

  await device.setOffline(true);
  await page.goto("/input");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Halaman ini perlu sinyal");
  await expect(page.getByRole("link", { name: "Buka Input" })).toHaveCount(0);
});

test("an ended session still opens Input without a signal @desktop", async ({ device }) => {
  const page = await device.open();
  await signInOn(page, "camat.selat");
  await keepEntry(page);
  await page.context().clearCookies();

  await device.setOffline(true);
  await page.goto("/input");
  await expect(page.getByRole("row", { name: /^Panamas/ })).toBeVisible();
});

test("signing out takes everything of the person off the device @desktop", async ({ device }) => {
  const page = await device.open();
  await signInOn(page, "camat.selat");
  await keepEntry(page);
  expect(await personalStores(page)).not.toEqual([]);

  await page.getByRole("button", { name: "Keluar" }).click();
  await page.waitForURL("**/masuk");
  await expect.poll(() => personalStores(page)).toEqual([]);

  await device.setOffline(true);
  await page.goto("/input");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Halaman ini perlu sinyal");
  await expect(page.getByText("Panamas")).toHaveCount(0);
});

test("signing out asks first when something is not sent @desktop", async ({ device }) => {
  const page = await device.open();
  await signInOn(page, "camat.selat");
  await keepEntry(page);
  await device.setOffline(true);
  await page.goto("/input?kampanye=bian-kapuas");
  const row = page.getByRole("row", { name: /^Selat Utara/ });
  await row.getByRole("textbox").first().fill("3");
  // It is to be sent, and that cannot be done now.
  await row.getByRole("textbox").first().press("Control+Enter");

  await page.getByRole("button", { name: "Keluar" }).click();
  const question = page.getByRole("dialog");
  await expect(question).toContainText("1 laporan");
  await question.getByRole("button", { name: "Batal" }).first().click();
  await expect(row.getByRole("textbox").first()).toHaveValue("3");

  await page.getByRole("button", { name: "Keluar" }).click();
  await question.getByRole("button", { name: "Keluar dan hapus" }).click();
  // Only the server ends a session: without it nothing is taken away.
  await expect(question).toContainText("Keluar perlu sinyal");
  await question.getByRole("button", { name: "Batal" }).first().click();
  await expect(row.getByRole("textbox").first()).toHaveValue("3");
});

test("signing out finds what was only typed, and the outbox leads back to it @desktop", async ({
  device,
}) => {
  const page = await device.open();
  await signInOn(page, "camat.selat");
  await keepEntry(page);
  await page.goto("/input/62.03.01.1009?kampanye=bian-kapuas");
  const field = page.getByRole("textbox", { name: /9–59 bulan/ }).first();
  await field.fill("77");

  await page.getByRole("button", { name: "Keluar" }).click();
  const question = page.getByRole("dialog");
  await expect(question).toContainText("1 isian sudah diketik tetapi belum dikirim.");
  // A question is no wider than its sentences are easily read.
  expect((await question.boundingBox())?.width).toBeLessThan(640);
  // Nothing waits in the outbox, so there is no copy of it to be had.
  await expect(question.getByRole("button", { name: "Unduh salinan" })).toHaveCount(0);
  await question.getByRole("link", { name: "Lihat dulu" }).click();

  const draft = page
    .getByRole("region", { name: "Belum dikirim dari layar isian" })
    .getByRole("link");
  await expect(draft).toHaveCount(1);
  await expect(draft).not.toContainText("62.03");
  await draft.click();
  await expect(field).toHaveValue("77");
});

test("numbers typed without a signal outlive the session, and go once the person signs in again @phone", async ({
  device,
  newCampaign,
  camatOf,
}) => {
  test.slow();
  const campaign = await newCampaign();
  const [sent, typed] = campaign.villages;
  const page = await device.open();
  const camat = await camatOf(campaign);
  await signInOn(page, camat.username, camat.password);
  await keepEntry(page, campaign.at("/input"));
  const field = page.getByRole("textbox", { name: /^MR · / });

  await device.setOffline(true);
  await page.goto(campaign.at(`/input/${sent.code}`));
  await field.fill("31");
  await page.getByRole("button", { name: /^Kirim/ }).click();
  await expect(
    page.getByRole("status").filter({ hasText: "Tersimpan di perangkat ini." }),
  ).toBeVisible();
  await page.goto(campaign.at(`/input/${typed.code}`));
  await field.fill("14");
  // The session ends meanwhile.
  await page.context().clearCookies();
  await device.setOffline(false);
  await page.getByRole("button", { name: /^Kirim/ }).click();
  const over = page.getByRole("alert").filter({ hasText: "Sesi Anda sudah berakhir." });
  await expect(over).toContainText("Masuk lagi, lalu terkirim otomatis.");
  await expect(field).toHaveValue("14");

  await over.getByRole("link", { name: "Masuk" }).click();
  await fillSignIn(page, camat.username, camat.password);
  await page.waitForURL((url) => url.pathname !== "/masuk");
  await page.goto(campaign.at("/input"));
  await expect(page.getByText("2 dari 4 desa terkirim")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("link", { name: new RegExp(`^${sent.name}`) })).toContainText(
    "MR 31",
  );
  await expect(page.getByRole("link", { name: new RegExp(`^${typed.name}`) })).toContainText(
    "MR 14",
  );
});
