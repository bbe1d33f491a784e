import "server-only";

import { z } from "zod";

import { recordAudit } from "@/lib/account/audit/server/record";
import type { Grant } from "@/lib/account/auth/grant";
import { lastDay } from "@/lib/campaign/calendar";
import { auditSubject } from "@/lib/campaign/address";
import type { Campaign } from "@/lib/campaign/campaign";
import { writeCampaign } from "@/lib/campaign/server/lock-commands";
import type { Transaction } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";
import { AppError } from "@/lib/base/errors";
import { regionCode, type RegionCode } from "@/lib/base/region/code";

import { mayNote } from "@/lib/campaign/day-note/place";
import { dayNoteKinds, type DayNoteInput } from "@/lib/campaign/day-note/schema";

/** Who reports may also say why a day was thin, where `mayNote` lets them. */
type NoteGrant = Grant<"tally:submit">;

const standing = z.object({
  placeCode: regionCode,
  day: z.iso.date(),
  kind: z.enum(dayNoteKinds),
  note: z.string(),
});

/**
 * Writes a note on a day of a round.
 *
 * @returns its id.
 * @throws {AppError} `notFound` (field `place`) for a place that is not theirs to write on;
 * `roundClosed` (field `day`) for a day in no round.
 */
export async function addDayNote(
  grant: NoteGrant,
  campaign: Campaign,
  input: DayNoteInput,
): Promise<string> {
  checkDay(campaign, input.day);
  return writeCampaign(campaign, async (tx) => {
    await checkPlace(tx, grant, campaign, input.place);
    const rows = await readRows(z.object({ id: z.uuid() }), tx)`
      INSERT INTO day_note (district_code, campaign_id, place_code, day, kind, note, created_by)
      VALUES (${campaign.districtCode}, ${campaign.id}::uuid, ${input.place}, ${input.day}::date,
              ${input.kind}, ${input.note}, ${grant.actor.id}::uuid)
      RETURNING id::text`;
    await record(tx, grant, campaign, { action: "dayNote.added", before: null, after: input });
    return rows[0]?.id ?? "";
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
    await tx.$executeRaw`
      UPDATE day_note
      SET place_code = ${input.place}, day = ${input.day}::date, kind = ${input.kind},
          note = ${input.note}
      WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
        AND id = ${id}::uuid`;
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
    await tx.$executeRaw`
      DELETE FROM day_note
      WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
        AND id = ${id}::uuid`;
    await record(tx, grant, campaign, { action: "dayNote.removed", before, after: null });
  });
}

async function findStanding(
  tx: Transaction,
  grant: NoteGrant,
  campaign: Campaign,
  id: string,
): Promise<DayNoteInput> {
  const rows = await readRows(standing, tx)`
    SELECT place_code AS "placeCode", day::text AS day, kind, note FROM day_note
    WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
      AND id = ${id}::uuid`;
  const found = rows[0];
  if (!found || !mayNote(grant.region, found.placeCode, campaign.districtCode)) {
    throw new AppError("notFound", `day note ${id}`);
  }
  const { placeCode: place, day, kind, note } = found;
  return { place, day, kind, note };
}

function checkDay({ rounds }: Campaign, day: string): void {
  const isInRound = rounds.some((round) => day >= round.startsOn && day <= lastDay(round));
  if (!isInRound) throw new AppError("roundClosed", day, "day");
}

async function checkPlace(
  tx: Transaction,
  grant: NoteGrant,
  campaign: Campaign,
  place: RegionCode,
): Promise<void> {
  const isTheirs = mayNote(grant.region, place, campaign.districtCode);
  const found = await readRows(z.unknown(), tx)`SELECT FROM region WHERE code = ${place}`;
  if (!isTheirs || found.length === 0) throw new AppError("notFound", place, "place");
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
