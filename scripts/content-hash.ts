import { createHash, type Hash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** What a build is made from, relative to the project; missing entries count as missing. */
const ingredients = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema.prisma",
  "proxy.ts",
  "instrumentation.ts",
  "next.config.js",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
] as const;

/** A digest of everything a build is made from: names and contents, not dates. */
export function hashIngredients(projectFolder: string): string {
  const hash = createHash("sha256").update(process.version);
  for (const name of ingredients) {
    const entry = path.join(projectFolder, name);
    if (existsSync(entry)) add(hash, projectFolder, name);
  }
  return hash.digest("hex");
}

function add(hash: Hash, root: string, name: string): void {
  const entry = path.join(root, name);
  let children: string[] | undefined;
  try {
    children = readdirSync(entry).sort();
  } catch {
    hash.update(`\0${name}\0`).update(readFileSync(entry));
  }
  for (const child of children ?? []) add(hash, root, path.posix.join(name, child));
}
