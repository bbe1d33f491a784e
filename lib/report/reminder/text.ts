import { whatsAppLink } from "@/lib/account/people/phone";
import { formats } from "@/lib/base/i18n/format";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import { maxLinkLength } from "./notice";

/** Whom a reminder is for, and about which reports. */
export type Reminder = {
  readonly isSample: boolean;
  readonly campaign: string;
  readonly day: CalendarDay;
  /** The day is the reader's today. */
  readonly isToday: boolean;
  /** The day's cut-off: "16.00 WIB", and whether it has passed. */
  readonly cutOff: string;
  readonly isPastCutOff: boolean;
  /** The day is open again there until then, "30 November pukul 17.56 WIB"; null: it is not. */
  readonly openUntil: string | null;
  /** Where the day is filled in. */
  readonly address: string;
  /** "Mantangai"; of a kabupaten without kecamatan its own name. */
  readonly place: string;
  /** Whom it addresses: the camat, or the heads of the units themselves. */
  readonly to: "subdistrictHead" | "unitHeads";
  /** Villages, or units of other kinds. */
  readonly noun: "desa" | "unit";
  /** Names of those that have not reported; 1 or more. */
  readonly missing: readonly string[];
  /** Nothing came from there since the first day. */
  readonly hasNeverReported: boolean;
  /** Who asks: "Dinas Kesehatan Kabupaten Kapuas". */
  readonly from: string;
};

/**
 * A reminder to copy: who has not reported which day, by when, and what to do without a service that
 * day, or once the day is closed. It speaks Indonesian whatever language the screen has, because its
 * readers do.
 */
export function reminderText(reminder: Reminder): string {
  return written(reminder, reminder.missing.length);
}

/**
 * The reminder as a link to WhatsApp carries it. It names everyone as long as the link is not cut on
 * its way, which is some 40 villages; then it counts the rest.
 *
 * @param phone the number of the person it addresses, "+6281…"; null: whom it goes to is chosen there.
 */
export function carriedText(reminder: Reminder, phone: string | null = null): string {
  for (let named = reminder.missing.length; named > 1; named -= 1) {
    const text = written(reminder, named);
    if (whatsAppLink(phone, text).length <= maxLinkLength) return text;
  }
  return written(reminder, 1);
}

function written(reminder: Reminder, named: number): string {
  const { isSample, campaign, noun, missing, from } = reminder;
  const count = formats("id").count(missing.length);
  const names = namesOf(missing, noun, named);
  const asked = reminder.hasNeverReported
    ? `${campaign}: dari ${reminder.place} kami belum pernah menerima laporan sejak hari ke-1, termasuk laporan ${dayOf(reminder)}, dari ${count} ${noun}: ${names}. Mohon kabar, apakah ada kendala yang dapat kami bantu. Kami akan menghubungi Bapak/Ibu langsung.`
    : `Laporan ${campaign} ${dayOf(reminder)} dari ${count} ${noun} belum kami terima: ${names}.`;

  return [
    ...(isSample ? ["DATA CONTOH"] : []),
    greeting(reminder),
    asked,
    request(reminder),
    `Isi di sini: ${reminder.address}`,
    `Terima kasih.\n${from}`,
  ].join("\n\n");
}

/** "Bajuh, Karukus, dan Pujon"; "Bajuh, Karukus, dan 27 desa lain" where so many are `named`. */
function namesOf(names: readonly string[], noun: Reminder["noun"], named: number): string {
  const { list, count } = formats("id");
  if (named >= names.length) return list(names);
  const rest = `${count(names.length - named)} ${noun} lain`;
  return list([...names.slice(0, named), rest]);
}

function greeting({ to, place, noun }: Reminder): string {
  return to === "subdistrictHead"
    ? `Yth. Bapak/Ibu Camat ${place},`
    : noun === "desa"
      ? `Yth. Bapak/Ibu Kepala Desa dan Lurah di ${place},`
      : `Yth. Bapak/Ibu penanggung jawab laporan di ${place},`;
}

function dayOf({ day, isToday }: Reminder): string {
  const date = formats("id").longDay(day);
  return isToday ? `hari ini (${date})` : `hari ${date}`;
}

/**
 * What to do: before the cut-off send, and as long as the day is open again; else it is closed, and
 * the server takes only what was typed before, until the health office opens it.
 */
function request(reminder: Reminder): string {
  const { isPastCutOff, cutOff, hasNeverReported, openUntil } = reminder;
  const send = hasNeverReported ? "Laporan hari ini mohon" : "Mohon";
  if (!isPastCutOff) {
    return `${send} dikirim sebelum pukul ${cutOff}. Bila tidak ada pelayanan, cukup tekan Nihil.`;
  }
  if (openUntil !== null) {
    return `Batas lapor pukul ${cutOff} sudah lewat, tetapi hari itu dibuka kembali sampai ${openUntil}. Mohon dikirim sebelum itu. Bila tidak ada pelayanan, cukup tekan Nihil.`;
  }
  const what = hasNeverReported ? `laporan ${dayOf(reminder)}` : "lapor";
  return `Batas ${what} pukul ${cutOff} sudah lewat dan harinya sudah ditutup. Laporan yang sudah diisi di ponsel sebelum batas itu tetap diterima begitu ada sinyal. Bila belum diisi, mohon tekan Minta dibuka kembali di Input harian; laporan dapat dikirim setelah Dinas Kesehatan membuka hari itu kembali.`;
}
