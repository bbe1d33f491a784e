import { describe, expect, test } from "vitest";

import { ownAddress, routes, withQuery } from "@/lib/base/routes";

describe("an address to return to after signing in", () => {
  test.each([
    "/",
    "/ringkasan",
    "/cakupan/62.03.01?kampanye=bian-kapuas&intervensi=mr#tabel",
    "/masuk?kembali=%2Finput",
  ])("%s is ours", (address) => {
    expect(ownAddress(address)).toBe(address);
  });

  test.each([
    undefined,
    "",
    "https://jahat.example/masuk",
    "//jahat.example",
    "///jahat.example",
    "/\\jahat.example",
    "\\/jahat.example",
    "/\\/jahat.example",
    "/ringkasan\\..\\..",
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "data:text/html,<h1>Masuk</h1>",
    "ringkasan",
    " /ringkasan",
    "jahat.example/ringkasan",
    "http:/jahat.example",
    // Browsers drop tabs and line ends from an address, and then it starts with two slashes.
    "/\t/jahat.example",
    "/\n/jahat.example",
    "/\r/jahat.example",
    "\t//jahat.example",
  ])("%j is not", (address) => {
    expect(ownAddress(address)).toBeNull();
  });

  test("what is let through stays with us when a browser reads it", () => {
    const here = "https://cakupan.example";
    for (const end of ["", "/", ".", "..", "//", "@jahat.example", ":80", "?//", "#//", "%2F%2F"]) {
      const address = ownAddress(`/${end}`);
      if (address !== null) expect(new URL(address, here).origin).toBe(here);
    }
  });
});

describe("an address with its query", () => {
  test("leaves out what filters nothing", () => {
    expect(withQuery("/cakupan", { kampanye: "", usia: null, hari: undefined })).toBe("/cakupan");
    expect(withQuery("/cakupan", { kampanye: "bian", usia: "", putaran: 2 })).toBe(
      "/cakupan?kampanye=bian&putaran=2",
    );
  });

  test("keeps what was searched for in one piece", () => {
    expect(withQuery("/cakupan", { cari: "a&b=c d" })).toBe("/cakupan?cari=a%26b%3Dc+d");
  });

  test("goes on where an address has a query", () => {
    expect(withQuery("/kampanye/baru?konsep=a", { diisi: 2 })).toBe(
      "/kampanye/baru?konsep=a&diisi=2",
    );
  });

  test("a number 0 is a value", () => {
    expect(withQuery("/input", { mundur: 0 })).toBe("/input?mundur=0");
  });
});

test("a name or code with odd letters stays one part of its address", () => {
  expect(routes.person("a/b")).toBe("/pengguna/a%2Fb");
  expect(routes.entryOf("62.03.01.1006")).toBe("/input/62.03.01.1006");
  expect(routes.coverageOf("../pengguna")).toBe("/cakupan/..%2Fpengguna");
});
