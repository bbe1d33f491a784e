import "server-only";

import { randomUUID } from "node:crypto";

import { z } from "zod";

import { recordAudit } from "@/lib/account/audit/server/record";
import type { Grant } from "@/lib/account/auth/grant";
import { lastDay } from "@/lib/campaign/calendar";
import { auditSubject } from "@/lib/campaign/address";
import type { Campaign } from "@/lib/campaign/campaign";
import { writeCampaign } from "@/lib/campaign/server/lock-commands";
import type { Transaction } from "@/lib/server/db/client";
import { dateColumn, dayOfColumn } from "@/lib/server/db/calendar-column";
import { AppError } from "@/lib/base/errors";
import { regionCode, type RegionCode } from "@/lib/base/region/code";

import { mayClose, mayNote } from "@/lib/campaign/day-note/place";
import { choiceOf, dayNoteKinds, type DayNoteInput } from "@/lib/campaign/day-note/schema";

/** Who reports may also say why a day was thin, where `mayNote` lets them. */
type NoteGrant = Grant<"tally:submit">;

function keyOf({ districtCode, id: campaignId }: Campaign, id: string) {
  return { districtCode_campaignId_id: { districtCode, campaignId, id } };
}

function columnsOf({ place, day, kind, note }: DayNoteInput) {
  const closes = kind === "closed";
  return {
    placeCode: place,
    day: dateColumn(day),
    kind: closes ? "holiday" : kind,
    closes,
    note,
  };
}

/**
 * Writes a note on a day of a round.
 *
 * @param id by who sends it, so that what is sent twice is written once; left out: a new one.
 * @returns its id, and whether it stood already.
 * @throws {AppError} `conflict` where another note has the id; `notFound` (field `place`) for a place that is not theirs to write on; `forbidden`
 * for closing a day, or changing or removing a closing, without `mayClose`;
 * `roundClosed` (field `day`) for a day in no round.
 */
export async function addDayNote(
  grant: NoteGrant,
  campaign: Campaign,
  input: DayNoteInput,
  id: string = randomUUID(),
): Promise<{ readonly id: string; readonly replayed: boolean }> {
  checkDay(campaign, input.day);
  return writeCampaign(campaign, async (tx) => {
    await checkPlace(tx, grant, campaign, input.place);
    checkClosing(grant, input);
    const standing = await tx.dayNote.findUnique({ where: keyOf(campaign, id) });
    if (standing) {
      if (!isSame(inputOf(standing), input)) throw new AppError("conflict", `day note ${id}`, "id");
      return { id, replayed: true };
    }
    const { districtCode, id: campaignId } = campaign;
    await tx.dayNote.create({
      data: { districtCode, campaignId, id, ...columnsOf(input), createdBy: grant.actor.id },
    });
    await record(tx, grant, campaign, { action: "dayNote.added", before: null, after: input });
    return { id, replayed: false };
  });
}

/**
 * Changes what a note says, or which day or place it is on.
 *
 * @throws {AppError} `notFound` for a note that is not there or not theirs; else as `addDayNote`.
 */
export async function changeDayNote(
  grant: NoteGrant,
  campaign: Campaign,
  id: string,
  input: DayNoteInput,
): Promise<void> {
  checkDay(campaign, input.day);
  await writeCampaign(campaign, async (tx) => {
    const before = await findStanding(tx, grant, campaign, id);
    await checkPlace(tx, grant, campaign, input.place);
    checkClosing(grant, input);
    await tx.dayNote.update({ where: keyOf(campaign, id), data: columnsOf(input) });
    await record(tx, grant, campaign, { action: "dayNote.changed", before, after: input });
  });
}

/** Takes a note away; the trail keeps what it said. @throws {AppError} `notFound` as for a change. */
export async function removeDayNote(
  grant: NoteGrant,
  campaign: Campaign,
  id: string,
): Promise<void> {
  await writeCampaign(campaign, async (tx) => {
    const before = await findStanding(tx, grant, campaign, id);
    await tx.dayNote.delete({ where: keyOf(campaign, id) });
    await record(tx, grant, campaign, { action: "dayNote.removed", before, after: null });
  });
}

async function findStanding(
  tx: Transaction,
  grant: NoteGrant,
  campaign: Campaign,
  id: string,
): Promise<DayNoteInput> {
  const found = await tx.dayNote.findUnique({ where: keyOf(campaign, id) });
  const place = found && regionCode.parse(found.placeCode);
  if (!place || !mayNote(grant.region, place, campaign.districtCode)) {
    throw new AppError("notFound", `day note ${id}`);
  }
  const standing = inputOf(found);
  checkClosing(grant, standing);
  return standing;
}

function inputOf(found: {
  readonly placeCode: string;
  readonly day: Date;
  readonly kind: string;
  readonly closes: boolean;
  readonly note: string;
}): DayNoteInput {
  const { placeCode, closes, note } = found;
  const kind = choiceOf({ kind: z.enum(dayNoteKinds).parse(found.kind), closes });
  return { place: regionCode.parse(placeCode), day: dayOfColumn(found.day), kind, note };
}

function isSame(one: DayNoteInput, other: DayNoteInput): boolean {
  return (["place", "day", "kind", "note"] as const).every((name) => one[name] === other[name]);
}

function checkDay({ rounds }: Campaign, day: string): void {
  const isInRound = rounds.some((round) => day >= round.startsOn && day <= lastDay(round));
  if (!isInRound) throw new AppError("roundClosed", day, "day");
}

function checkClosing(grant: NoteGrant, { kind, place }: Pick<DayNoteInput, "kind" | "place">) {
  if (kind === "closed" && !mayClose(grant.actor, place)) {
    throw new AppError("forbidden", `closing ${place}`);
  }
}

async function checkPlace(
  tx: Transaction,
  grant: NoteGrant,
  campaign: Campaign,
  place: RegionCode,
): Promise<void> {
  const isTheirs = mayNote(grant.region, place, campaign.districtCode);
  const found = await tx.region.count({ where: { code: place } });
  if (!isTheirs || found === 0) throw new AppError("notFound", place, "place");
}

async function record(
  tx: Transaction,
  grant: NoteGrant,
  campaign: Campaign,
  deed: {
    readonly action: string;
    readonly before: DayNoteInput | null;
    readonly after: DayNoteInput | null;
  },
): Promise<void> {
  const of = deed.after ?? deed.before;
  await recordAudit(tx, [
    {
      actor: grant.actor,
      districtCode: campaign.districtCode,
      campaignId: campaign.id,
      subject: auditSubject(campaign, of?.place ?? "", of?.day ?? ""),
      ...deed,
    },
  ]);
}
