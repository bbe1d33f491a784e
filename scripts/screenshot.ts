/**
 * `npm run screenshot`: makes the README's picture, public/screenshot.png, from a running product
 * with its demo data. BASE_URL says where it runs, http://localhost:3000 by default.
 */
import { stat } from "node:fs/promises";
import path from "node:path";

import { chromium, type Browser } from "@playwright/test";

import { findChromium } from "./chromium";
import { openDataFolder, recall } from "./data-folder";
import { projectFolder } from "./project";
import { CommandError, runCommand } from "./command-error";

const file = path.join(projectFolder, "public", "screenshot.png");
const size = { width: 1200, height: 800 };
/** What a README may weigh. */
const maxBytes = 300 * 1024;

await runCommand(async () => {
  const address = process.env["BASE_URL"] ?? "http://localhost:3000";
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    await takePicture(browser, address, await demoPassword());
  } finally {
    await browser.close();
  }
  const { size: bytes } = await stat(file);
  if (bytes > maxBytes) throw new CommandError(`Gambar ${String(bytes)} byte, terlalu besar.`);
  console.log(`public/screenshot.png, ${String(Math.round(bytes / 1024))} KB`);
});

/** DEMO_PASSWORD, or what the data folder of this machine's product keeps. */
async function demoPassword(): Promise<string> {
  const password = process.env["DEMO_PASSWORD"] ?? (await recall(openDataFolder()))?.demoPassword;
  if (password !== undefined) return password;
  throw new CommandError("Isi DEMO_PASSWORD dengan sandi akun contoh yang dicetak npm start.");
}

async function takePicture(browser: Browser, address: string, password: string): Promise<void> {
  const page = await browser.newPage({
    baseURL: address,
    viewport: size,
    locale: "id-ID",
    timezoneId: "Asia/Jakarta",
    colorScheme: "light",
    reducedMotion: "reduce",
  });
  const answer = await page.goto("/masuk").catch(() => null);
  if (!answer?.ok())
    throw new CommandError(`${address} tidak menjawab. Jalankan npm start dahulu.`);

  await page.getByLabel("Nama pengguna").fill("bupati.kapuas");
  await page.getByLabel("Kata sandi", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Masuk", exact: true }).click();
  await page.waitForURL("**/ringkasan");
  await page.goto("/ringkasan?kampanye=bian-kapuas", { waitUntil: "networkidle" });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: file });
}
