import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { pickLocalPort } from "@/scripts/free-port";

import { runStart, untilPrinted } from "../../integration/scripts/start-process";

const root = new URL("../../..", import.meta.url).pathname;

/** A product of its own, as it is after its first start: areas, one administrator, and nothing else. */
export type EmptyProduct = {
  readonly baseURL: string;
  readonly username: string;
  readonly password: string;
  readonly end: () => Promise<void>;
};

/** Runs `npm run admin` and `npm start` on an empty folder, as whoever installs it does. */
export async function startEmptyProduct(): Promise<EmptyProduct> {
  const home = await mkdtemp(path.join(tmpdir(), "cakupan-empty-"));
  await chmod(home, 0o711);
  const [username, password] = ["admin", `kelapa-${randomBytes(8).toString("hex")}`];
  await makeAdministrator(home, username, password);
  const port = await pickLocalPort();
  const started = runStart({ DATA_DIR: home, PORT: String(port) });
  const end = async () => {
    process.kill(started.pid, "SIGTERM");
    await started.exit;
    await rm(home, { recursive: true, force: true });
  };
  try {
    await untilPrinted(started, "Tekan Ctrl-C");
  } catch (error) {
    await end();
    throw error;
  }
  return { baseURL: `http://localhost:${String(port)}`, username, password, end };
}

async function makeAdministrator(home: string, username: string, password: string) {
  const words = ["--import", "tsx", "--conditions=react-server", "scripts/admin.ts"];
  const options = ["--username", username, "--name", "Administrator", "--password-stdin"];
  const child = spawn(process.execPath, [...words, ...options], {
    cwd: root,
    env: {
      PATH: process.env["PATH"],
      HOME: process.env["HOME"],
      NODE_ENV: "test",
      DATABASE_URL: "",
      MIGRATION_DATABASE_URL: "",
      DATA_DIR: home,
    },
    stdio: ["pipe", "ignore", "pipe"],
  });
  let printed = "";
  child.stderr.on("data", (part: Buffer) => {
    printed += part.toString("utf8");
  });
  child.stdin.end(`${password}\n`);
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`npm run admin: ${String(code)} ${printed}`);
}
