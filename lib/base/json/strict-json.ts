/** Why a file is no JSON that is read as one thing only. */
export type JsonProblem =
  | { readonly kind: "empty" | "encoding" | "tooDeep" }
  | { readonly kind: "notJson"; readonly line: number }
  /** A name that stands twice in one object, or that is none of data. */
  | { readonly kind: "twice" | "unsafeName"; readonly name: string; readonly line: number };

/** No reader needs data that stand deeper in each other. */
const maxDepth = 32;

/**
 * The JSON of a file in UTF-8, with or without its mark. Readers disagree about a name that stands
 * twice, and `__proto__` is a name of the language: files with either are rejected, as nobody can say
 * what they mean.
 */
export function readStrictJson(
  bytes: Uint8Array,
): { readonly value: unknown } | { readonly problem: JsonProblem } {
  const text = utf8(bytes);
  if (text === null) return { problem: { kind: "encoding" } };
  if (text.trim() === "") return { problem: { kind: "empty" } };
  const problem = problemOf(text);
  return problem ? { problem } : { value: JSON.parse(text) as unknown };
}

/** null: another encoding. UTF-16 is told by its mark, or by the zero bytes that JSON has none of. */
function utf8(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** One sign, text, number or word of JSON, after what stands between them. */
const token =
  /[ \t\r\n]*(?:([{}[\]:,])|("(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;

/** What may come next: within an object a name stands before each value. */
type Next = "value" | "valueOrEnd" | "name" | "nameOrEnd" | "colon" | "commaOrEnd";

/** Where a text is no JSON, or may be read in two ways; without calls in calls, however deep it is. */
function problemOf(text: string): JsonProblem | null {
  /** Names of each object that is open; null: a list. */
  const open: (Set<string> | null)[] = [];
  let next: Next = "value";
  let at = 0;
  while (at < text.length) {
    token.lastIndex = at;
    const [whole, sign = "", written] = token.exec(text) ?? [];
    if (whole === undefined) break;
    const inside = open.at(-1);
    const isValue = next === "value" || next === "valueOrEnd";
    if ((sign === "{" || sign === "[") && isValue) {
      open.push(sign === "{" ? new Set() : null);
      if (open.length > maxDepth) return { kind: "tooDeep" };
      next = sign === "{" ? "nameOrEnd" : "valueOrEnd";
    } else if (sign === (inside ? "}" : "]") && open.length > 0 && isEnd(next, inside)) {
      open.pop();
      next = "commaOrEnd";
    } else if (sign === "," && next === "commaOrEnd" && open.length > 0) {
      next = inside ? "name" : "value";
    } else if (sign === ":" && next === "colon") next = "value";
    else if (written !== undefined && inside && (next === "name" || next === "nameOrEnd")) {
      const name = JSON.parse(written) as string;
      const kind = name === "__proto__" ? "unsafeName" : inside.has(name) ? "twice" : null;
      if (kind) return { kind, name, line: lineOf(text, at + whole.length) };
      inside.add(name);
      next = "colon";
    } else if (sign === "" && isValue) next = "commaOrEnd";
    else break;
    at += whole.length;
  }
  const rest = /\S/.exec(text.slice(at))?.index ?? 0;
  const isWhole = text.slice(at).trim() === "" && open.length === 0 && next === "commaOrEnd";
  return isWhole ? null : { kind: "notJson", line: lineOf(text.trimEnd(), at + rest) };
}

function isEnd(next: Next, inside: Set<string> | null | undefined): boolean {
  return next === "commaOrEnd" || next === (inside ? "nameOrEnd" : "valueOrEnd");
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split("\n").length;
}
