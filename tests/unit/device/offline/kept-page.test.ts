import { describe, expect, it } from "vitest";

import { filesOf, isKeepable, keptAddress, keptPageAt } from "@/lib/device/offline/kept-page";
import { screenOf } from "@/lib/device/offline/screen-of";
import { needsNetworkPage } from "@/lib/device/offline/worker/needs-network-page";
import { keepMessage, readKeepMessage } from "@/lib/device/offline/worker-message";

import { person } from "./kit";

const html = `<script src="/_next/static/chunks/a-1.js" nonce="x"></script>
<link href="/_next/static/chunks/b.css"/><div data-person="${person}">
<script>self.push("[\\"/_next/static/chunks/a-1.js\\",\\"/_next/static/media/plex-s.p.woff2\\"]")</script>`;
const files = [
  "/_next/static/chunks/a-1.js",
  "/_next/static/chunks/b.css",
  "/_next/static/media/plex-s.p.woff2",
];

describe("a page that is to be kept", () => {
  it("names its files once each, in attributes and in data", () => {
    expect(filesOf(html)).toEqual(files);
  });

  it("is kept when it is this person's and all its files are there", () => {
    expect(isKeepable(html, person, new Set(files))).toBe(true);
  });

  it("is not kept for anybody else", () => {
    const other = person.replace("a", "b");
    expect(isKeepable(html, other, new Set(files))).toBe(false);
  });

  it("is not kept when it is of a version whose files are not here", () => {
    expect(isKeepable(html, person, new Set(files.slice(1)))).toBe(false);
  });

  it.each([
    [{ of: "entry", slug: "bian-kapuas" }, "/input/luring?kampanye=bian-kapuas"],
    [{ of: "today" }, "/hari-ini/luring"],
    [{ of: "form", address: "/permintaan/1" }, "/permintaan/1"],
  ] as const)("%j has an address of its own, by which it is known again", (page, address) => {
    expect(keptAddress(page)).toBe(address);
    expect(keptPageAt(`https://cakupan.example${address}`)).toEqual(page);
  });
});

describe("an address without a connection", () => {
  it.each([
    ["/input", "entry"],
    ["/input/62.03.01.1007", "entry"],
    ["/input/kotak-keluar", "entry"],
    ["/input/muat", "other"],
    ["/inputan", "other"],
    ["/ringkasan", "other"],
    ["/", "home"],
    ["/hari-ini", "today"],
    ["/hari-ini/luring", "today"],
    ["/permintaan", "form"],
    ["/permintaan/1", "form"],
    ["/logistik/catat", "form"],
    ["/logistik", "other"],
  ])("%s is of %s", (path, screen) => {
    expect(screenOf(path)).toBe(screen);
  });

  it("that needs the network leads to Input only where Input is on the device", () => {
    const options = { isEnglish: false, font: undefined };
    expect(needsNetworkPage({ ...options, hasEntry: true })).toContain('href="/input"');
    expect(needsNetworkPage({ ...options, hasEntry: false })).not.toContain('href="/input"');
  });
});

describe("what a page asks of the worker", () => {
  it.each([
    { of: "entry", slug: "bian-kapuas" },
    { of: "today" },
    { of: "form", address: "/permintaan/1?kampanye=bian" },
  ] as const)("is understood of the page of %j", (page) => {
    const read = readKeepMessage(keepMessage(person, page));
    expect(read).toEqual({ actorId: person, page });
  });

  it.each([null, "keep", {}, { kind: "keep" }, { kind: "SKIP_WAITING" }])(
    "is not %j",
    (message) => {
      expect(readKeepMessage(message)).toBeNull();
    },
  );
});
