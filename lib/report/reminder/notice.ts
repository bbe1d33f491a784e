import { whatsAppLink } from "@/lib/account/people/phone";
import { formats } from "@/lib/base/i18n/format";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { localDay, type TimeZone } from "@/lib/base/time/time-zone";
import type { Campaign } from "@/lib/campaign/campaign";

/** Characters of a link that every phone and browser on the way to WhatsApp takes. */
export const maxLinkLength = 2_000;

/** What the health office tells or asks somebody about one thing, and where they see it. */
export type Notice = {
  readonly campaign: Pick<Campaign, "name" | "isSample" | "districtName">;
  /** "Camat Selat"; null: not known. */
  readonly to: string | null;
  /** A sentence. */
  readonly about: string;
  /** What it is made of, a line each. */
  readonly lines?: readonly string[];
  /** A sentence. */
  readonly asks: string;
  /** The whole address. */
  readonly address: string;
};

/** An instant as a notice names it: "30 November pukul 17.56 WIB". */
export function momentText(instant: string, timeZone: TimeZone): string {
  const at = new Date(instant);
  const { monthDay, time } = formats("id");
  return `${monthDay(localDay(at, timeZone))} pukul ${time(at, timeZone)}`;
}

/** In Indonesian whatever language the screen has, because its readers speak it. */
export function noticeText(notice: Notice): string {
  return written(notice, notice.lines?.length ?? 0);
}

/**
 * An address that opens WhatsApp with the notice: all its lines as long as the link carries them, else
 * the first and how many follow.
 *
 * @param phone of whom it is for, "+6281…"; null, or one that has no WhatsApp: they are chosen there.
 */
export function noticeLink(notice: Notice, phone: string | null): string {
  for (let lines = notice.lines?.length ?? 0; lines > 0; lines -= 1) {
    const link = whatsAppLink(phone, written(notice, lines));
    if (link.length <= maxLinkLength) return link;
  }
  return whatsAppLink(phone, written(notice, 0));
}

function written(notice: Notice, shown: number): string {
  const { campaign, to, about, lines = [], asks, address } = notice;
  const rest = lines.length - shown;
  return [
    ...(campaign.isSample ? ["DATA CONTOH"] : []),
    `Yth. ${to ?? "Bapak/Ibu"},`,
    [
      `${campaign.name}: ${about}`,
      ...lines.slice(0, shown).map((line) => `- ${line}`),
      ...(rest > 0 ? [`- dan ${formats("id").count(rest)} baris lain`] : []),
    ].join("\n"),
    asks,
    `Lihat di sini: ${address}`,
    `Terima kasih.\nDinas Kesehatan ${campaign.districtName}`,
  ].join("\n\n");
}

/** To the sender of a report that was given back. */
export function returnedNotice(report: {
  readonly unitName: string;
  readonly day: CalendarDay;
  readonly returnReason: string | null;
}): Pick<Notice, "about" | "asks"> {
  const day = formats("id").longDay(report.day);
  return {
    about: `laporan ${report.unitName} hari ${day} kami kembalikan${report.returnReason === null ? "" : `: “${report.returnReason}”`}.`,
    asks: "Mohon diperbaiki dan dikirim lagi.",
  };
}

/** To who asked for a day to be opened and has no answer yet. */
export function askedNotice(asked: {
  readonly placeName: string;
  readonly day: CalendarDay;
  readonly reason: string;
}): Pick<Notice, "about" | "asks"> {
  const day = formats("id").longDay(asked.day);
  return {
    about: `kami menerima permintaan membuka kembali hari ${day} untuk ${asked.placeName}: “${asked.reason}”.`,
    asks: "Sebelum kami putuskan, mohon kabar:",
  };
}

/** To whoever fills in a day that is open again. */
export function openedNotice(
  opened: { readonly placeName: string; readonly day: CalendarDay },
  until: string,
): Pick<Notice, "about" | "asks"> {
  const day = formats("id").longDay(opened.day);
  return {
    about: `hari ${day} untuk ${opened.placeName} kami buka kembali sampai ${until}.`,
    asks: "Mohon laporan hari itu dikirim sebelum waktu itu.",
  };
}
