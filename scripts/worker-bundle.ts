import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

import { build, type Plugin } from "esbuild";
import { z } from "zod";

import type { WorkerBuild } from "@/lib/device/offline/worker/build";

import { projectFolder } from "./project";
import { CommandError } from "./command-error";

/** The pages that the worker answers with; what they load, the worker keeps. */
const keptPages = ["input/luring", "hari-ini/luring"];

/** Pages whose form goes through the outbox: what they load beyond that is kept once one of them is. */
const formPages = ["permintaan", "permintaan/[id]", "kipi/baru", "rca/baru", "logistik/catat"];

const buildManifest = z.object({ polyfillFiles: z.array(z.string()) });

const addressOf = (file: string) => `/_next/${file}`;

const fileName = /static\/[\w./~%@()[\]-]+?\.(?:js|css|woff2)(?=["'\\?])/g;

/** zod brings its own sentences in forty languages. None is shown, and they are most of its weight. */
const oneLanguage: Plugin = {
  name: "one-language",
  setup(bundle) {
    bundle.onResolve({ filter: /\/locales\/index\.js$/ }, ({ resolveDir }) => ({
      path: path.resolve(resolveDir, "../locales/en.js"),
    }));
  },
};

/** Bundles the service worker with the list of the files of the entry pages into the build. */
export async function bundleWorker(): Promise<void> {
  const folder = path.resolve(projectFolder, process.env["NEXT_DIST_DIR"] ?? ".next");
  const files = await listFiles(folder, keptPages);
  const known = new Set(files);
  const ofForms = (await listFiles(folder, formPages)).filter((file) => !known.has(file));
  const { polyfillFiles: spare } = buildManifest.parse(
    JSON.parse(await readFile(path.join(folder, "build-manifest.json"), "utf8")),
  );
  const workerBuild: WorkerBuild = {
    id: (await readFile(path.join(folder, "BUILD_ID"), "utf8")).trim(),
    files: files.filter((file) => !spare.includes(file)).map(addressOf),
    ofForms: ofForms.filter((file) => !spare.includes(file)).map(addressOf),
    spare: spare.map(addressOf),
  };
  await build({
    entryPoints: [path.join(projectFolder, "lib/device/offline/worker/worker.ts")],
    outfile: path.join(folder, "cakupan-worker.js"),
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    tsconfig: path.join(projectFolder, "tsconfig.json"),
    define: {
      workerBuild: JSON.stringify(workerBuild),
      "process.env.NODE_ENV": '"production"',
    },
    logLevel: "silent",
    plugins: [oneLanguage],
  });
}

/**
 * The files that the pages load at once, by their manifests, and those that their code loads later:
 * a loader has the names of its chunks in its text.
 */
async function listFiles(folder: string, pages: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>();
  const waiting = (await Promise.all(pages.map((page) => manifestNames(folder, page)))).flat();
  while (waiting.length > 0) {
    const file = waiting.pop();
    if (file === undefined || found.has(file) || !existsSync(path.join(folder, file))) continue;
    found.add(file);
    if (!file.endsWith(".woff2")) waiting.push(...(await namesIn([path.join(folder, file)])));
  }
  if (found.size === 0)
    throw new CommandError("Berkas halaman luring tidak ditemukan di hasil build.");
  return [...found].sort();
}

async function manifestNames(folder: string, page: string): Promise<string[]> {
  const at = path.join(folder, "server", "app", page);
  const names = await readdir(at, { recursive: true });
  return namesIn(
    names
      .filter((name) => /(manifest\.json|client-reference-manifest\.js)$/.test(name))
      .map((name) => path.join(at, name)),
  );
}

async function namesIn(files: readonly string[]): Promise<string[]> {
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8").catch(() => "")));
  return texts.flatMap((text) => text.match(fileName) ?? []);
}
