import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, it } from "vitest";

import { permissions } from "@/lib/account/auth/policy";
import { otherPages, screens } from "@/lib/account/screens";
import { routes } from "@/lib/base/routes";

import { appPages } from "../../../support/app-pages";

const names = appPages.map(({ name }) => name);

describe("the register of screens", () => {
  it("says of each page and download who may open it", () => {
    expect(appPages.filter(({ needs }) => needs === null)).toEqual([]);
    expect(names.length).toBeGreaterThan(30);
  });

  it("lists no screen that app/ does not have, and none twice", () => {
    const listed = [...screens.map(({ address }) => address), ...Object.keys(otherPages)];
    expect(listed.filter((address) => !names.includes(address))).toEqual([]);
    expect(new Set(listed).size).toBe(listed.length);
    expect(new Set(screens.map(({ key }) => key)).size).toBe(screens.length);
  });

  it("opens each screen with a permission of the policy", () => {
    const unknown = screens.filter(({ permission }) => !permissions.includes(permission));
    expect(unknown).toEqual([]);
  });

  it("never reaches a browser, with its icons", () => {
    const client = sources().filter(
      (file) => /^"use client"/.test(read(file)) || file === "lib/device/offline/worker/worker.ts",
    );
    expect(client.length).toBeGreaterThan(50);
    const reached = new Set(client);
    for (const file of reached) for (const next of importsOf(file)) reached.add(next);
    expect(reached).toContain("lib/base/routes.ts");
    expect(reached).not.toContain("lib/account/screens.ts");
  });
});

it("leads from every address that code links to to a page of app/", () => {
  const linked = Object.values(routes).map((address) =>
    typeof address === "string" ? address : address("x"),
  );
  const patterns = names.map((name) => new RegExp(`^${name.replaceAll(/\[\w+\]/g, "[^/]+")}$`));
  const lost = linked.filter((address) => !patterns.some((pattern) => pattern.test(address)));
  expect(lost).toEqual([]);
});

function sources(): string[] {
  return ["app", "components", "lib"].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => path.posix.join(root, name)),
  );
}

function read(file: string): string {
  return readFileSync(file, "utf8");
}

/** Files of ours whose code a file brings along. What stands behind "use server" stays there. */
function importsOf(file: string): string[] {
  const found = [...read(file).matchAll(/^(?:import|export)\s+(?!type\b)[^;]*?from "([^"]+)"/gm)];
  return found
    .map(([, from = ""]) =>
      from.startsWith("@/") ? from.slice(2) : path.posix.join(path.posix.dirname(file), from),
    )
    .flatMap((base) => [`${base}.ts`, `${base}.tsx`].filter((name) => existsSync(name)))
    .filter((name) => !/^"use server"/.test(read(name)));
}
