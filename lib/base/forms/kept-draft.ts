import { isRecord } from "./unknown-object";

/**
 * What is half typed in a form, kept in the browser's session: it outlives leaving the page, going
 * back and reloading, and goes with the tab or the sign-out. Where nothing can be kept, nothing is,
 * and the form works as before. Read by hand: a checker of shapes weighs more than all of this.
 */
type KeptDraft = {
  readonly value: unknown;
  /** What the form began with. */
  readonly base: string;
  /** It was sent, and not typed in since. */
  readonly isSent: boolean;
};

const prefix = "isian:";

/** @param name The person's id and the form's, so that nobody finds another's in the same tab. */
export function readDraft(name: string): KeptDraft | null {
  const text = attempt(() => sessionStorage.getItem(prefix + name));
  if (typeof text !== "string") return null;
  const read = attempt(() => JSON.parse(text) as unknown);
  return isKeptDraft(read) ? read : null;
}

function isKeptDraft(read: unknown): read is KeptDraft {
  return (
    isRecord(read) &&
    "value" in read &&
    typeof read["base"] === "string" &&
    typeof read["isSent"] === "boolean"
  );
}

export function keepDraft(name: string, draft: Omit<KeptDraft, "isSent">): void {
  write(name, { ...draft, isSent: false });
}

/** It is on its way: where the answer is another page, that page forgets it (`forgetSentDrafts`). */
export function markDraftSent(name: string): void {
  const kept = readDraft(name);
  if (kept) write(name, { ...kept, isSent: true });
}

export function forgetDraft(name: string): void {
  attempt(() => sessionStorage.removeItem(prefix + name));
}

/**
 * Forgets what arrived; what was typed after that stays.
 *
 * @param name of one form, or what the names of several begin with.
 */
export function forgetSentDrafts(name: string): void {
  for (const each of namesFrom(name)) if (readDraft(each)?.isSent) forgetDraft(each);
}

/** For signing out. */
export function forgetEveryDraft(): void {
  for (const each of namesFrom("")) forgetDraft(each);
}

function namesFrom(start: string): readonly string[] {
  const keys = attempt(() => Object.keys(sessionStorage)) ?? [];
  return keys
    .filter((key) => key.startsWith(prefix + start))
    .map((key) => key.slice(prefix.length));
}

function write(name: string, draft: KeptDraft): void {
  attempt(() => sessionStorage.setItem(prefix + name, JSON.stringify(draft)));
}

/** A browser may have no storage, or no room in it. */
function attempt<Result>(what: () => Result): Result | null {
  try {
    return what();
  } catch {
    return null;
  }
}
