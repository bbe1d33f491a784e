import { expect, it } from "vitest";

import { isKeptStep } from "@/lib/device/offline/kept-step";

const here = new URL("http://localhost:3000/input?kampanye=bian&hari=2026-11-22");

it.each([
  ["/input/62.03.01.1007?kampanye=bian&hari=2026-11-22", true],
  // Another day, another kecamatan, the outbox.
  ["/input?kampanye=bian&hari=2026-11-21", true],
  ["/input?kampanye=bian&kecamatan=62.03.01", true],
  ["/input/kotak-keluar?kampanye=bian", true],
  // The campaign that the page was kept for needs no name.
  ["/input", true],
  // Its own address asks the server anew, and a part of it is no step.
  ["/input?kampanye=bian&hari=2026-11-22", false],
  ["/input?kampanye=bian&hari=2026-11-22#catatan", false],
  // Another campaign has another kit, and other screens have none.
  ["/input?kampanye=pin", false],
  ["/input/muat?kampanye=bian", false],
  ["/ringkasan?kampanye=bian", false],
  ["http://elsewhere.invalid/input?kampanye=bian", false],
])("a link to %s is drawn by the kept page: %s", (to, isStep) => {
  expect(isKeptStep(new URL(to, here), here, "bian")).toBe(isStep);
});
