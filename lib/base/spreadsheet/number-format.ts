/** How a number is shown, as far as it tells what the number is. */
export type NumberFormat = "number" | "day" | "percent";

/** The formats that every workbook has, by number. Hours alone are no day. */
export function builtInFormat(id: number): NumberFormat {
  const isDay =
    (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  if (isDay) return "day";
  return id === 9 || id === 10 ? "percent" : "number";
}

/** What a format of its own shows: "dd/mm/yyyy" a day, "0.0%" a percentage. */
export function writtenFormat(code: string): NumberFormat {
  const letters = bareCode(code);
  if (letters.includes("%")) return "percent";
  if (/[yd]/.test(letters)) return "day";
  return letters.includes("m") && !/[hs0#?]/.test(letters) ? "day" : "number";
}

/** The first of up to four parts, without what is shown as it stands and without brackets. */
function bareCode(code: string): string {
  let bare = "";
  let until = "";
  for (let at = 0; at < code.length; at += 1) {
    const letter = code.charAt(at).toLowerCase();
    if (until !== "") {
      if (letter === until) until = "";
    } else if (letter === '"') until = '"';
    else if (letter === "[") until = "]";
    else if (letter === "\\" || letter === "_" || letter === "*") at += 1;
    else if (letter === ";") break;
    else bare += letter;
  }
  return bare === "general" || bare === "standard" ? "" : bare;
}

const millisecondsPerDay = 86_400_000;

/**
 * The day that a number stands for, counted from the end of 1899 or from 1904; null for a number
 * that is none. Excel believes that 1900 had a 29 February.
 */
export function dayOf(serial: number, isFrom1904: boolean): string | null {
  if (serial < (isFrom1904 ? 0 : 1) || serial >= 2_958_466) return null;
  const first = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const instant = new Date(first + Math.round(serial * millisecondsPerDay));
  return instant.toISOString().slice(0, 10);
}
