import { describe, expect, it } from "vitest";

import { whatsAppLink } from "@/lib/account/people/phone";
import {
  askedNotice,
  momentText,
  noticeLink,
  noticeText,
  openedNotice,
  returnedNotice,
  type Notice,
} from "@/lib/report/reminder/notice";

const notice: Notice = {
  campaign: { name: "BIAN Kapuas", isSample: false, districtName: "Kabupaten Kapuas" },
  to: "Camat Selat",
  ...returnedNotice({
    unitName: "Selat Hilir",
    day: "2026-11-29",
    returnReason: "MR dan OPV tertukar",
  }),
  address: "https://cakupan.go.id/input/62.03.01.1001?kampanye=bian&hari=2026-11-29",
};

function carried(link: string): string | null {
  return new URL(link).searchParams.get("text");
}

describe("a link into WhatsApp", () => {
  it.each([
    [null, "https://wa.me/"],
    ["+6281234567890", "https://wa.me/6281234567890"],
    // A line of an office has none.
    ["+62513212345", "https://wa.me/"],
  ])("to %s", (phone, address) => {
    expect(whatsAppLink(phone)).toBe(address);
    expect(whatsAppLink(phone, "a & b")).toBe(`${address}?text=a%20%26%20b`);
    expect(noticeLink(notice, phone).split("?")[0]).toBe(address);
  });
});

it("tells what was returned, why, and where it is mended", () => {
  expect(noticeText(notice)).toBe(
    [
      "Yth. Camat Selat,",
      "BIAN Kapuas: laporan Selat Hilir hari Minggu, 29 November 2026 kami kembalikan: “MR dan OPV tertukar”.",
      "Mohon diperbaiki dan dikirim lagi.",
      `Lihat di sini: ${notice.address}`,
      "Terima kasih.\nDinas Kesehatan Kabupaten Kapuas",
    ].join("\n\n"),
  );
  expect(carried(noticeLink(notice, null))).toBe(noticeText(notice));
});

it("says that the data are invented, and greets whom nobody knows", () => {
  const sample = { ...notice, to: null, campaign: { ...notice.campaign, isSample: true } };
  expect(noticeText(sample)).toMatch(/^DATA CONTOH\n\nYth\. Bapak\/Ibu,\n\n/);
});

it("names all lines in the text, and in the link as many as it carries", () => {
  const lines = Array.from({ length: 60 }, (_, index) => `MR 7–12 tahun: baris ${index + 101}`);
  const long = { ...notice, lines };
  expect(noticeText(long)).toContain("- MR 7–12 tahun: baris 160");
  const link = noticeLink(long, null);
  expect(link.length).toBeLessThanOrEqual(2_000);
  const shown = lines.filter((line) => carried(link)?.includes(line)).length;
  expect(shown).toBeGreaterThan(5);
  expect(carried(link)).toContain(`- dan ${60 - shown} baris lain`);
});

it("tells who asked for a day, and those whose day is open again", () => {
  const day = { placeName: "Selat", day: "2026-11-28" };
  expect(askedNotice({ ...day, reason: "Jaringan putus" }).about).toBe(
    "kami menerima permintaan membuka kembali hari Sabtu, 28 November 2026 untuk Selat: “Jaringan putus”.",
  );
  const until = momentText("2026-11-30T10:56:00.000Z", "Asia/Jakarta");
  expect(openedNotice(day, until)).toEqual({
    about:
      "hari Sabtu, 28 November 2026 untuk Selat kami buka kembali sampai 30 November pukul 17.56 WIB.",
    asks: "Mohon laporan hari itu dikirim sebelum waktu itu.",
  });
});
