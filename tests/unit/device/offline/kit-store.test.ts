import "fake-indexeddb/auto";

import { describe, expect, it } from "vitest";

import { isKitOf, keepKit, findKeptKit } from "@/lib/device/offline/kit/store";

import { kit, person } from "./kit";

const stranger = "00000000-0000-4000-8000-00000000000b";

describe("the kits on a device", () => {
  it("are found by campaign, and the last written where none is named", async () => {
    const older = kit();
    const newer = {
      ...kit(),
      at: "2026-06-05T08:00:00.000Z",
      campaign: { ...kit().campaign, slug: "pin-polio" },
    };
    await keepKit(newer);
    await keepKit(older);

    expect(await findKeptKit(person, "bian-kapuas")).toEqual(older);
    expect(await findKeptKit(person, null)).toEqual(newer);
    expect(await findKeptKit(person, "tidak-ada")).toBeNull();
  });

  it("are nobody else's", async () => {
    await keepKit(kit());
    expect(await findKeptKit(stranger, "bian-kapuas")).toBeNull();
    expect(isKitOf(kit(), stranger)).toBe(false);
    expect(isKitOf(kit(), person)).toBe(true);
  });

  it("of an older version are as good as none", () => {
    expect(isKitOf({ ...kit(), shape: 0 }, person)).toBe(false);
  });
});
