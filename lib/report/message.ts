import type { CalendarDay } from "@/lib/base/time/calendar-day";

import { dayInLine } from "./message-day";
import { cleanLine, itemsOf, type MessageItem } from "./message-line";
import type { PasteTerms } from "./paste-terms";

/** What a message says of one unit. */
export type MessageEntry = {
  readonly unit: string;
  /** null: the message names none. */
  readonly day: CalendarDay | null;
  readonly isZero: boolean;
  readonly items: readonly MessageItem[];
};

/** A line, or a part of one, that belongs to no unit. */
type MessageRemainder = {
  readonly text: string;
  /** `unread`: it holds numbers, and not what they are of. `noUnit`: no unit stands before it. */
  readonly reason: "unknown" | "ambiguous" | "unread" | "noUnit";
};

export type Message = {
  readonly entries: readonly MessageEntry[];
  readonly remainders: readonly MessageRemainder[];
};

type Context = PasteTerms & {
  readonly isVillages: boolean;
  /** The day that the screen shows. */
  readonly shown: CalendarDay;
};

/** Whose counts the lines are: a unit, or a name that is none of ours. */
type Owner =
  | { readonly kind: "unit"; readonly code: string }
  /** `asked`: somebody is asked whether it is one of the units. */
  | { readonly kind: "unknown" | "ambiguous" | "asked"; readonly name: string };

const zeroWord = /^(?:nihil|nil|tidak ada pelayanan|tdk ada pelayanan)(?:\s+semua)?[.]?$/iu;
const greeting =
  /^(?:assalam|wassalam|wr\b|salam|selamat|pagi|siang|sore|malam|yth|mohon|izin|ijin|terima ?kasih|trims|makasih|demikian|sekian|ttd|petugas|bidan|kader|pelapor|nama petugas|catatan|ket\b|keterangan|jam\b|pukul|waktu|lokasi|tempat|no\.? ?hp|hp\b|wa\b|semangat|aamiin|amin)/iu;
const otherPlace = /^(?:kec(?:amatan)?|kab(?:upaten)?|prov(?:insi)?|puskesmas|pkm|upt|uptd)\b/iu;
const preamble =
  /^(?:(?:bu|pak|lapor|laporan|lap|rekap|rekapan|data|hasil|capaian|harian|kegiatan|pelayanan|imunisasi|kejar|bian|pin|sub|ori|bulan|anak|nasional|tahun|20\d\d)\b[.:]?\s*)+/iu;
/** Places within a village: the counts of two of them meet in one cell, and are rejected there. */
const partOfUnit = /^(?:posyandu|pos|dusun|dsn|rt|rw|tim|sd|sdn|mi|tk|paud)\b/iu;
const unitWord = /\b(?:nama\s+)?(?:desa|ds|kelurahan|kel|unit)\b\s*[./:=-]*\s*/iu;

/**
 * Reads what is sent in chats: a line for each village ("Bukit Batu: MR 12, OPV 3"), or the message of
 * one village with its name and date in the first lines and a count in each further one. Every number
 * goes with the label written at it and the unit written before it, or it is told as not read; nothing
 * is laid down by order. Labels are not resolved here: what fits several columns is asked.
 *
 * @param terms with the units of the screen. Of a single one the message need not say the name.
 * @returns null when the text is no message: it has no label with a number.
 */
export function readMessage(text: string, terms: PasteTerms, shown: CalendarDay): Message | null {
  if (text.includes("\t")) return null;
  const { units, unitKinds } = terms.vocabulary;
  const context: Context = { ...terms, isVillages: unitKinds.has("village"), shown };
  const [only, ...others] = units;
  const reader = new MessageReader(
    context,
    only && others.length === 0 ? { kind: "unit", code: only.code } : null,
  );
  for (const line of text.split(/\r?\n/u)) reader.read(line);
  return reader.hasItems ? reader.message() : null;
}

class MessageReader {
  private readonly entries: MessageEntry[] = [];
  private readonly remainders: MessageRemainder[] = [];
  private owner: Owner | null;
  private day: CalendarDay | null = null;
  private heading = "";
  /** Counts were read since the owner was named. */
  private hasBegun = false;
  /** A unit was named, and nothing came since. */
  private isJustNamed = false;
  hasItems = false;

  constructor(
    private readonly context: Context,
    only: Owner | null,
  ) {
    this.owner = only;
  }

  message(): Message {
    return { entries: this.entries, remainders: this.remainders };
  }

  read(written: string) {
    const line = cleanLine(written);
    if (line === "") {
      this.isJustNamed = false;
      return;
    }
    const own = this.unitAtStart(line);
    if (own && this.readOwn(own.owner, own.rest, own.isParted)) return;

    const { isDated, day, rest } = dayInLine(line, this.context.shown);
    if (isDated && this.itemsIn(rest) === null) {
      if (day === null) this.leave(line, "unread");
      else this.day = day;
      if (rest !== "") this.readHeader(rest);
      return;
    }
    if (zeroWord.test(line)) {
      this.add({ isZero: true, items: [] }, line);
      return;
    }
    const items = this.itemsIn(line);
    if (items) {
      this.add({ isZero: false, items: items.map((item) => this.headed(item)) }, line);
      return;
    }
    if (this.meanings(line.replace(/[\s:=-]+$/u, "")) > 0 && !/\d\s*$/u.test(line)) {
      this.heading = line.replace(/[\s:=-]+$/u, "");
      return;
    }
    this.readHeader(line);
  }

  /** A line that begins with a unit; whether it was one. */
  private readOwn(owner: Owner, rest: string, isParted: boolean): boolean {
    const day = dayInLine(rest, this.context.shown);
    const said = this.placesAway(day.rest);
    const items = said === "" ? [] : this.itemsIn(said);
    const isZero = zeroWord.test(said);
    // "Pulau Telo Lama MR 12": without a sign between them the words may be another village's name.
    const startsKnown = items?.[0] && this.meanings(items[0].label) > 0;
    if (!isZero && (items === null || (items.length > 0 && !isParted && !startsKnown)))
      return false;
    if (items?.length || isZero) this.isJustNamed = false;
    this.open(owner);
    if (day.isDated && day.day === null) this.leave(rest, "unread");
    else if (day.day !== null) this.day = day.day;
    if (isZero || items?.length) this.add({ isZero, items: items ?? [] }, said);
    return true;
  }

  /** A line without counts: it may name the unit of the lines that follow. */
  private readHeader(line: string) {
    const text = line.replace(preamble, "");
    if (greeting.test(line) || partOfUnit.test(line) || text === "") return;
    const at = unitWord.exec(text);
    const named = at ? text.slice(at.index + at[0].length) : text;
    const isOther = this.context.isVillages && otherPlace.test(named);
    const found = isOther ? null : this.unitAtStart(named);
    if (found && this.placesAway(found.rest) === "") {
      this.open(found.owner);
      return;
    }
    const name = named.split(/\s*[,;(:=]\s*|\s+-\s+/u)[0] ?? named;
    if (/\p{Nd}/u.test(text)) {
      // "Bukit Baru: MR 12" of a village that is none of ours, or numbers that nobody can place.
      const after = /^[^:=]*[:=]\s*(.*)$/u.exec(text)?.[1] ?? "";
      const isReport = (this.itemsIn(after) ?? []).some(({ label }) => this.meanings(label) > 0);
      if (isReport) this.hasItems = true;
      const owner = isReport ? this.meant(name) : ({ kind: "unknown", name } as const);
      if (owner.kind === "unit" && this.readOwn(owner, after, true)) return;
      if (owner.kind !== "asked") {
        this.leave(isReport ? name : line, isReport ? "unknown" : "unread");
      }
      if (isReport || this.owner || at) this.open(owner);
      this.hasBegun = true;
      return;
    }
    if (isOther && !this.hasBegun) return;
    // Whatever stands below a name may be another: what follows is not laid to the former.
    if (at || this.owner) this.open(isOther ? { kind: "unknown", name } : this.meant(name));
  }

  /** Whose an unknown name is: as somebody said, where it is nearly one of the units. */
  private meant(name: string): Owner {
    const { units, questions } = this.context;
    const written = { code: "", name, subdistrict: "" };
    const looked = units.find(written);
    const found = questions.settle(looked, written);
    if ("unit" in found) return { kind: "unit", code: found.unit.code };
    return { kind: questions.isOpen(looked, written) ? "asked" : "unknown", name };
  }

  private open(owner: Owner) {
    const isSame =
      this.owner?.kind === "unit" && owner.kind === "unit" && this.owner.code === owner.code;
    // Two names in one head: whose counts follow is not known.
    const isTwice = this.isJustNamed && !isSame && owner.kind === "unit";
    this.heading = "";
    this.owner = isTwice ? { kind: "ambiguous", name: "" } : owner;
    this.isJustNamed = owner.kind === "unit";
    this.hasBegun = false;
  }

  private add({ isZero, items }: Pick<MessageEntry, "isZero" | "items">, line: string) {
    this.hasItems = true;
    this.hasBegun = true;
    this.isJustNamed = false;
    if (this.owner?.kind !== "unit") {
      if (this.owner?.kind === "asked") return;
      const name = this.owner?.name ?? "";
      const reason = this.owner ? this.owner.kind : "noUnit";
      this.leave(name === "" ? line : `${name}: ${line}`, reason);
      return;
    }
    this.entries.push({ unit: this.owner.code, day: this.day, isZero, items });
  }

  private leave(text: string, reason: MessageRemainder["reason"]) {
    this.remainders.push({ text: text.slice(0, 80), reason });
  }

  private meanings(label: string): number {
    return this.context.vocabulary.words.meant(label).keys.length;
  }

  /** The counts of a text; null: it is not understood, or a name stands before a label in it. */
  private itemsIn(text: string): MessageItem[] | null {
    const items = itemsOf(text, (label) => this.meanings(label));
    const isPlain = items?.every(({ label }) => !this.isOtherName(label));
    return isPlain ? items : null;
  }

  /** A label that is a unit's name, or has other words before one that is known. */
  private isOtherName(label: string): boolean {
    if (this.context.units.match(label) !== null) return true;
    if (this.meanings(label) > 0) return false;
    const words = label.split(" ");
    return words.some((_, at) => {
      const before = words.slice(0, at).join(" ");
      return (
        at > 0 &&
        this.meanings(words.slice(at).join(" ")) > 0 &&
        before.replace(
          /^(?:vaksin|imunisasi|dosis|jumlah|jml|total|sasaran|anak)(?:\s+anak)?$/iu,
          "",
        ) !== ""
      );
    });
  }

  /** "9–59 bln : 12" under a line "MR". */
  private headed(item: MessageItem): MessageItem {
    if (this.heading === "") return item;
    const label = `${this.heading} ${item.label}`;
    if (this.meanings(label) > 0) return { ...item, label };
    // A label with its own intervention ends the heading.
    if (/^\p{L}/u.test(item.label) && this.meanings(item.label) > 0) {
      this.heading = "";
      return item;
    }
    return { ...item, label };
  }

  /** The unit that a line begins with, by the longest name, and what follows it. */
  private unitAtStart(line: string) {
    if (this.context.isVillages && otherPlace.test(line)) return null;
    const text = line.replace(/^\d{1,3}\s+(?=\p{L})/u, "");
    // A name ends where a sign stands; what is in brackets after it belongs to it, or to the counts.
    const head = /^[^(:=,;]*/u.exec(text)?.[0] ?? "";
    const ends = [...head.matchAll(/[\p{L}\p{N}'’.]+/gu)].map(
      ({ index, 0: word }) => index + word.length,
    );
    for (const end of ends.slice(0, 6).reverse()) {
      const name = text.slice(0, end).replace(/\.$/u, "");
      // "Bukit Batu (MR 12": what a bracket begins is beside the name.
      if (/\([^)]*$/u.test(name)) continue;
      const match = this.context.units.match(name);
      if (match === null) continue;
      const after = text.slice(end);
      const rest = after.replace(/^(?:\s*\([^)\d]*\))?\s*[:=,.–—-]*\s*/u, "");
      const owner: Owner =
        match === "ambiguous" ? { kind: "ambiguous", name } : { kind: "unit", code: match.code };
      return { owner, rest, isParted: /^(?:\s*\([^)\d]*\))?\s*[:=,–—-]/u.test(after) };
    }
    return null;
  }

  /** Without a kecamatan or puskesmas named beside the unit. */
  private placesAway(text: string): string {
    return text
      .replace(
        /\b(?:kec(?:amatan)?|kab(?:upaten)?|puskesmas|pkm|upt|uptd)\b[^,;\d]*(?=$|[,;])/giu,
        "",
      )
      .replaceAll(/^[\s,;:()–—-]+|[\s,;:()–—-]+$/gu, "");
  }
}
