import { describe, expect, test } from "vitest";

import {
  allReminders,
  namesOf,
  reminderText,
  whatsAppLink,
  type Reminder,
} from "@/lib/reminder/text";

const mantangai: Reminder = {
  isSample: false,
  campaign: "BIAN Kabupaten Kapuas",
  day: "2026-06-04",
  isToday: true,
  cutOff: "16.00 WIB",
  isPastCutOff: false,
  place: "Mantangai",
  to: "subdistrictHead",
  noun: "desa",
  missing: ["Bukit Batu", "Danau Rawah"],
  hasNeverReported: false,
  from: "Dinas Kesehatan Kabupaten Kapuas",
};

describe("the names in a reminder", () => {
  test.each([
    { of: 1, told: "Desa 1" },
    { of: 2, told: "Desa 1 dan Desa 2" },
    { of: 3, told: "Desa 1, Desa 2, dan Desa 3" },
    { of: 7, told: "Desa 1, Desa 2, Desa 3, Desa 4, Desa 5, Desa 6, dan Desa 7" },
    { of: 8, told: "Desa 1, Desa 2, Desa 3, Desa 4, Desa 5, Desa 6, dan 2 desa lain" },
    { of: 33, told: "Desa 1, Desa 2, Desa 3, Desa 4, Desa 5, Desa 6, dan 27 desa lain" },
  ])("$of of them: $told", ({ of, told }) => {
    const names = Array.from({ length: of }, (_, index) => `Desa ${index + 1}`);
    expect(namesOf(names, "desa")).toBe(told);
  });

  test("count units where units are not villages", () => {
    expect(namesOf("ABCDEFGH".split(""), "unit")).toBe("A, B, C, D, E, F, dan 2 unit lain");
  });
});

describe("a reminder", () => {
  test("before the cut-off asks for the report by that hour", () => {
    expect(reminderText(mantangai)).toBe(
      [
        "Yth. Bapak/Ibu Camat Mantangai,",
        "",
        "Laporan BIAN Kabupaten Kapuas hari ini (Kamis, 4 Juni 2026) dari 2 desa belum kami terima: Bukit Batu dan Danau Rawah.",
        "",
        "Mohon dikirim sebelum pukul 16.00 WIB. Bila tidak ada pelayanan, cukup tekan Nihil.",
        "",
        "Terima kasih.",
        "Dinas Kesehatan Kabupaten Kapuas",
      ].join("\n"),
    );
  });

  test("after the cut-off asks for nothing that can no longer be done", () => {
    const text = reminderText({ ...mantangai, isPastCutOff: true });
    expect(text).toContain("Batas lapor pukul 16.00 WIB sudah lewat.");
    expect(text).toContain("mintalah hari itu dibuka kembali");
    expect(text).not.toContain("sebelum pukul");
  });

  test("of an earlier day names that day, not today", () => {
    const text = reminderText({ ...mantangai, isToday: false, day: "2026-06-03" });
    expect(text).toContain("hari Rabu, 3 Juni 2026 dari 2 desa");
    expect(text).not.toContain("hari ini");
  });

  test("of an invented campaign says so before anything else", () => {
    expect(reminderText({ ...mantangai, isSample: true })).toMatch(/^DATA CONTOH\n\nYth\. /);
    expect(reminderText(mantangai)).not.toContain("CONTOH");
  });

  test("to a kecamatan that never reported asks how it is, not where today's report is", () => {
    const text = reminderText({ ...mantangai, place: "Mandau Talawang", hasNeverReported: true });
    expect(text).toContain("belum pernah menerima laporan sejak hari ke-1");
    expect(text).not.toContain("belum kami terima");
  });

  test("of a camat is for the heads of his villages, in his name", () => {
    const text = reminderText({ ...mantangai, to: "unitHeads", from: "Camat Mantangai" });
    expect(text).toMatch(/^Yth\. Bapak\/Ibu Kepala Desa dan Lurah di Mantangai,/);
    expect(text).toMatch(/Camat Mantangai$/);
  });
});

test("several reminders are one text, each whole", () => {
  const both = allReminders([mantangai, { ...mantangai, place: "Selat" }]);
  expect(both.split("\n\n---\n\n")).toEqual([
    reminderText(mantangai),
    reminderText({ ...mantangai, place: "Selat" }),
  ]);
});

test("the link opens WhatsApp with every letter and line of the text", () => {
  const text = "Yth. Bapak/Ibu & kawan,\n\n100% #1 + Terima kasih?";
  const link = new URL(whatsAppLink(text));
  expect(link.origin + link.pathname).toBe("https://wa.me/");
  expect([...link.searchParams]).toEqual([["text", text]]);
});
