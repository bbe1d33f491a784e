import compile from "icu-minify/compile";
import { describe, expect, it } from "vitest";

import english from "@/lib/base/i18n/messages/en/failure.json";
import indonesian from "@/lib/base/i18n/messages/id/failure.json";
import { withOneValue } from "@/lib/base/i18n/one-value";

describe("what the page of a failure says in either form of its sentences", () => {
  it.each([
    [indonesian.retrying, "10", "Halaman ini mencoba sendiri setiap 10 detik."],
    [
      indonesian.incident,
      "$&1",
      "Bila berlanjut, sampaikan nomor kejadian $&1 kepada administrator.",
    ],
    [english.retrying, "10", "This page tries again by itself every 10 seconds."],
  ])("%s", (sentence, value, said) => {
    const takenApart: unknown = compile(sentence);
    expect(takenApart).not.toBe(sentence);
    expect(withOneValue(sentence, value)).toBe(said);
    expect(withOneValue(takenApart, value)).toBe(said);
  });
});
