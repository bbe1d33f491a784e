import { expect, test } from "vitest";

import { chooseEntryCampaign, type CampaignWork } from "@/lib/campaign/entry-campaigns";

function work(slug: string, missing: number, isToday = true): CampaignWork {
  return { slug, name: slug, units: 10, isToday, missing };
}

test.each([
  ["none has units", [], undefined, undefined],
  ["the latest with something missing", [work("pin", 0), work("bian", 3)], undefined, "bian"],
  ["all complete: the latest", [work("pin", 0), work("bian", 0)], undefined, "pin"],
  ["the one looked at last", [work("pin", 5), work("bian", 3)], "bian", "bian"],
  ["looked at last, over by now", [work("pin", 5), work("bian", 0, false)], "bian", "pin"],
  ["looked at last, no units there", [work("bian", 3)], "kejar", "bian"],
  ["none today: the one looked at last", [work("b", 0, false), work("a", 0, false)], "a", "a"],
  ["none today: the latest", [work("b", 0, false), work("a", 0, false)], undefined, "b"],
])("%s", (_, campaigns, remembered, expected) => {
  expect(chooseEntryCampaign(campaigns, remembered)).toBe(expected);
});
