import { isRecord } from "@/lib/base/forms/unknown-object";
import { eachOther, measures } from "@/lib/campaign/measures";
import type { TypedReport } from "@/lib/report/village-form";

/** What was typed and is not sent yet. */
export type Draft = TypedReport & {
  /** The submission that it was last sent as, to send the same again under the same name. */
  readonly sent: { readonly id: string; readonly content: string } | null;
};

/** null: none, or one that an older version of this program wrote. */
export function readRowDraft(name: string): Draft | null {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(name) ?? "null");
    const draft: unknown = isRecord(read) ? broughtAlong(read) : read;
    if (!isDraft(draft)) return null;
    const { typed, figures, isZero, base, sent, parts } = draft;
    return { typed, figures, isZero, base, sent, ...(parts && { parts }) };
  } catch {
    return null;
  }
}

/**
 * Keeps what was typed on this device, so that a closed tab or an ended session loses nothing.
 * A browser that keeps nothing (private mode, full disk) still has it on the page. The unit's name
 * goes along for lists of drafts (`lib/device/offline/drafts`).
 */
export function keepRowDraft(
  name: string,
  draft: (Draft & { readonly unitName: string }) | null,
): void {
  try {
    if (draft === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(draft));
  } catch {
    // The page itself still holds it, and warns before it is left.
  }
}

/**
 * An older version of this program knew daily figures only, or fewer measures, and wrote `outside` for
 * non-residents.
 */
function broughtAlong(read: Record<string, unknown>): Record<string, unknown> {
  const { typed } = read;
  return {
    figures: "daily",
    ...read,
    typed: isRecord(typed)
      ? {
          ...eachOther(() => ({})),
          ...("outside" in typed && { nonResidents: typed["outside"] }),
          ...typed,
        }
      : typed,
  };
}

function isDraft(value: unknown): value is Draft {
  if (!isRecord(value) || typeof value["base"] !== "number" || !isRecord(value["typed"])) {
    return false;
  }
  const { typed, sent, figures, parts } = value;
  return (
    (figures === "daily" || figures === "cumulative") &&
    typeof value["isZero"] === "boolean" &&
    measures.every((measure) => isTexts(typed[measure])) &&
    (parts === undefined || (isRecord(parts) && isTexts(parts["texts"]) && "said" in parts)) &&
    (sent === null ||
      (isRecord(sent) && typeof sent["id"] === "string" && typeof sent["content"] === "string"))
  );
}

function isTexts(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every((text) => typeof text === "string");
}
