import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

import { chromium } from "@playwright/test";

import { CommandError } from "./command-error";

/** The headless shell first: with no window to draw, a story takes about half of the processor. */
const commands = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

/** Older releases of Debian have no shell of its own. */
const packages = ["chromium-headless-shell", "chromium"];

/**
 * A Chromium for the browser tests: CHROMIUM_PATH, one that is installed, or one that is fetched,
 * from Debian as root and from Playwright otherwise. Rejects when there is no way to one.
 */
export function findChromium(): string {
  const given = process.env["CHROMIUM_PATH"];
  if (given !== undefined && existsSync(given)) return given;

  const installed = findInstalled();
  if (installed !== undefined) return installed;
  installFromDebian();
  const fromDebian = findInstalled();
  if (fromDebian !== undefined) return fromDebian;
  installFromPlaywright();
  const fromPlaywright = findInstalled();
  if (fromPlaywright !== undefined) return fromPlaywright;

  throw new CommandError(
    "Chromium tidak ditemukan dan tidak dapat dipasang. Pasang Chromium atau Google Chrome, " +
      "lalu isi CHROMIUM_PATH dengan letaknya.",
  );
}

function findInstalled(): string | undefined {
  for (const command of commands) {
    try {
      const found = execFileSync("which", [command], { encoding: "utf8", stdio: "pipe" }).trim();
      if (found !== "") return found;
    } catch {
      continue;
    }
  }
  const own = chromium.executablePath();
  return existsSync(own) ? own : undefined;
}

function installFromDebian(): void {
  if (process.getuid?.() !== 0 || !existsSync("/etc/os-release")) return;
  if (!/^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"))) return;

  console.log("Memasang Chromium dari Debian.");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update"], { env, stdio: "ignore" });
  for (const name of packages) {
    const { status } = spawnSync("apt-get", ["install", "--yes", "--no-install-recommends", name], {
      env,
      stdio: ["ignore", "ignore", "inherit"],
    });
    if (status === 0) return;
  }
}

function installFromPlaywright(): void {
  console.log("Memasang Chromium dari Playwright.");
  const withSystem = process.getuid?.() === 0 ? ["--with-deps"] : [];
  spawnSync("npx", ["playwright", "install", ...withSystem, "chromium"], { stdio: "inherit" });
}
