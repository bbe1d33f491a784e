import { expect, keepEntry, signInOn, test } from "./support/device";

test("the application can be installed, under its name and with its icons @phone", async ({
  device,
}) => {
  const page = await device.open();
  await signInOn(page, "camat.selat");
  await keepEntry(page);

  const devtools = await page.context().newCDPSession(page);
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  expect(installabilityErrors).toEqual([]);
  const { data, errors } = await devtools.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const manifest = JSON.parse(String(data)) as {
    icons: { src: string; sizes: string; purpose: string }[];
  };
  expect(manifest).toMatchObject({
    name: "Cakupan",
    lang: "id",
    start_url: "/",
    display: "standalone",
  });
  expect(manifest.icons.map(({ purpose }) => purpose)).toContain("maskable");
  for (const { src, sizes } of manifest.icons) {
    const drawn = await page.evaluate(async (address) => {
      const picture = await createImageBitmap(await (await fetch(address)).blob());
      return `${String(picture.width)}x${String(picture.height)}`;
    }, src);
    expect(drawn, src).toBe(sizes);
  }
});

test("a new version waits while someone types, and what was typed outlives it @desktop", async ({
  device,
}) => {
  const page = await device.open();
  await signInOn(page, "camat.selat");
  await keepEntry(page);
  await page.goto("/input?kampanye=bian-kapuas");
  const field = page
    .getByRole("row", { name: /^Selat Dalam/ })
    .getByRole("textbox")
    .first();
  await field.fill("4");

  device.link.renewWorker();
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
  await expect
    .poll(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).waiting)))
    .toBe(true);
  await expect(field).toHaveValue("4");
  await expect(field).toBeFocused();

  page.on("dialog", (dialog) => void dialog.accept());
  await page.goto("/lainnya");
  await expect
    .poll(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).waiting)))
    .toBe(false);
  await device.setOffline(true);
  await page.goto("/input?kampanye=bian-kapuas");
  await expect(field).toHaveValue("4");
});
