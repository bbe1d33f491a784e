import { describe, expect, it } from "vitest";

import { campaignRememberedBy, rememberedCampaign } from "@/lib/campaign/remembered-campaign";

const camat = "0190a1b2-0000-7000-8000-000000000001";
const other = "0190a1b2-0000-7000-8000-000000000002";

describe("the campaign looked at last", () => {
  it("is that of the person who looked at it, and of nobody else", () => {
    const cookie = rememberedCampaign(camat, "bian-kapuas") ?? undefined;
    expect(campaignRememberedBy(camat, cookie)).toBe("bian-kapuas");
    expect(campaignRememberedBy(other, cookie)).toBeUndefined();
  });

  it("is the one of its kabupaten, where the address says which", () => {
    const cookie = rememberedCampaign(camat, "62.03.bian-kapuas") ?? undefined;
    expect(campaignRememberedBy(camat, cookie)).toBe("62.03.bian-kapuas");
  });

  it("is not remembered of who is not known, or when the address names none", () => {
    expect(rememberedCampaign(undefined, "bian-kapuas")).toBeNull();
    expect(rememberedCampaign("camat; path=/", "bian-kapuas")).toBeNull();
    expect(rememberedCampaign(camat, null)).toBeNull();
    expect(rememberedCampaign(camat, "BIAN; secure")).toBeNull();
  });

  it("of before the cookie named a person is nobody's", () => {
    expect(campaignRememberedBy(camat, "bian-kapuas")).toBeUndefined();
    expect(campaignRememberedBy(camat, undefined)).toBeUndefined();
  });
});
