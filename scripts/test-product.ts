import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { makePassword, recall } from "./data-folder";
import { findRunning } from "./embedded-database";
import { pickLocalPort } from "./free-port";
import { type Lifetime } from "./lifetime";
import { stopOrphan } from "./postmaster";
import { projectFolder } from "./project";
import { CommandError } from "./command-error";

type Product = {
  readonly baseUrl: string;
  /** By the owner's login. */
  readonly databaseUrl: string;
  readonly demoPassword: string;
};

/**
 * The product as a newcomer gets it, by `npm start`'s own script: demo data in a PostgreSQL of its
 * own in a temporary folder, on a free port. Everything of it goes with the lifetime.
 */
export async function startProduct(lifetime: Lifetime): Promise<Product> {
  const home = await mkdtemp(path.join(tmpdir(), "cakupan-browser-"));
  await chmod(home, 0o711);
  const port = await pickLocalPort();
  const demoPassword = makePassword();
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--conditions=react-server", "scripts/start.ts"],
    {
      cwd: projectFolder,
      detached: process.platform !== "win32",
      env: {
        ...process.env,
        DATA_DIR: home,
        PORT: String(port),
        DATABASE_URL: "",
        MIGRATION_DATABASE_URL: "",
        DEMO_PASSWORD: demoPassword,
        NEXTAUTH_SECRET: "",
        NEXTAUTH_URL: "",
      },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const exit = once(child, "exit");
  const settings = () => recall(home);
  lifetime.onEnd(async () => {
    child.kill("SIGTERM");
    await exit;
    const cluster = (await settings())?.clusterFolder;
    if (cluster !== undefined) {
      await stopOrphan(cluster);
      await rm(cluster, { recursive: true, force: true });
    }
    await rm(home, { recursive: true, force: true });
  });

  const ready = new Promise<true>((resolve) => {
    let printed = "";
    child.stdout.on("data", (part: Buffer) => {
      // What comes after is the log, with a line for each rejection that a story brings about.
      if (printed.includes("Tekan Ctrl-C")) return;
      process.stdout.write(part);
      printed += part.toString("utf8");
      if (printed.includes("Tekan Ctrl-C")) resolve(true);
    });
  });
  const outcome = await Promise.race([ready, exit]);
  const databaseUrl = outcome === true ? await findRunning(home) : undefined;
  if (databaseUrl === undefined) {
    throw new CommandError("Produk untuk uji peramban tidak dapat dinyalakan.");
  }
  return { baseUrl: `http://localhost:${String(port)}`, databaseUrl, demoPassword };
}
