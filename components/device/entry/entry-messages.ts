import type { Catalogue } from "@/lib/base/i18n/messages";

/** The sentences of the entry screens; those of parts only where a campaign asks for more than tallies. */
export function entryMessages(campaign: {
  readonly reportParts: readonly unknown[];
}): readonly (keyof Catalogue)[] {
  return [
    ...(["entry", "places", "common", "problems", "offline", "outbox"] as const),
    ...(campaign.reportParts.length > 0 ? (["reportParts", "words"] as const) : []),
  ];
}
