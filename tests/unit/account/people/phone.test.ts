import { expect, test } from "vitest";

import { phoneNumber, phoneShown } from "@/lib/account/people/phone";
import { personTerms } from "@/lib/account/people/schema";

test.each([
  ["081234567890", "+6281234567890"],
  ["0812-3456-7890", "+6281234567890"],
  ["+62 812 3456 7890", "+6281234567890"],
  ["+62 (0)812 3456 7890", "+6281234567890"],
  ["6281234567890", "+6281234567890"],
  ["０８１２ ３４５６ ７８９０", "+6281234567890"],
  ["(0513) 21345", "+6251321345"],
  ["0812.345.678", "+62812345678"],
])("%s is %s", (typed, phone) => {
  expect(phoneNumber(typed)).toBe(phone);
});

test.each([
  "",
  "0812",
  "81234567890",
  "08123456789012345",
  "+6591234567",
  "0112345678",
  "nomor camat",
  "0812-3456-789O",
])("%j is no number that can be called here", (typed) => {
  expect(phoneNumber(typed)).toBeNull();
});

test.each([
  ["+6281234567890", "0812-3456-7890"],
  ["+62812345678", "0812-345-678"],
])("%s is shown as %s", (phone, shown) => {
  expect(phoneShown(phone)).toBe(shown);
  expect(phoneNumber(shown)).toBe(phone);
});

const terms = { displayName: "Camat Selat", role: "subdistrictHead", homeRegion: "62.03.01" };

test("a form's empty field is no number, a missing one says nothing, a wrong one is rejected", () => {
  expect(personTerms.parse({ ...terms, phone: " " }).phone).toBeNull();
  expect(personTerms.parse(terms).phone).toBeUndefined();
  expect(personTerms.safeParse({ ...terms, phone: "0812" }).error?.issues).toMatchObject([
    { path: ["phone"], message: "phoneFormat" },
  ]);
});
