import { expect, test } from "vitest";

import { isPhone } from "@/lib/report/phone";

const chrome = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0";

test.each([
  [
    "a phone by its hint",
    "?1",
    `Mozilla/5.0 (Linux; Android 10; K) ${chrome} Mobile Safari/537.36`,
    true,
  ],
  [
    "a phone that asks for the desktop's page",
    "?0",
    `Mozilla/5.0 (X11; Linux x86_64) ${chrome}`,
    false,
  ],
  ["a tablet", "?0", `Mozilla/5.0 (Linux; Android 10; K) ${chrome} Safari/537.36`, false],
  ["a PC", "?0", `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36`, false],
  [
    "an Android phone without hints",
    null,
    "Mozilla/5.0 (Android 13; Mobile; rv:140.0) Gecko/140.0",
    true,
  ],
  [
    "an iPhone, which gives none",
    null,
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1",
    true,
  ],
  [
    "a Mac",
    null,
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1.15",
    false,
  ],
  ["a program", null, "curl/8.5.0", false],
])("%s", (_, hint, userAgent, phone) => {
  expect(isPhone(hint, userAgent)).toBe(phone);
});
