import { expect, test } from "vitest";

import { delaySeconds } from "@/lib/account/auth/server/throttle-commands";

test("ten tries are answered at once, then each waits twice as long, up to half a minute", () => {
  const delays = Array.from({ length: 17 }, (_, index) => delaySeconds(index + 1));
  expect(delays).toEqual([...Array.from({ length: 10 }, () => 0), 2, 4, 8, 16, 30, 30, 30]);
});
