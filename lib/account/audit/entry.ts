import { z } from "zod";

/** One deed of the trail, with the names that its codes have today. */
export const auditEntry = z.object({
  /** Number in the kabupaten's chain. */
  id: z.string(),
  recordedAt: z.date(),
  action: z.string(),
  /** Codes with slashes between. */
  subject: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  hash: z.string(),
  /** null: nobody signed in, as with a command on the server. */
  actorId: z.string().nullable(),
  /** null although there is an id: the account is gone, as with the demo data. */
  username: z.string().nullable(),
  displayName: z.string().nullable(),
  campaignName: z.string().nullable(),
  /** Invented figures. */
  isSample: z.boolean(),
  /** Names of the codes in the subject: places, people. */
  names: z.record(z.string(), z.string()),
});

export type AuditEntry = z.infer<typeof auditEntry>;

/** Deeds that have a sentence. Any other is told by its code. */
export const knownActions = [
  "report.received",
  "report.corrected",
  "report.kept",
  "report.withdrawn",
  "report.verified",
  "report.returned",
  "report.unverified",
  "day.reopening.asked",
  "day.reopening.declined",
  "day.reopened",
  "dayNote.added",
  "dayNote.changed",
  "dayNote.removed",
  "finding.explained",
  "finding.reopened",
  "statedTotal.added",
  "statedTotal.removed",
  "statedTotal.restored",
  "tally.imported",
  "target.imported",
  "target.corrected",
  "target.withdrawn",
  "target.sourceDecided",
  "target.draftDropped",
  "campaign.created",
  "campaign.changed",
  "campaign.deleted",
  "campaign.archived",
  "campaign.restored",
  "person.created",
  "person.changed",
  "person.disabled",
  "person.enabled",
  "person.passwordChanged",
  "person.passwordReset",
  "person.reset",
  "person.figuresChosen",
  "office.created",
  "office.changed",
  "directive.begun",
  "directive.changed",
  "directive.orderStored",
  "directive.orderRemoved",
  "directive.issued",
  "directive.removed",
  "directive.reviewSet",
  "followUp.doing",
  "followUp.done",
  "followUp.cannot",
  "followUp.accepted",
  "followUp.returned",
  "indicator.added",
  "indicator.changed",
  "indicator.removed",
  "indicatorValue.added",
  "indicatorValue.changed",
  "batch.added",
  "batch.changed",
  "stockMove.added",
  "strategy.added",
  "strategy.changed",
  "team.added",
  "team.changed",
  "session.added",
  "session.changed",
  "adverseEvent.added",
  "adverseEvent.changed",
  "assessment.added",
  "assessment.changed",
  "passMark.set",
  "demo.loaded",
] as const;

type KnownAction = (typeof knownActions)[number];

/** The action with its sentence's name; null when it has none. */
export function knownAction(action: string): KnownAction | null {
  return knownActions.find((each) => each === action) ?? null;
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const place = /^\d{2}\.\d{2}(\.|$)/;

/**
 * What a deed was done to: the day among the codes of its subject, and the name of the last code
 * that has one.
 */
export function subjectOf({ subject, names }: Pick<AuditEntry, "subject" | "names">): {
  readonly day: string | null;
  readonly name: string;
} {
  const parts = subject.split(/[/ ]/);
  const named = parts.filter((part) => names[part] !== undefined).at(-1);
  const code = named ?? parts.find((part) => place.test(part)) ?? parts[2] ?? parts[0] ?? subject;
  return { day: parts.find((part) => day.test(part)) ?? null, name: names[code] ?? code };
}
