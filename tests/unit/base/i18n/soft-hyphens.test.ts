import { describe, expect, it } from "vitest";

import { withSoftHyphens } from "@/lib/base/i18n/soft-hyphens";

describe("a name in a narrow column", () => {
  it.each([
    ["Baduta stunting", "Baduta stun-ting"],
    ["alat kontrasepsi modern", "alat kon-tra-sep-si modern"],
    ["Keluarga miskin ekstrem", "Ke-luar-ga miskin ekstrem"],
    ["Menyusui", "Me-nyu-sui"],
    ["Pneumokokus", "Pneu-mo-ko-kus"],
    ["DPT-HB-Hib 12–59 bulan", "DPT-HB-Hib 12–59 bulan"],
  ])("%s may part as %s", (name, parted) => {
    expect(withSoftHyphens(name).replaceAll("\u00ad", "-")).toBe(parted);
  });
});
