import { gzipSync } from "node:zlib";

import type { Chance } from "./chance";

/** Texts that a field may be sent and no field means. */
export const badTexts: readonly string[] = [
  "",
  " ",
  "\0",
  "a\0b",
  "\u0007\u001b[31m",
  "\ud800",
  "a\udc00b",
  "\ufeff",
  "\u202egnp.exe",
  "𝒳𝒴👩‍👩‍👧",
  "１２",
  "۱۲",
  "é".repeat(600),
  "x".repeat(20_000),
  "0".repeat(400),
  "2026-02-30",
  "2026-13-45T99:99:99Z",
  "0000-00-00",
  "0000-01-01",
  "10000-01-01",
  "9999-12-31",
  "-000001-01-01",
  "+275760-09-13",
  "0001-01-01",
  "-1",
  "-0",
  "0x10",
  "1e309",
  "1,5",
  "NaN",
  "Infinity",
  "2147483648",
  "9223372036854775808",
  "99999999999999999999999999",
  "null",
  "undefined",
  "true",
  "[object Object]",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "' or 1=1 --",
  "'; drop table tally; --",
  "\\",
  "%",
  "_",
  "<script>alert(1)</script>",
  "{{7*7}}",
  "$" + "{7*7}",
  "../../../../etc/passwd",
  "%00",
  "%s%n",
  "\r\nSet-Cookie: a=b",
  "00000000-0000-0000-0000-000000000000",
  "62.03.01.1007\n",
  "62",
  "00",
];

const badValues: readonly unknown[] = [
  null,
  true,
  [],
  {},
  [[[[]]]],
  -1,
  0.5,
  2 ** 53,
  -(2 ** 31) - 1,
  1e308,
  { length: 1e9 },
  { toString: "x" },
  [null, null],
];

/** Anything that JSON can carry. */
export function badValue(chance: Chance): unknown {
  return chance.happens(0.6) ? chance.of(badTexts) : chance.of(badValues);
}

/** The value with some of its parts replaced, left out, doubled, wrapped, or joined by strangers. */
export function spoil(value: unknown, chance: Chance): unknown {
  let spoilt = value;
  for (let times = 1 + chance.below(3); times > 0; times -= 1) {
    spoilt = chance.happens(0.04) ? badValue(chance) : spoilPart(spoilt, chance);
  }
  return spoilt;
}

function spoilPart(value: unknown, chance: Chance): unknown {
  if (Array.isArray(value)) {
    const list: unknown[] = value;
    if (list.length === 0 || chance.happens(0.1)) return badValue(chance);
    if (chance.happens(0.15)) return [...list, ...list];
    const at = chance.below(list.length);
    return list.map((item, index) => (index === at ? spoilPart(item, chance) : item));
  }
  if (typeof value !== "object" || value === null) return badValue(chance);

  const pairs = Object.entries(value);
  if (pairs.length === 0 || chance.happens(0.05)) return [value];
  const [name] = chance.of(pairs);
  if (chance.happens(0.15)) return Object.fromEntries(pairs.filter(([each]) => each !== name));
  if (chance.happens(0.1)) return Object.fromEntries([...pairs, strangePair(chance)]);
  return Object.fromEntries(
    pairs.map(([each, part]) => [each, each === name ? spoilPart(part, chance) : part]),
  );
}

/** With a computed key: `__proto__` becomes a member of its own, as JSON.parse makes it. */
function strangePair(chance: Chance): [string, unknown] {
  return [
    chance.of(["__proto__", "constructor", "toString", "", "a.b", "0", "\0"]),
    badValue(chance),
  ];
}

/** How the bytes of a body are spoilt; its headers say what is no longer so. */
export const byteFaults = [
  "truncated",
  "trailing",
  "doubledKeys",
  "bom",
  "notUtf8",
  "deep",
  "huge",
  "empty",
  "brokenGzip",
  "gzipBomb",
  "gzipOfText",
  "wrongType",
] as const;

type ByteFault = (typeof byteFaults)[number];

type Sent = { readonly body: Buffer; readonly headers: Readonly<Record<string, string>> };

const kept: { bomb?: Buffer; huge?: Buffer; deep?: Buffer } = {};

/** What is sent in place of the text. */
export function spoilBytes(
  text: Buffer,
  contentType: string,
  fault: ByteFault,
  chance: Chance,
): Sent {
  const typed = { "content-type": contentType };
  const zipped = { ...typed, "content-encoding": "gzip" };
  switch (fault) {
    case "truncated":
      return { body: text.subarray(0, chance.below(text.length + 1)), headers: typed };
    case "trailing":
      return { body: Buffer.concat([text, Buffer.from("}],\0")]), headers: typed };
    case "doubledKeys":
      return { body: Buffer.from(text.toString().replace("{", '{"a":1,"a":2,')), headers: typed };
    case "bom":
      return { body: Buffer.concat([Buffer.from("\ufeff"), text]), headers: typed };
    case "notUtf8":
      return { body: Buffer.concat([text, Buffer.from([0xc3, 0x28, 0xff])]), headers: typed };
    case "deep":
      kept.deep ??= Buffer.from("[".repeat(100_000));
      return { body: kept.deep, headers: typed };
    case "huge":
      kept.huge ??= Buffer.alloc(6 * 1024 * 1024 + 1, "[1,");
      return { body: kept.huge, headers: typed };
    case "empty":
      return { body: Buffer.alloc(0), headers: typed };
    case "brokenGzip":
      return { body: text, headers: zipped };
    case "gzipBomb":
      kept.bomb ??= gzipSync(Buffer.alloc(60 * 1024 * 1024, " "));
      return { body: kept.bomb, headers: zipped };
    case "gzipOfText": {
      const whole = gzipSync(text);
      return { body: whole.subarray(0, chance.below(whole.length + 1)), headers: zipped };
    }
    case "wrongType":
      return {
        body: text,
        headers: {
          "content-type": chance.of([
            "text/plain",
            "text/xml",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=other",
            "application/x-www-form-urlencoded",
            "application/json; charset=utf-7",
            "/",
          ]),
        },
      };
  }
}
