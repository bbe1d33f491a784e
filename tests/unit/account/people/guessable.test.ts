import { expect, test } from "vitest";

import { isGuessable } from "@/lib/account/people/server/guessable";

const words = ["camat.selat", "Camat Selat", "Selat", "Kabupaten Kapuas", "Kalimantan Tengah"];

test.each([
  ["a common one", "password123"],
  ["a common one in capitals", "PassWord123"],
  ["a row of digits", "1234567890"],
  ["a row of digits backwards", "9876543210"],
  ["one letter over and over", "aaaaaaaaaa"],
  ["two letters over and over", "abababababab"],
  ["the alphabet", "abcdefghijk"],
  ["a row of the keyboard", "qwertyuiop"],
  ["rows of the keyboard with a number", "asdfghjkl123"],
  ["nothing but digits", "081256781934"],
  ["a date", "17-08-1945-1945"],
  ["the demo accounts' first password", "cakupan-demo"],
  ["the product with a year", "cakupan2026!"],
  ["the kabupaten with a year", "kapuas2026!"],
  ["the province with a year", "KalimantanTengah26"],
  ["one's user name", "camat.selat"],
  ["one's user name with a number", "camat.selat.2026"],
  ["one's displayed name", "Camat Selat 1"],
  ["words of the trade", "imunisasi-campak-2026"],
  ["a letter before a number", "x-081256781934"],
])("%s is guessable: %s", (_, password) => {
  expect(isGuessable(password, words)).toBe(true);
});

test("a user name with digits in it is guessable", () => {
  expect(isGuessable("uji.sesi.mx1w4e8c", ["uji.sesi.mx1w4e8c"])).toBe(true);
});

test.each([
  ["words that have nothing to do with each other", "panjang-dan-aneh-x1"],
  ["three words", "payung-kelapa-rabu"],
  ["a temporary password", "rabu-kelo-mipa-taju-52"],
  ["signs at random", "8f#3K!92$7q"],
  ["one's area among other words", "selat-berenang-kucing"],
  ["other letters", "пароль-кошка-дом"],
])("%s is not: %s", (_, password) => {
  expect(isGuessable(password, words)).toBe(false);
});
