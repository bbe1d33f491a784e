import { expectNoSidewaysScroll } from "./support/accessible";
import { expect, keepEntry, personalStores, signInOn, test } from "./support/device";

const entry = "/input?kampanye=bian-kapuas";
const noSignal = "Tetap isi seperti biasa.";

test("the camat opens Input without a signal in a browser that was closed", async ({ device }) => {
  const page = await device.open();
  await signInOn(page, "camat.selat");
  await keepEntry(page);
  await device.close();

  await device.setOffline(true);
  const later = await device.open();
  const failures: string[] = [];
  later.on("pageerror", (error) => failures.push(String(error)));
  await later.goto("/input");

  await expect(later.getByText(noSignal)).toBeVisible();
  await expect(later.getByRole("heading", { level: 1 })).toContainText("Kecamatan Selat");
  await expect(later.getByText("Selat Hilir").locator("visible=true").first()).toBeVisible();
  // The letters too are on the device.
  expect(
    await later.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].filter(({ status }) => status === "loaded").length;
    }),
  ).toBeGreaterThan(0);
  await expectNoSidewaysScroll(later);
  expect(failures).toEqual([]);
});

test("a village is opened from the list and filled in without a signal @phone", async ({
  device,
}) => {
  const page = await device.open();
  await signInOn(page, "camat.selat");
  await keepEntry(page);
  await device.close();

  await device.setOffline(true);
  const later = await device.open();
  await later.goto(entry);
  await later.getByRole("link", { name: /Selat Hulu/ }).click();

  await expect(later.getByRole("heading", { level: 1, name: "Selat Hulu" })).toBeVisible();
  const field = later.getByRole("textbox", { name: /9–59 bulan/ }).first();
  await field.fill("7");
  await expect(field).toHaveValue("7");
  await later.reload();
  await expect(later.getByRole("textbox", { name: /9–59 bulan/ }).first()).toHaveValue("7");
});

test("the next morning without a signal is the next day, with yesterday beside it @desktop", async ({
  device,
}) => {
  const page = await device.open();
  await signInOn(page, "camat.selat");
  await keepEntry(page);
  const reported = page.getByRole("row", { name: /^Panamas/ });
  const today = await reported.getByRole("textbox").first().inputValue();
  await device.close();

  await device.setOffline(true);
  const later = await device.open();
  await later.clock.install({ time: Date.now() + 24 * 3_600_000 });
  await later.goto(entry);

  await expect(later.getByText("(hari ke-19)")).toBeVisible();
  const row = later.getByRole("row", { name: /^Panamas/ });
  await expect(row.getByRole("textbox").first()).toHaveValue("");
  await expect(row.getByRole("cell").nth(1)).toContainText(`kemarin ${today}`);
});

test("a server that takes the call and does not answer does not keep the camat waiting @desktop", async ({
  device,
}) => {
  const page = await device.open();
  await signInOn(page, "camat.selat");
  await keepEntry(page);

  device.link.set("stuck");
  await page.goto(entry);
  await expect(page.getByText("Sinyal lambat atau terputus")).toBeVisible();
  await expect(page.getByRole("row", { name: /^Panamas/ })).toBeVisible();

  device.link.set("up");
  await page.getByRole("link", { name: "Muat ulang" }).click();
  await expect(page.getByText("Sinyal lambat atau terputus")).toBeHidden();
  await expect(page.getByRole("row", { name: /^Panamas/ })).toBeVisible();
});

test("another page says that it needs a signal, and leads to Input", async ({ device }) => {
  const page = await device.open();
  await signInOn(page, "camat.selat");
  await keepEntry(page);

  await device.setOffline(true);
  await page.goto("/ringkasan");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Halaman ini perlu sinyal");
  await expectNoSidewaysScroll(page);
  await page.getByRole("link", { name: "Buka Input" }).click();
  await expect(page.getByText(noSignal)).toBeVisible();
});

test("nothing of what programs are answered is kept @desktop", async ({ device }) => {
  const page = await device.open();
  await signInOn(page, "camat.selat");
  await keepEntry(page);
  await page.goto("/cakupan?kampanye=bian-kapuas");

  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return keys.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept.filter((path) => !path.startsWith("/_next/static/"))).toEqual(["/input/luring"]);
  await device.setOffline(true);
  const answer = await page.evaluate(() =>
    fetch("/api/v1/campaigns").then(
      () => "answered",
      () => "nothing",
    ),
  );
  expect(answer).toBe("nothing");
  expect((await personalStores(page)).length).toBeGreaterThan(0);
});
