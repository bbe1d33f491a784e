import { spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { type BrowserContext, chromium, type Page } from "@playwright/test";

import { pagesCache } from "@/lib/device/offline/kept-page";

import { type Lifetime } from "../../../scripts/lifetime";
import { slug } from "./scene";

/** A real Chromium with a profile on the disk, that can be killed and begun again. */
export type PageBrowser = {
  /** The entry grid of the day; opens it where it is not open. */
  readonly page: (options?: { readonly within: number }) => Promise<Page>;
  readonly closePage: () => Promise<void>;
  /** Until the visit was long enough: the device has what it needs without a network. */
  readonly settle: () => Promise<void>;
  /** SIGKILL to the browser and all its processes. The next page begins it again. */
  readonly kill: () => Promise<void>;
  readonly setOffline: (isOffline: boolean) => Promise<void>;
};

type Running = { readonly context: BrowserContext; readonly end: () => Promise<void> };

/**
 * Begins nothing yet, and what begins ends with the lifetime. The page is the product's own, over
 * the road at this port.
 */
export function openBrowser({
  actorId,
  executable,
  profile,
  port,
  token,
  lifetime,
}: {
  readonly actorId: string;
  readonly executable: string;
  /** A folder of this browser's own. */
  readonly profile: string;
  readonly port: number;
  /** Content of the session's cookie. */
  readonly token: string;
  readonly lifetime: Lifetime;
}): PageBrowser {
  const address = `http://localhost:${String(port)}/input?kampanye=${slug}`;
  const state = { running: null as Running | null, page: null as Page | null, isOffline: false };

  async function begin(): Promise<Running> {
    const running = await launch(executable, profile, lifetime);
    await running.context.addCookies([
      {
        name: "next-auth.session-token",
        value: token,
        url: address,
        expires: Math.floor(Date.now() / 1000) + 12 * 3600,
      },
    ]);
    return running;
  }

  return {
    async page({ within } = { within: longestOutage }) {
      state.running ??= await begin();
      if (state.page && !state.page.isClosed()) return state.page;
      const page = await state.running.context.newPage();
      await page.setViewportSize({ width: 1440, height: 900 });
      await openGrid(page, address, within);
      state.page = page;
      return page;
    },
    async settle() {
      const page = await this.page();
      await page.waitForFunction(
        async (name) => {
          const { active } = (await navigator.serviceWorker.getRegistration()) ?? {};
          return active?.state === "activated" && (await caches.has(name));
        },
        pagesCache(actorId),
        { timeout: 60_000, polling: 200 },
      );
    },
    async closePage() {
      await state.page?.close().catch(() => undefined);
      state.page = null;
    },
    async kill() {
      const { running } = state;
      state.running = null;
      state.page = null;
      await running?.end();
    },
    async setOffline(isOffline) {
      await state.running?.context.setOffline(isOffline);
    },
  };
}

const longestOutage = 180_000;

/** As a person does: who meets a server that was just killed tries again. */
async function openGrid(page: Page, address: string, within: number): Promise<void> {
  const until = performance.now() + within;
  for (;;) {
    try {
      await page.goto(address, { timeout: 20_000 });
      await page.locator("input[data-row]").first().waitFor({ timeout: 5_000 });
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
      await pause(500);
    }
  }
}

/** Chromium in a process group of its own, so that all of it can be killed at once. */
async function launch(executable: string, profile: string, lifetime: Lifetime): Promise<Running> {
  const portFile = path.join(profile, "DevToolsActivePort");
  await rm(portFile, { force: true });
  const child = spawn(
    executable,
    [
      "--headless=new",
      "--no-sandbox",
      "--no-first-run",
      "--disable-gpu",
      "--remote-debugging-port=0",
      `--user-data-dir=${profile}`,
      "about:blank",
    ],
    { detached: true, stdio: "ignore" },
  );
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const kill = async () => {
    const isAlive = child.exitCode === null && child.signalCode === null;
    if (isAlive && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    await ended;
  };
  lifetime.onEnd(kill);
  const port = await readPort(portFile);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 60_000 });
  const [context] = browser.contexts();
  if (!context) throw new Error("Chromium has no context");

  return {
    context,
    end: async () => {
      await kill();
      await browser.close().catch(() => undefined);
    },
  };
}

async function readPort(file: string): Promise<string> {
  for (let tries = 0; tries < 600; tries += 1) {
    const [port] = (await readFile(file, "utf8").catch(() => "")).split("\n");
    if (port) return port;
    await pause(50);
  }
  throw new Error("Chromium does not begin");
}
