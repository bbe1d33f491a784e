/**
 * A percentage as a share, exact: "95" → "0.95", "92,5%" → "0.925". What is none stays as it is; a number
 * with more decimals, or that begins with its comma, gets its percent sign, so that nothing reads "0.955"
 * as the share of 95,5 %.
 */
export function shareOf(percent: string): string {
  const text = percent.trim();
  const [, whole, fraction = ""] = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(text) ?? [];
  if (whole === undefined) return /^[\d.,]+$/.test(text) ? `${text}%` : text;
  return String(Number(whole + fraction.padEnd(2, "0")) / 10_000);
}

/**
 * The percentage that somebody meant who typed a share: "95" for "0,95"; null for what can be a
 * goal in percent, or is only begun.
 */
export function meantPercent(typed: string): string | null {
  const share = Number(typed.trim().replace(/\s*%$/, "").replace(",", ".") || "?");
  return share > 0 && share < 1 ? percentOf(Math.round(share * 10_000)) : null;
}

/** A share as a percentage to type: 9,500 ten-thousandths → "95", 9,250 → "92,5". */
export function percentOf(tenThousandths: number): string {
  return String(tenThousandths / 100).replace(".", ",");
}
