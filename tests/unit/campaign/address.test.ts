import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

import { describe, expect, it, test } from "vitest";

import { regionCode } from "@/lib/base/region/code";
import {
  AmbiguousCampaign,
  auditSubject,
  chooseAddressed,
  parseCampaignAddress,
  readdressed,
} from "@/lib/campaign/address";

const kapuas = { districtCode: regionCode.parse("62.03"), slug: "bian-2026" };
const gunungMas = { districtCode: regionCode.parse("62.10"), slug: "bian-2026" };

describe("the address of a campaign", () => {
  test.each([
    ["bian-2026", { district: null, slug: "bian-2026" }],
    ["62.03.bian-2026", { district: "62.03", slug: "bian-2026" }],
    ["62.03.2026", { district: "62.03", slug: "2026" }],
    ["62.bian-2026", null],
    ["62.03", null],
    ["62.03.", null],
    ["62.03.01.bian-2026", null],
    ["BIAN", null],
    ["bian\0", null],
    ["", null],
  ])("reads %j", (text, address) => {
    expect(parseCampaignAddress(text)).toEqual(address);
  });

  it("is the slug where it means one", () => {
    expect(chooseAddressed("bian-2026", [kapuas])).toEqual(kapuas);
    expect(chooseAddressed("62.03.bian-2026", [kapuas])).toEqual(kapuas);
    expect(chooseAddressed("62.10.bian-2026", [kapuas])).toBeNull();
    expect(chooseAddressed("bian-2026", [])).toBeNull();
  });

  it("has its kabupaten where the slug means several, and the slug alone means none", () => {
    const both = [kapuas, gunungMas];
    expect(chooseAddressed("62.10.bian-2026", both)).toEqual({
      districtCode: "62.10",
      slug: "62.10.bian-2026",
    });
    expect(() => chooseAddressed("bian-2026", both)).toThrow(AmbiguousCampaign);
  });

  it("takes the former one's place in the address of a page, and no other's", () => {
    const of = (page: string) => readdressed(page, "bian-2026", "62.03.bian-2026");
    expect(of("/cakupan/62.03.01?kampanye=bian-2026&intervensi=MR")).toBe(
      "/cakupan/62.03.01?kampanye=62.03.bian-2026&intervensi=MR",
    );
    expect(of("/kampanye/bian-2026?kampanye=bian-2026")).toBe(
      "/kampanye/62.03.bian-2026?kampanye=62.03.bian-2026",
    );
    expect(of("/kampanye/bian-2026-2?kampanye=lain")).toBe("/kampanye/bian-2026-2?kampanye=lain");
  });
});

describe("the trail", () => {
  it("names a campaign the same whoever did something", () => {
    expect(auditSubject({ slug: "62.03.bian-2026" }, 1, "62.03.01.1001", "2026-11-02")).toBe(
      auditSubject({ slug: "bian-2026" }, 1, "62.03.01.1001", "2026-11-02"),
    );
    expect(auditSubject({ slug: "62.03.bian-2026" })).toBe("bian-2026");
  });

  it("gets that name of every deed about a campaign", async () => {
    const names = (await readdir("lib", { recursive: true })).filter((name) =>
      /-?(commands|queries)\.ts$/.test(name),
    );
    const texts = await Promise.all(
      names.map(async (name) => ({ name, text: await readFile(path.join("lib", name), "utf8") })),
    );
    const past = texts.filter(({ text }) =>
      /subject(:| =) (`\$\{(campaign\.)?slug\}|campaign\.slug|slug\b)/.test(text),
    );
    expect(past.map(({ name }) => name)).toEqual([]);
  });
});
