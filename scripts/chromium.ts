import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

import { chromium } from "@playwright/test";

import { CommandError } from "./command-error";

const commands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

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
  spawnSync("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

function installFromPlaywright(): void {
  console.log("Memasang Chromium dari Playwright.");
  const withSystem = process.getuid?.() === 0 ? ["--with-deps"] : [];
  spawnSync("npx", ["playwright", "install", ...withSystem, "chromium"], { stdio: "inherit" });
}
