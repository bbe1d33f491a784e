import { expect, test } from "vitest";

import { clockAhead, serverNow } from "@/lib/device/offline/device-clock";

const at = "2026-06-04T08:00:00.000Z";
const hour = 3_600_000;
const written = Date.parse(at);

test.each([
  ["right, a day later", written + 2_000, written + 24 * hour, 0],
  ["a day ahead when the kit was fetched", written + 24 * hour, written + 25 * hour, 24 * hour],
  ["put back by a day since", written, written - 23 * hour, -23 * hour],
  ["of an older version, later", undefined, written + hour, 0],
])("a clock that is %s", (_, fetchedAt, now, expected) => {
  const kit = { at, ...(fetchedAt !== undefined && { fetchedAt }) };
  expect(clockAhead(kit, new Date(now))).toBe(expected);
  expect(serverNow(kit, new Date(now)).getTime()).toBe(now - expected);
});
