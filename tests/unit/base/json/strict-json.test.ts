import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readStrictJson } from "@/lib/base/json/strict-json";

const bytes = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"));
const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

describe("a file of JSON", () => {
  it("is read as any reader reads it", () => {
    fc.assert(
      fc.property(
        fc
          .jsonValue({ maxDepth: 6 })
          .filter((value) => !JSON.stringify(value).includes("__proto__")),
        fc.constantFrom("", "\uFEFF"),
        fc.constantFrom(undefined, 2, "\t"),
        (value, mark, indent) => {
          const text = JSON.stringify(value, null, indent);
          expect(readStrictJson(bytes(mark + text))).toEqual({
            value: JSON.parse(text) as unknown,
          });
        },
      ),
    );
  });

  it.each([
    ["nothing", bytes(""), { kind: "empty" }],
    ["spaces behind a mark", bytes("\uFEFF \n"), { kind: "empty" }],
    ["UTF-16", utf16('{"a": 1}'), { kind: "encoding" }],
    ["UTF-16, the other way round", utf16('{"a": 1}').reverse(), { kind: "encoding" }],
    ["Windows-1252", Uint8Array.from([0x22, 0xe9, 0x22]), { kind: "encoding" }],
    ["a broken line", bytes('{\n "a": 1,\n "b": }\n'), { kind: "notJson", line: 3 }],
    ["a file that was cut off", bytes('{\n "a": [1,\n'), { kind: "notJson", line: 2 }],
    ["a table", bytes("kode;nama\n1;a\n"), { kind: "notJson", line: 1 }],
    ["half a million lists in each other", bytes(nested(500_000)), { kind: "tooDeep" }],
    [
      "a name that stands twice",
      bytes('{"a": {"b": 1},\n "c": "x",\n "a": 2}'),
      { kind: "twice", name: "a", line: 3 },
    ],
    [
      "the same name in other letters",
      bytes('{"a": 1, "\\u0061": 2}'),
      { kind: "twice", name: "a", line: 1 },
    ],
    [
      "a name of the language",
      bytes('{"a": [{"__proto__": {"isSample": true}}]}'),
      { kind: "unsafeName", name: "__proto__", line: 1 },
    ],
  ])("is rejected when it is %s", (_what, file, problem) => {
    expect(readStrictJson(file)).toEqual({ problem });
  });

  it("may have the same name in two objects, and signs of JSON within its texts", () => {
    const value = { a: [{ b: '":{"' }, { b: "\\" }], c: { a: '"a": 1, "a": 2' } };
    expect(readStrictJson(bytes(JSON.stringify(value)))).toEqual({ value });
  });
});
