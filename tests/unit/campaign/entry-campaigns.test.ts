import { expect, test } from "vitest";

import {
  chooseCampaign,
  chooseEntryCampaign,
  type CampaignWork,
} from "@/lib/campaign/entry-campaigns";

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

function sized(slug: string, units: number, isToday = true): CampaignWork {
  return { slug, name: slug, units, isToday, missing: 0 };
}

test.each([
  ["none has units", [], undefined],
  [
    "the one with most units, though a smaller one began later",
    [sized("kejar", 14), sized("bian", 231)],
    "bian",
  ],
  ["of two as large the later one", [sized("pin", 231), sized("bian", 231)], "pin"],
  [
    "one that has a today, though a larger one is over",
    [sized("bian", 231, false), sized("kejar", 14)],
    "kejar",
  ],
  ["none today: the latest", [sized("b", 5, false), sized("a", 90, false)], "b"],
])("a screen without a named campaign, %s", (_, campaigns, expected) => {
  expect(chooseCampaign(campaigns)).toBe(expected);
});
