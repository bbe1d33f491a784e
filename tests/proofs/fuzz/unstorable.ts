import type { Chance } from "./chance";
import { addressOf, type Ground, type Person, type Right } from "./ground";
import { multipartType, writeMultipart, type Part } from "./multipart";

/** Texts that JSON carries and PostgreSQL takes as none: a zero byte, and halves of letters. */
const unstorableTexts: readonly string[] = ["\0", "a\0b", "\ud800", "a\udc00b", "\ude00\ud83d"];

/** The same in an address; a half of a letter as the bytes that it would have. */
export const unstorableEscapes: readonly string[] = [
  "%00", "%00", "a%00b", "%ed%a0%80", "a%ed%b0%80b", "%2500",
]; // prettier-ignore

/** A text escaped for an address, where half of a letter stays one and does not become "�". */
export function escaped(text: string): string {
  return [...text]
    .map((letter) => (/\p{Cs}/u.test(letter) ? halfEscaped(letter) : encodeURIComponent(letter)))
    .join("");
}

function halfEscaped(half: string): string {
  const unit = half.charCodeAt(0);
  return [0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)]
    .map((byte) => `%${byte.toString(16)}`)
    .join("");
}

type Made = {
  readonly target: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
  readonly person: Person;
};

/**
 * A request that would be taken but for one of its texts. Whatever else is wrong with a request is
 * found before its texts come to the database, so all else has to be right.
 */
export function unstorableCase(ground: Ground, number: number, chance: Chance): Made {
  const right = chance.of(ground.rights);
  const fresh = right.content(String(number));
  const at = chance.below(textsIn(fresh));
  const content = withText(fresh, at, chance.of(unstorableTexts));
  const { target, method, person } = right;
  return {
    target,
    method,
    path: addressOf(right, String(number)),
    person,
    ...sentOf(right, content),
  };
}

function sentOf({ kind, action }: Right, content: unknown): Pick<Made, "headers" | "body"> {
  const called: Record<string, string> =
    action === null ? { "if-match": "*" } : { "next-action": action };
  if (kind === "form") {
    const fields = Object.entries(content ?? {}).map(([name, text]): Part => [
      `_1_${name}`,
      String(text),
    ]);
    const call: Part = ["0", '[{"status":"untouched"},"$K1"]'];
    return {
      headers: { ...called, "content-type": multipartType },
      body: writeMultipart([...fields, call]),
    };
  }
  const type = action === null ? "application/json" : "text/plain;charset=UTF-8";
  // JSON writes what is no letter as an escape, "\ud800" and "\u0000".
  return {
    headers: { ...called, "content-type": type },
    body: Buffer.from(JSON.stringify(content)),
  };
}

/** How many texts there are in it, in texts that are JSON too. */
export function textsIn(content: unknown): number {
  if (typeof content === "string") {
    const inner = fromJson(content);
    return inner === undefined ? 1 : textsIn(inner);
  }
  if (typeof content !== "object" || content === null) return 0;
  return Object.values(content).reduce<number>((sum, part) => sum + textsIn(part), 0);
}

/** The same with another text in the place of one. */
function withText(content: unknown, at: number, text: string): unknown {
  if (typeof content === "string") {
    const inner = fromJson(content);
    return inner === undefined ? text : JSON.stringify(withText(inner, at, text));
  }
  if (typeof content !== "object" || content === null) return content;
  let left = at;
  const parts = Object.entries(content).map(([name, part]) => {
    const count = textsIn(part);
    const isHere = left >= 0 && left < count;
    const made: unknown = isHere ? withText(part, left, text) : part;
    left -= count;
    return [name, made] as const;
  });
  return Array.isArray(content) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
}

/** undefined: the text is no list and no object. */
function fromJson(text: string): unknown {
  if (!/^[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Who may see the most pages; others are turned away before an address is read. */
const readers: readonly Person[] = [
  "administrator",
  "healthOffice",
  "healthOffice",
  "subdistrictHead",
];

/** A page whose last segment, or most of whose parameters, the database takes as no text. */
export function unstorablePage(ground: Ground, names: readonly string[], chance: Chance): Made {
  const [path = "/", given = ""] = chance.of(ground.pages).split("?");
  const escape = chance.of(unstorableEscapes);
  const address = chance.happens(0.5)
    ? `${chance.of([`${path}${escape}`, path.replace(/[^/]*$/, escape)])}?${given}`
    : `${path}?${[given, ...names.filter(() => chance.happens(0.8)).map((name) => `${name}=${escape}`)].join("&")}`;
  return {
    target: `page ${path}`,
    method: "GET",
    path: address,
    headers: {},
    body: null,
    person: chance.of(readers),
  };
}
