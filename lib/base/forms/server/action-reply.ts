/** Far more than any state or argument of ours. */
const deepest = 40;

/**
 * Whether a text is a list of arguments as React writes them, with no more of that language than
 * our pages use: plain JSON, `$$` before a text that begins with `$`, `$undefined`, a form (`$K1`),
 * a time (`$D…`), and a value that stands elsewhere already (`$0:1:typed`).
 *
 * @param hasForm whether the fields of a form came along.
 * @param partAt the value of another part; undefined: there is none.
 */
export function isReply(
  text: string,
  hasForm: (part: string) => boolean,
  partAt: (part: string) => unknown,
): boolean {
  return isReplyPart(text, "0", hasForm, partAt);
}

/** The same for a part of that number: what a page without scripts keeps of its form's state. */
export function isReplyPart(
  text: string,
  part: string,
  hasForm: (part: string) => boolean,
  partAt: (part: string) => unknown,
): boolean {
  const root = parse(text);
  if (!Array.isArray(root)) return false;
  const valueAt = (wanted: string) => (wanted === part ? root : partAt(wanted));
  return isKnown(root, 0, (value) => isWord(value, hasForm, valueAt));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isKnown(value: unknown, depth: number, isText: (text: string) => boolean): boolean {
  if (depth > deepest) return false;
  if (typeof value === "string") return isText(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every((part) => isKnown(part, depth + 1, isText));
}

function isWord(
  text: string,
  hasForm: (part: string) => boolean,
  valueAt: (part: string) => unknown,
): boolean {
  if (!text.startsWith("$") || text.startsWith("$$") || text === "$undefined") return true;
  const form = /^\$K([0-9a-f]{1,4})$/.exec(text)?.[1];
  if (form !== undefined) return hasForm(form);
  if (text.startsWith("$D")) return Number.isFinite(Date.parse(text.slice(2)));
  const path = /^\$([0-9a-f]{1,4}(?::[^:]+)+)$/.exec(text)?.[1]?.split(":");
  return path !== undefined && isThere(path, valueAt);
}

/** A value that is an object or list; what refers to it may not be on the way to it. */
function isThere([part = "", ...names]: readonly string[], valueAt: (part: string) => unknown) {
  const found = names.reduce<unknown>(
    (value, name) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, name)
        ? Reflect.get(value, name)
        : undefined,
    valueAt(part),
  );
  return typeof found === "object" && found !== null;
}
