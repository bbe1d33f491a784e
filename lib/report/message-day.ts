import { readDay } from "@/lib/campaign/target-population/day-text";
import { addDays, daysBetween, type CalendarDay } from "@/lib/base/time/calendar-day";

/** What a line says of the day. `rest`: the line without it. */
type LineDay = {
  /** It says something of a day. */
  readonly isDated: boolean;
  /** null: none, or a day that does not exist, or that is named by no date. */
  readonly day: CalendarDay | null;
  readonly rest: string;
};

const named =
  /^(?:pada\s+)?(?:hari\s*[/,&]?\s*)?(?:tanggal|tgl|tg)\b\.?\s*[:=]?\s*|^hari\s*[:=]\s*/iu;
const weekday = /\b(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\b\s*,?\s*/iu;
const full =
  /(?<![\d/.-])(?:(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})|(\d{1,2})\s?[-/. ]?\s?(\p{L}{3,9})\s?[-/. ,]\s?(\d{4}|\d{2}))(?![\d/.-])/u;
const monthWords =
  "jan(?:uari)?|[fp]eb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|juni?|juli?|agu(?:stus)?|agt|sep(?:t(?:ember)?)?|okt(?:ober)?|no[vp](?:ember)?|des(?:ember)?";
const short = new RegExp(String.raw`(?<![\d/.-])(\d{1,2})\s?[-/. ]?\s?(${monthWords})\b`, "iu");
const introduced =
  /\b(?:tanggal|tgl|tg)\b\.?\s*[:=]?\s*(\d{1,2})(?:\s?[-/.]\s?(\d{1,2}))?(?![\d])/iu;

/**
 * The date in a line of a message, "Sabtu, 28 November 2026", "28/11/26", "tgl 28", "28 Nov". What it
 * leaves out is taken from the day shown: the last such date up to it.
 */
export function dayInLine(line: string, shown: CalendarDay): LineDay {
  if (/^(?:laporan|lap|data|rekap)?\s*(?:hari\s+)?kemarin\b/iu.test(line)) {
    return {
      isDated: true,
      day: addDays(shown, -1),
      rest: line.replace(/\b(?:hari\s+)?kemarin\b/iu, " ").trim(),
    };
  }
  const isNamed = named.test(line);
  const text = line.replace(weekday, " ");
  for (const [pattern, dayOf] of [
    [full, (found: string[]) => near(read(numbersOf(found).join("-")), shown)],
    [short, ([, day, month]: string[]) => latest(day ?? "", month ?? "", shown)],
    [introduced, ([, day, month]: string[]) => latest(day ?? "", month ?? null, shown)],
  ] as const) {
    const found = pattern.exec(text);
    if (!found) continue;
    const day = dayOf([...found]);
    // A number beside a word that is no month is no date.
    if (day === null && found[6] !== undefined && !isNamed) continue;
    const rest = text.replace(found[0], " ").replace(named, " ").replaceAll(/\s+/gu, " ");
    return {
      isDated: true,
      day,
      rest: rest.replace(/\b(?:hari|tanggal|tgl|tg)\b[\s.:=]*$|[\s,:.(]+$/giu, "").trim(),
    };
  }
  return { isDated: isNamed, day: null, rest: isNamed ? "" : line };
}

/** Day, month and year of a full date, in either spelling. */
function numbersOf([, day, , month, year, worded, word, wordedYear]: string[]): (
  string | undefined
)[] {
  return worded === undefined ? [day, month, year] : [worded, word, wordedYear];
}

/** No report is of another year: such a date was three counts, or a slip. */
function near(day: CalendarDay | null, shown: CalendarDay): CalendarDay | null {
  return day !== null && Math.abs(daysBetween(day, shown)) < 400 ? day : null;
}

function read(text: string): CalendarDay | null {
  const found = readDay({ kind: "text", text });
  return found.kind === "day" ? found.day : null;
}

/** The latest such date up to the day shown; without a month: in its month, or the one before. */
function latest(day: string, month: string | null, shown: CalendarDay): CalendarDay | null {
  const [year = "", ownMonth = ""] = shown.split("-");
  if (month !== null) {
    const own = read(`${day}-${month}-${year}`);
    if (own === null || own <= addDays(shown, 60)) return own;
    return read(`${day}-${month}-${String(Number(year) - 1)}`);
  }
  const own = read(`${day}-${ownMonth}-${year}`);
  if (own !== null && own <= addDays(shown, 3)) return own;
  const [formerYear = "", formerMonth = ""] = addDays(`${year}-${ownMonth}-01`, -1).split("-");
  return read(`${day}-${formerMonth}-${formerYear}`);
}
