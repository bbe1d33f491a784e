import { keptAddress, keptPageAt, type KeptPage } from "./kept-page";

/** What a page asks of the worker: to keep a page for who is signed in. */
type KeepMessage = {
  readonly kind: "keep";
  readonly actorId: string;
  readonly address: string;
};

export function keepMessage(actorId: string, page: KeptPage): KeepMessage {
  return { kind: "keep", actorId, address: keptAddress(page) };
}

/** Whose page is to be kept, and which; null: a message of somebody else's. */
export function readKeepMessage(
  data: unknown,
): { readonly actorId: string; readonly page: KeptPage } | null {
  if (typeof data !== "object" || data === null) return null;
  const { kind, actorId, address } = data as Readonly<Record<string, unknown>>;
  return kind === "keep" && typeof actorId === "string" && typeof address === "string"
    ? { actorId, page: keptPageAt(address) }
    : null;
}
