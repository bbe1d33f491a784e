import path from "node:path";

import { build } from "esbuild";

import { readerScriptName } from "@/lib/base/server/env";

import { projectFolder } from "./project";

/**
 * Bundles the script that reads files in threads of its own. It stands beside what Next builds:
 * Node starts it by its place, which no bundle of pages knows.
 *
 * @param folder the folder of the build, or another.
 * @returns where it is.
 */
export async function bundleReader(
  folder = path.resolve(projectFolder, process.env["NEXT_DIST_DIR"] ?? ".next"),
): Promise<string> {
  const outfile = path.join(folder, readerScriptName);
  await build({
    entryPoints: [path.join(projectFolder, "lib/base/spreadsheet/server/reader-thread.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    // What marks a module as the server's own throws elsewhere.
    conditions: ["react-server"],
    tsconfig: path.join(projectFolder, "tsconfig.json"),
    logLevel: "silent",
  });
  return outfile;
}
