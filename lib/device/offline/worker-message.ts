/**
 * What a page asks of the worker: to keep the offline page of a campaign for who is signed in.
 * `slug` null: the one of *Hari ini*.
 */
export type KeepMessage = {
  readonly kind: "keep";
  readonly actorId: string;
  readonly slug: string | null;
};

/** null: a message of somebody else's. */
export function readKeepMessage(data: unknown): KeepMessage | null {
  if (typeof data !== "object" || data === null) return null;
  const { kind, actorId, slug } = data as Readonly<Record<string, unknown>>;
  return kind === "keep" &&
    typeof actorId === "string" &&
    (slug === null || typeof slug === "string")
    ? { kind, actorId, slug }
    : null;
}
