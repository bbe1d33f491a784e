import { isRecord } from "@/lib/base/forms/unknown-object";
import { readReportKey, reportKeyOf } from "@/lib/report/report-key";
import { storedNames } from "@/lib/device/outbox/stored-names";

const prefixOf = (actorId: string) => `cakupan:isian:${actorId}:`;

/** Who types, in which campaign, about which day: what keeps one draft from another. */
export function draftName(
  context: { readonly actorId: string; readonly slug: string; readonly day: string },
  unit: string,
): string {
  return prefixOf(context.actorId) + reportKeyOf({ slug: context.slug, day: context.day, unit });
}

/** A report that is being typed on this device: it is not in the outbox. */
export type KeptReportDraft = {
  /** Its key in localStorage. */
  readonly name: string;
  readonly slug: string;
  /** A local day. */
  readonly day: string;
  readonly unit: string;
  /** null: an older version of this program, which kept no names, wrote it. */
  readonly unitName: string | null;
};

/** Drafts of a person on this device, of every campaign and day; the earliest day first. */
export function draftsOf(actorId: string): readonly KeptReportDraft[] {
  const prefix = prefixOf(actorId);
  return storedNames(prefix)
    .map((name) => {
      const report = readReportKey(name.slice(prefix.length));
      return { name, ...report, unitName: unitNameAt(name) };
    })
    .sort((a, b) => (a.day === b.day ? byText(a.unit, b.unit) : byText(a.day, b.day)));
}

function byText(a: string, b: string): number {
  return a < b ? -1 : 1;
}

function unitNameAt(name: string): string | null {
  try {
    const draft: unknown = JSON.parse(localStorage.getItem(name) ?? "null");
    return isRecord(draft) && typeof draft["unitName"] === "string" ? draft["unitName"] : null;
  } catch {
    return null;
  }
}

/** Takes a person's drafts off this device. */
export function forgetDrafts(actorId: string): void {
  for (const { name } of draftsOf(actorId)) localStorage.removeItem(name);
}
