import type { Case } from "./case";
import type { Answer } from "./send";

/** What no answer may tell: statements, stacks, places in the file system, names of tools. */
const leaks: readonly RegExp[] = [
  /\bat [\w.<>\s]+ \((?:file:|\/|node:)[^)]*:\d+:\d+\)/,
  /\bnode_modules\b/,
  /\bPrisma(?:Client|Promise)\w*/,
  /\bZodError\b/,
  /\b(?:syntax error at or near|invalid byte sequence|violates \w+[- ]?\w* constraint)/,
  /\b(?:relation|column) "[a-z_]+" (?:of|does)/,
  /\b(?:ECONNREFUSED|ENOENT|ERR_[A-Z_]{4,})\b/,
  /\bINSERT INTO [a-z_]+ \(|\bSELECT [a-z_."]+,? .{0,80}\bFROM [a-z_]+\b/,
];

/** The leak in the text, with what stands around it; null: there is none. */
export function findLeak({ headers, text }: Answer, projectFolder: string): string | null {
  // A script that browsers run names its tools.
  if (/javascript/.test(headers["content-type"] ?? "")) return null;
  const place = text.indexOf(projectFolder);
  if (place >= 0) return text.slice(place, place + 120);
  for (const leak of leaks) {
    const at = leak.exec(text);
    if (at) return text.slice(Math.max(0, at.index - 20), at.index + 120);
  }
  return null;
}

/** Whether the request asks for something to be stored. */
export function isWrite({ method }: Pick<Case, "method">): boolean {
  return method !== "GET" && method !== "HEAD" && method !== "OPTIONS";
}

/** An action says what it rejected in the state of its form, with 200. */
const rejectedKinds = /"kind":"(?:unreadable|rejected|needsReason|conflict|wrong|tooManyTries)"/;

/** Whether the answer says that nothing of the request was taken. */
export function isRejected({ target }: Pick<Case, "target">, { status, text }: Answer): boolean {
  if (status === null || status >= 400) return true;
  if (target === "api submitDailyReports") return !/"outcome":"(?:stored|replayed)"/.test(text);
  if (target === "api importTargetPopulations") return /"accepted":0\b/.test(text);
  if (!target.startsWith("action ") || status >= 300) return false;
  const state = /"status":"(?:saved|rejected)"/.exec(text.replaceAll('\\"', '"'));
  if (state === null) return false;
  const said = text.replaceAll('\\"', '"');
  return state[0].includes("rejected") || rejectedKinds.test(said);
}
