import { openDB } from "idb";

import { kitShape } from "./shape";
import type { EntryKit } from "@/lib/device/offline/schema";

/** Name of the database of a person's kits. */
function kitName(actorId: string): string {
  return `cakupan-${actorId}-kit`;
}

/** A kit on a device. */
export type KeptKit = EntryKit & {
  /** When it was fetched, milliseconds since 1970 by the device's clock; left out by an older version. */
  readonly fetchedAt?: number;
};

/** What the page is told when a kit was written (`KitWritten`): what it draws from is over. */
export const kitWritten = "cakupan-kit";

export class KitWritten extends Event {
  /** @param took milliseconds that fetching it took: the server can be reached; null: it was not. */
  constructor(readonly took: number | null) {
    super(kitWritten);
  }
}

/**
 * Keeps a campaign's kit for its person, in place of an earlier one.
 *
 * @param took milliseconds that fetching it just took; null: it was not fetched.
 * @throws when this browser keeps nothing, or is full.
 */
export async function keepKit(kit: KeptKit, took: number | null = null): Promise<void> {
  const database = await openKits(kit.person);
  try {
    await database.put("kits", kit, kit.campaign.slug);
  } finally {
    database.close();
  }
  globalThis.dispatchEvent?.(new KitWritten(took));
}

/** Remembers in a person's kit how they type; without a kit there is nothing to remember it in. */
export async function keepFigures(
  actorId: string,
  slug: string,
  figures: NonNullable<EntryKit["figures"]>,
): Promise<void> {
  const kit = await findKeptKit(actorId, slug);
  if (kit) await keepKit({ ...kit, figures });
}

/**
 * The kit of a campaign, or the one that was written last when none is named; null: this person has
 * none on this device, or one of an older version of this program.
 */
export async function findKeptKit(actorId: string, slug: string | null): Promise<KeptKit | null> {
  const own = await listKeptKits(actorId);
  return (slug === null ? own.at(-1) : own.find(({ campaign }) => campaign.slug === slug)) ?? null;
}

/** The kits of a person on this device, the one that was written last at the end. */
export async function listKeptKits(actorId: string): Promise<readonly KeptKit[]> {
  try {
    const database = await openKits(actorId);
    const kept: unknown[] = await database.getAll("kits");
    database.close();
    return kept
      .filter(isKit)
      .filter(({ person }) => person === actorId)
      .sort((a, b) => (a.at < b.at ? -1 : 1));
  } catch {
    return [];
  }
}

function openKits(actorId: string) {
  return openDB(kitName(actorId), 1, {
    upgrade(database) {
      database.createObjectStore("kits");
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}

/** The server wrote it by its schema; here it is only asked whether it is of this version. */
function isKit(kept: unknown): kept is KeptKit {
  return typeof kept === "object" && kept !== null && "shape" in kept && kept.shape === kitShape;
}

/** Whether an answer is a kit of this person. */
export function isKitOf(answer: unknown, actorId: string): answer is EntryKit {
  return isKit(answer) && answer.person === actorId;
}
