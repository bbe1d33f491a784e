import { readFile } from "node:fs/promises";

import { expect, it } from "vitest";

import manifest from "@/app/manifest";
import { outagePage } from "@/lib/server/api/outage-page";

it("starts the installed application where each role does, not at a screen that some lack", () => {
  expect(manifest().start_url).toBe("/");
});

it("has an icon at the address where browsers look for one by themselves", async () => {
  const icon = await readFile("public/favicon.ico");
  // An icon file with one picture, which is a PNG.
  expect([...icon.subarray(0, 6)]).toEqual([0, 0, 1, 0, 1, 0]);
  expect(icon.subarray(22, 26).toString("latin1")).toBe("\u0089PNG");
});

it.each([
  ["id", "mencoba sendiri setiap 10 detik"],
  ["en", "tries again by itself every 10 seconds"],
])(
  "asks again every ten seconds while the database is away, and says so (%s)",
  async (locale, words) => {
    const answer = outagePage(
      new Request("http://localhost/ringkasan", { headers: { "accept-language": locale } }),
      "databaseAway",
    );
    const html = await answer.text();
    expect(html).toContain('<meta http-equiv="refresh" content="10">');
    expect(html).toContain('<header><a href="/">Cakupan</a></header>');
    expect(html).toContain(words);
  },
);
