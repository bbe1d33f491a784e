import type { LeftSentences } from "@/components/base/layout/client-messages";
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

/**
 * What of them no script of a list or card says: the server draws it, the outbox has a page of its own,
 * and what is kept for a device without a connection brings all of them along.
 */
const saidElsewhere = {
  entry: [
    ...(["past", "ended", "before", "between", "future", "noUnits"] as const),
    ...(["closedOffline", "notices", "campaigns", "takeAway"] as const),
  ],
  offline: ["opening", "noKit", "oldDay", "noUnit", "needsNetwork", "signOut", "clock"],
  outbox: [
    ...(["title", "opening", "automatic", "automaticSince", "empty", "emptyBut"] as const),
    ...(["unsentList", "zero", "earlier", "someone", "choose", "giveUp", "giveUpSure"] as const),
    ...(["state", "arrived", "drafts", "sendNow", "sendingNow", "stillUnsent", "signIn"] as const),
    ...(["notKept", "condition", "file", "moveTo"] as const),
  ],
} as const satisfies LeftSentences;

/** The same, and what only the grid of a PC or a card says: for a list on a phone. */
export function saidElsewhereThan(isPhoneList: boolean): LeftSentences {
  if (!isPhoneList) return saidElsewhere;
  return {
    ...saidElsewhere,
    entry: [
      ...saidElsewhere.entry,
      ...(["keys", "cellState", "info", "history", "fold", "conflict", "others"] as const),
    ],
  };
}
