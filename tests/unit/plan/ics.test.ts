import { expect, it } from "vitest";

import { icsFile, type CalendarEvent } from "@/lib/plan/ics";

const event: CalendarEvent = {
  uid: "7b1f1f3e-6f0d-4d5e-9a53-5b2f0d1c9a10@cakupan",
  sequence: 2,
  day: "2021-12-31",
  summary: "Pos di Selat Hilir; Tim 1, 150 orang",
  location: "Selat Hilir, Selat",
  description: "Rencana 150\nDATA CONTOH \\ contoh",
  isCancelled: false,
};
const file = { name: "Jadwal", at: new Date("2026-11-30T09:05:07.123Z") };

it("is a calendar of whole days", () => {
  const lines = icsFile([event], file).split("\r\n");
  expect(lines[0]).toBe("BEGIN:VCALENDAR");
  expect(lines.at(-2)).toBe("END:VCALENDAR");
  expect(lines.at(-1)).toBe("");
  expect(lines).toContain("DTSTAMP:20261130T090507Z");
  expect(lines).toContain("DTSTART;VALUE=DATE:20211231");
  expect(lines).toContain("DTEND;VALUE=DATE:20220101");
  expect(lines).toContain("UID:7b1f1f3e-6f0d-4d5e-9a53-5b2f0d1c9a10@cakupan");
  expect(lines).toContain("SEQUENCE:2");
  expect(lines).toContain("STATUS:CONFIRMED");
});

it("escapes what would be read as a sign", () => {
  const text = icsFile([event], file);
  expect(text).toContain("SUMMARY:Pos di Selat Hilir\\; Tim 1\\, 150 orang\r\n");
  expect(text).toContain("DESCRIPTION:Rencana 150\\nDATA CONTOH \\\\ contoh\r\n");
});

it("says that what was called off is cancelled", () => {
  expect(icsFile([{ ...event, isCancelled: true }], file)).toContain("STATUS:CANCELLED\r\n");
});

it("folds lines to 75 octets, and never within a letter", () => {
  const long = { ...event, summary: "Pelayanan di Désa ké-π 😀 ".repeat(20) };
  const text = icsFile([long], file);
  const lines = text.split("\r\n");
  for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  expect(text).not.toContain("\uFFFD");
  expect(text.replaceAll("\r\n ", "")).toContain(`SUMMARY:${long.summary}`);
  expect(lines.some((line) => line.startsWith(" "))).toBe(true);
});
