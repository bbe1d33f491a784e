import { expect, test } from "vitest";

import { cssText } from "@/components/base/layout/css-text";

test.each([
  ["BIAN Kabupaten Kapuas", '"BIAN Kabupaten Kapuas"'],
  ["pukul 17.05 WIB · Ketapang – Kúta", '"pukul 17.05 WIB · Ketapang – Kúta"'],
  ['"} body { display: none', '"\\22 \\7d  body \\7b  display: none"'],
  ["</style><script>", '"\\3c \\2f style\\3e \\3c script\\3e "'],
  ["a\\\nb", '"a\\5c \\a b"'],
  ["", '""'],
])("%j becomes %s", (text, css) => {
  expect(cssText(text)).toBe(css);
});
