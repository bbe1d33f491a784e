import { isRecord } from "@/lib/base/forms/unknown-object";
import { storedNames } from "./stored-names";
import type { TypedEntry } from "./typing";

/*
 * Reports that are just being handed to the outbox, in localStorage: it is written before anything
 * else can happen, and the page may be gone before IndexedDB answers. What is left there by such a
 * page goes into the outbox when the next one is opened, exactly as it was handed over.
 */

/** Names of a person's notes begin with this. */
function handedPrefix(actorId: string): string {
  return `cakupan:serah:${actorId}:`;
}

export function noteHanded(actorId: string, handed: readonly TypedEntry[]): void {
  for (const typed of handed) {
    attempt(() =>
      localStorage.setItem(handedPrefix(actorId) + typed.report.id, JSON.stringify(typed)),
    );
  }
}

/** The outbox has them, or the screen says that it could not take them. */
export function strikeHanded(actorId: string, handed: readonly TypedEntry[]): void {
  for (const { report } of handed) {
    attempt(() => localStorage.removeItem(handedPrefix(actorId) + report.id));
  }
}

/** What a page that is gone was handing over, in the order of typing. */
export function handedBefore(actorId: string): readonly TypedEntry[] {
  const found = storedNames(handedPrefix(actorId)).flatMap((name) => {
    const typed = readTyped(localStorage.getItem(name));
    if (!typed) localStorage.removeItem(name);
    return typed ?? [];
  });
  return found.sort((a, b) =>
    (a.report.submittedAt ?? "") < (b.report.submittedAt ?? "") ? -1 : 1,
  );
}

function readTyped(text: string | null): TypedEntry | null {
  try {
    const read: unknown = JSON.parse(text ?? "null");
    return isTyped(read) ? read : null;
  } catch {
    return null;
  }
}

/** What it stands on; the rest is what this program itself wrote, and the server judges it anyway. */
function isTyped(value: unknown): value is TypedEntry {
  if (!isRecord(value) || !isRecord(value["report"])) return false;
  const { id, unit, day, submittedAt, tallies } = value["report"];
  const texts = [value["slug"], value["unitName"], id, unit, day, submittedAt];
  return texts.every((text) => typeof text === "string") && Array.isArray(tallies);
}

/** A browser that keeps nothing has no notes: the outbox says so. */
function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // Nothing is lost by it but this second string to the bow.
  }
}
