import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { chromium, type BrowserContext, type Page, type TestInfo } from "@playwright/test";

import { expect, test as base } from "../fixtures";
import { openLink, type Link } from "./link";
import { fillSignIn } from "./sign-in";

/** A phone or PC whose browser can be closed and opened again: what it keeps stays. */
type Device = {
  readonly link: Link;
  /** Opens the browser, at first for this device; one page. */
  readonly open: () => Promise<Page>;
  readonly close: () => Promise<void>;
  /** Takes the signal away or gives it back, now and when the browser is opened again. */
  readonly setOffline: (isOffline: boolean) => Promise<void>;
};

async function makeDevice(info: TestInfo, product: string) {
  const folder = await mkdtemp(path.join(tmpdir(), "cakupan-device-"));
  const link = await openLink(product);
  const { viewport, userAgent, hasTouch, isMobile, deviceScaleFactor, launchOptions } =
    info.project.use;
  let context: BrowserContext | null = null;
  let offline = false;

  const device: Device = {
    link,
    async open() {
      context = await chromium.launchPersistentContext(folder, {
        ...launchOptions,
        ...(viewport === undefined ? {} : { viewport }),
        ...(userAgent === undefined ? {} : { userAgent }),
        ...(hasTouch === undefined ? {} : { hasTouch }),
        ...(isMobile === undefined ? {} : { isMobile }),
        ...(deviceScaleFactor === undefined ? {} : { deviceScaleFactor }),
        baseURL: link.url,
        locale: "id-ID",
        timezoneId: "Asia/Jakarta",
        serviceWorkers: "allow",
        offline,
      });
      return context.pages()[0] ?? (await context.newPage());
    },
    async close() {
      await context?.close();
      context = null;
    },
    async setOffline(isOffline) {
      offline = isOffline;
      link.set(isOffline ? "down" : "up");
      await context?.setOffline(isOffline);
    },
  };
  return {
    device,
    remove: async () => {
      await device.close();
      await link.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const test = base.extend<{ readonly device: Device }>({
  device: async ({ baseURL }, provide, info) => {
    const { device, remove } = await makeDevice(info, String(baseURL));
    await provide(device);
    await remove();
  },
});

export { expect };

/** Signs in on the device's own sign-in page. */
export async function signInOn(page: Page, username: string, password?: string): Promise<void> {
  await page.goto("/masuk");
  await fillSignIn(page, username, password);
  await page.waitForURL((url) => url.pathname !== "/masuk");
}

/** Opens the entry screen of the demo campaign, and waits until the device has all it needs. */
export async function keepEntry(page: Page, address = "/input?kampanye=bian-kapuas") {
  await page.goto(address);
  await expect.poll(() => page.evaluate(keptKinds), { timeout: 20_000 }).toEqual(["kit", "pages"]);
}

/** What of the person of this page is on the device. */
async function keptKinds(): Promise<string[]> {
  const caches_ = await caches.keys();
  const kept = await Promise.all(
    caches_
      .filter((name) => name.endsWith("-pages"))
      .map(async (name) => (await (await caches.open(name)).keys()).length),
  );
  const databases = await indexedDB.databases();
  return [
    ...(databases.some(({ name }) => name?.endsWith("-kit")) ? ["kit"] : []),
    ...(kept.some((count) => count > 0) ? ["pages"] : []),
  ];
}

/** How many pages are kept on the device, of everybody. */
export function keptPages(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.endsWith("-pages"));
    const kept = names.map(async (name) => (await (await caches.open(name)).keys()).length);
    return (await Promise.all(kept)).reduce((sum, count) => sum + count, 0);
  });
}

/** Names of everything on the device that belongs to some person. */
export function personalStores(page: Page): Promise<string[]> {
  return page.evaluate(async () =>
    [
      ...(await caches.keys()),
      ...(await indexedDB.databases()).map(({ name }) => name ?? ""),
      ...Object.keys(localStorage),
    ].filter((name) => /[0-9a-f]{8}-[0-9a-f]{4}-/.test(name)),
  );
}

/** The person whom this device takes for the one in front of it when no server is there to say. */
export function personOnDevice(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open("cakupan-device", 1);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(new Error("no device store"));
    });
    const person = await new Promise<unknown>((resolve, reject) => {
      const reading = database.transaction("device").objectStore("device").get("person");
      reading.onsuccess = () => resolve(reading.result);
      reading.onerror = () => reject(new Error("no person"));
    });
    database.close();
    return typeof person === "object" && person !== null && "name" in person
      ? String(person.name)
      : "";
  });
}
