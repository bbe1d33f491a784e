import { describe, expect, test } from "vitest";

import { whatsAppLink } from "@/lib/account/people/phone";
import { allReminders, shareLines, separateTexts } from "@/lib/report/reminder/joined";
import { carriedText, reminderText, type Reminder } from "@/lib/report/reminder/text";

const mantangai: Reminder = {
  isSample: false,
  campaign: "BIAN Kabupaten Kapuas",
  day: "2026-06-04",
  isToday: true,
  cutOff: "16.00 WIB",
  isPastCutOff: false,
  openUntil: null,
  address: "https://cakupan.go.id/input?kampanye=bian&hari=2026-06-04",
  place: "Mantangai",
  to: "subdistrictHead",
  noun: "desa",
  missing: ["Bukit Batu", "Danau Rawah"],
  hasNeverReported: false,
  from: "Dinas Kesehatan Kabupaten Kapuas",
};

function reminderLink(reminder: Reminder, phone: string | null = null): string {
  return whatsAppLink(phone, carriedText(reminder, phone));
}

/** The text that a link carries into WhatsApp. */
function carried(link: string): string | null {
  const address = new URL(link);
  expect(address.origin + address.pathname).toBe("https://wa.me/");
  return address.searchParams.get("text");
}

const villages = (count: number) =>
  Array.from({ length: count }, (_, index) => `Tumbang Desa ${index + 101}`);

describe("the names in a reminder", () => {
  test.each([
    { missing: ["Bajuh"], told: "dari 1 desa belum kami terima: Bajuh." },
    { missing: ["Bajuh", "Pujon"], told: "dari 2 desa belum kami terima: Bajuh dan Pujon." },
    {
      missing: ["Bajuh", "Karukus", "Pujon"],
      told: "dari 3 desa belum kami terima: Bajuh, Karukus, dan Pujon.",
    },
  ])("$missing", ({ missing, told }) => {
    expect(reminderText({ ...mantangai, missing })).toContain(told);
  });

  test("are those of every village, however many there are", () => {
    const text = reminderText({ ...mantangai, missing: villages(200) });
    expect(villages(200).filter((name) => !text.includes(name))).toEqual([]);
    expect(text).not.toContain("lain");
  });

  test.each([{ isPastCutOff: false }, { isPastCutOff: true, hasNeverReported: true }])(
    "of a whole large kecamatan are carried into WhatsApp: %o",
    (when) => {
      const reminder = { ...mantangai, ...when, isSample: true, missing: villages(33) };
      expect(carried(reminderLink(reminder))).toBe(reminderText(reminder));
    },
  );

  test.each([
    { noun: "desa" as const, rest: /, dan 1?\d\d desa lain\./ },
    { noun: "unit" as const, rest: /, dan 1?\d\d unit lain\./ },
  ])("beyond what a link carries are counted there: $noun", ({ noun, rest }) => {
    const link = reminderLink({ ...mantangai, noun, missing: villages(200) });
    expect(link.length).toBeLessThanOrEqual(2_000);
    expect(link.length).toBeGreaterThan(1_950);
    expect(carried(link)).toMatch(rest);
    expect(carried(link)).toContain("Dinas Kesehatan Kabupaten Kapuas");
  });
});

describe("a reminder", () => {
  test("of a day that is open again says so, and nothing of asking for it", () => {
    const text = reminderText({
      ...mantangai,
      isToday: false,
      isPastCutOff: true,
      openUntil: "5 Juni pukul 17.56 WIB",
    });
    expect(text).toContain(
      "tetapi hari itu dibuka kembali sampai 5 Juni pukul 17.56 WIB. Mohon dikirim sebelum itu.",
    );
    expect(text).not.toContain("Minta dibuka kembali");
    expect(text).not.toContain("sudah ditutup");
  });

  test("before the cut-off asks for the report by that hour", () => {
    expect(reminderText(mantangai)).toBe(
      [
        "Yth. Bapak/Ibu Camat Mantangai,",
        "",
        "Laporan BIAN Kabupaten Kapuas hari ini (Kamis, 4 Juni 2026) dari 2 desa belum kami terima: Bukit Batu dan Danau Rawah.",
        "",
        "Mohon dikirim sebelum pukul 16.00 WIB. Bila tidak ada pelayanan, cukup tekan Nihil.",
        "",
        "Isi di sini: https://cakupan.go.id/input?kampanye=bian&hari=2026-06-04",
        "",
        "Terima kasih.",
        "Dinas Kesehatan Kabupaten Kapuas",
      ].join("\n"),
    );
  });

  test("after the cut-off says how the day is opened, not what the server would reject", () => {
    const text = reminderText({ ...mantangai, isPastCutOff: true });
    expect(text).toContain(
      "Batas lapor pukul 16.00 WIB sudah lewat dan harinya sudah ditutup. Laporan yang sudah diisi di ponsel sebelum batas itu tetap diterima begitu ada sinyal. Bila belum diisi, mohon tekan Minta dibuka kembali di Input harian; laporan dapat dikirim setelah Dinas Kesehatan membuka hari itu kembali.",
    );
    expect(text).not.toContain("sebelum pukul");
    expect(text).not.toContain("Nihil");
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

  test("to a kecamatan that never reported names the day and the hour all the same", () => {
    const never = { ...mantangai, hasNeverReported: true };
    expect(reminderText(never)).toContain("termasuk laporan hari ini (Kamis, 4 Juni 2026), dari 2");
    expect(reminderText(never)).toContain(
      "Laporan hari ini mohon dikirim sebelum pukul 16.00 WIB. Bila tidak ada pelayanan, cukup tekan Nihil.",
    );

    const closed = { ...never, isToday: false, isPastCutOff: true, day: "2026-06-03" };
    expect(reminderText(closed)).toContain(
      "Batas laporan hari Rabu, 3 Juni 2026 pukul 16.00 WIB sudah lewat",
    );
    expect(reminderText(closed)).toContain("Minta dibuka kembali");
    expect(reminderText(closed)).not.toContain("Nihil");
  });

  test("of a camat is for the heads of his villages, in his name", () => {
    const text = reminderText({ ...mantangai, to: "unitHeads", from: "Camat Mantangai" });
    expect(text).toMatch(/^Yth\. Bapak\/Ibu Kepala Desa dan Lurah di Mantangai,/);
    expect(text).toMatch(/Camat Mantangai$/);
  });
});

test("several reminders are one text, each whole", () => {
  const texts = [mantangai, { ...mantangai, place: "Selat" }].map((each) => reminderText(each));
  const shared = shareLines(texts);
  expect(separateTexts(shared)).toEqual(texts);
  expect(shared.lines).toEqual([...new Set(shared.lines)]);
  const both = allReminders(shared);
  expect(both.split("\n\n---\n\n")).toEqual([
    reminderText(mantangai),
    reminderText({ ...mantangai, place: "Selat" }),
  ]);
});

test("the link opens WhatsApp with every letter and line of the text", () => {
  const reminder = { ...mantangai, place: "Hilir & Hulu", from: "Dinas 100% #1 + kawan?" };
  expect(carried(reminderLink(reminder))).toBe(reminderText(reminder));
});

test("a number that is known is whom the link opens", () => {
  const link = new URL(reminderLink(mantangai, "+6281234567890"));
  expect(link.origin + link.pathname).toBe("https://wa.me/6281234567890");
  expect(link.searchParams.get("text")).toBe(reminderText(mantangai));
});
