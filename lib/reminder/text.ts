import { formats } from "@/lib/i18n/format";
import type { CalendarDay } from "@/lib/time/calendar-day";

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

/** Names that a message lists before it counts the rest. */
const mostNamed = 6;

/**
 * A reminder to copy or to open in WhatsApp: who has not reported which day, by when, and what to
 * do without a service that day. It speaks Indonesian whatever language the screen has, because
 * its readers do.
 */
export function reminderText(reminder: Reminder): string {
  const { isSample, campaign, noun, missing, from } = reminder;
  const count = formats("id").count(missing.length);
  const names = namesOf(missing, noun);
  const asked = reminder.hasNeverReported
    ? `${campaign}: dari ${reminder.place} kami belum pernah menerima laporan sejak hari ke-1 (${count} ${noun}: ${names}). Mohon kabar, apakah ada kendala yang dapat kami bantu. Kami akan menghubungi Bapak/Ibu langsung.`
    : `Laporan ${campaign} ${dayOf(reminder)} dari ${count} ${noun} belum kami terima: ${names}.`;

  return [
    ...(isSample ? ["DATA CONTOH"] : []),
    greeting(reminder),
    asked,
    request(reminder),
    `Terima kasih.\n${from}`,
  ].join("\n\n");
}

/** Several reminders as one text, the longest list of names first as they come. */
export function allReminders(reminders: readonly Reminder[]): string {
  return reminders.map(reminderText).join("\n\n---\n\n");
}

/** An address that opens WhatsApp with the text, to whomever is then chosen. Nothing is sent from here. */
export function whatsAppLink(text: string): string {
  return `https://wa.me/?text=${encodeURIComponent(text)}`;
}

/** "Bajuh, Karukus, dan Pujon"; "A, B, C, D, E, F, dan 27 desa lain" where they are many. */
export function namesOf(names: readonly string[], noun: Reminder["noun"]): string {
  const { list, count } = formats("id");
  // One more than named is named as well: "dan 1 desa lain" is longer than its name.
  if (names.length <= mostNamed + 1) return list(names);
  const rest = `${count(names.length - mostNamed)} ${noun} lain`;
  return list([...names.slice(0, mostNamed), rest]);
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

/** What to do: before the cut-off send; after it the day is closed and has to be opened. */
function request({ isPastCutOff, cutOff, hasNeverReported }: Reminder): string {
  const zero = "Bila tidak ada pelayanan, cukup tekan Nihil.";
  if (!isPastCutOff) return `Mohon dikirim sebelum pukul ${cutOff}. ${zero}`;
  if (hasNeverReported) return zero;
  return `Batas lapor pukul ${cutOff} sudah lewat. Laporan yang sudah diisi di ponsel tetap diterima begitu ada sinyal; bila belum diisi, mintalah hari itu dibuka kembali. ${zero}`;
}
