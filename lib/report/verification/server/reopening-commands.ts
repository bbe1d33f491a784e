import "server-only";

import { z } from "zod";

import { recordAudit } from "@/lib/account/audit/server/record";
import type { Grant } from "@/lib/account/auth/grant";
import type { Permission } from "@/lib/account/auth/policy";
import { auditSubject } from "@/lib/campaign/address";
import type { Campaign } from "@/lib/campaign/campaign";
import { keptUnder } from "@/lib/campaign/unplaced";
import { nothingStored, writeCampaign } from "@/lib/campaign/server/lock-commands";
import type { Transaction } from "@/lib/server/db/client";
import { dateColumn } from "@/lib/server/db/calendar-column";
import { readRow, readRows } from "@/lib/server/db/read";
import { AppError } from "@/lib/base/errors";
import { roundOfDay } from "@/lib/report/report-rules";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { instantOf, localDay } from "@/lib/base/time/time-zone";
import { Prisma } from "@/prisma/generated/client";

import { openingHours } from "@/lib/report/verification/day-access";
import { isDayClosed } from "@/lib/report/write-access";
import { holdsUnitOf, instantText, reopenedPlace } from "./reopening-queries";

/** A day of a subdistrict, and why it is to be opened. */
type ReopeningWish = {
  /** Code of the subdistrict, or of the group outside them. */
  readonly place: string;
  readonly day: CalendarDay;
  readonly reason: string;
};

type Moment = { readonly at: Date };

/**
 * Asks the health office to open a day of the subdistrict that the asker's units lie in. One
 * question stands at a time: asking again, or while the day is open, changes nothing.
 *
 * @throws {AppError} `notFound` for a place without a unit of theirs; `roundClosed` for a day
 *   outside the rounds or to come; `conflict` for one that is not closed yet.
 */
export async function askReopening(
  grant: Grant<"tally:submit">,
  campaign: Campaign,
  asked: ReopeningWish,
  { at }: Moment,
): Promise<"asked" | "alreadyAsked" | "isOpen"> {
  const wish = { ...asked, place: keptUnder(asked.place, campaign) };
  requireDay(campaign, wish.day, at);
  const closesAt = instantOf(wish.day, campaign.reportCutOff, campaign.timeZone);
  if (!isDayClosed({ mayVerify: false, closesAt, openings: [] }, at)) {
    throw new AppError("conflict", `${wish.day} is not closed yet`, "hari");
  }
  return writeCampaign(campaign, async (tx) => {
    await requirePlace(tx, grant, campaign, wish.place);
    const { openUntil, question } = await standingOf(tx, campaign, wish, at);
    if (openUntil !== null) return nothingStored("isOpen");
    if (question !== null) return nothingStored("alreadyAsked");
    await tx.dayReopening.create({ data: askedBy(grant, campaign, wish, at) });
    await record(tx, grant, campaign, wish, "day.reopening.asked", { reason: wish.reason });
    return "asked";
  });
}

/** The answer to a question: the day is open for 24 hours, or it is not, with a note. */
type ReopeningDecision = { readonly decision: "opened" | "declined"; readonly note: string | null };

/**
 * Answers a question. The same answer again changes nothing, not even the hour.
 *
 * @returns until when the day is open; null: declined.
 * @throws {AppError} `notFound` outside the region; `conflict` when it was answered otherwise.
 */
export async function decideReopening(
  grant: Grant<"report:verify">,
  campaign: Campaign,
  id: string,
  { decision, note }: ReopeningDecision,
  { at }: Moment,
): Promise<{
  readonly place: string;
  readonly day: CalendarDay;
  readonly openUntil: string | null;
}> {
  return writeCampaign(campaign, async (tx) => {
    const [asked] = await readRows(askedRow, tx)`
        SELECT place_code AS place, ${reopenedPlace} AS "namedPlace", day::text AS day, decision,
               ${instantText(Prisma.sql`opens_until`)} AS "openUntil"
        FROM day_reopening AS reopening
        WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
          AND id = ${id}::uuid
          AND ${holdsUnitOf(grant, campaign, Prisma.sql`reopening.place_code`)}
      `;
    if (!asked) throw new AppError("notFound", `no question ${id}`);
    const { place, day } = asked;
    if (asked.decision === decision) {
      return nothingStored({ place: asked.namedPlace, day, openUntil: asked.openUntil });
    }
    if (asked.decision !== null) throw new AppError("conflict", `${id} was ${asked.decision}`);

    const openUntil = decision === "opened" ? untilOf(at) : null;
    await tx.dayReopening.update({
      where: keyOf(campaign, id),
      data: { ...decidedBy(grant, at), decision, decisionNote: note, opensUntil: openUntil },
    });
    const action = decision === "opened" ? "day.reopened" : "day.reopening.declined";
    await record(tx, grant, campaign, { place, day }, action, { openUntil, note });
    return { place: asked.namedPlace, day, openUntil };
  });
}

/**
 * Opens a day for 24 hours without being asked; a question that waits is answered by it. While the
 * day is open already nothing changes.
 *
 * @returns until when it is open.
 * @throws {AppError} `notFound` for a place outside the region; `roundClosed` for a day outside the
 *   rounds or to come.
 */
export async function openDay(
  grant: Grant<"report:verify">,
  campaign: Campaign,
  asked: ReopeningWish,
  { at }: Moment,
): Promise<string> {
  const wish = { ...asked, place: keptUnder(asked.place, campaign) };
  requireDay(campaign, wish.day, at);
  return writeCampaign(campaign, async (tx) => {
    await requirePlace(tx, grant, campaign, wish.place);
    const standing = await standingOf(tx, campaign, wish, at);
    if (standing.openUntil !== null) return nothingStored(standing.openUntil);

    const openUntil = untilOf(at);
    const opened = { ...decidedBy(grant, at), decision: "opened", opensUntil: openUntil };
    await (standing.question === null
      ? tx.dayReopening.create({ data: { ...askedBy(grant, campaign, wish, at), ...opened } })
      : tx.dayReopening.update({
          where: keyOf(campaign, standing.question),
          data: { ...opened, decisionNote: wish.reason },
        }));
    await record(tx, grant, campaign, wish, "day.reopened", { openUntil, reason: wish.reason });
    return openUntil;
  });
}

function keyOf({ districtCode, id: campaignId }: Campaign, id: string) {
  return { districtCode_campaignId_id: { districtCode, campaignId, id } };
}

function askedBy(
  { actor }: Grant<Permission>,
  { districtCode, id: campaignId }: Campaign,
  { place, day, reason }: ReopeningWish,
  at: Date,
) {
  const asked = { askedBy: actor.id, askedAt: at, askReason: reason };
  return { districtCode, campaignId, placeCode: place, day: dateColumn(day), ...asked };
}

function decidedBy({ actor }: Grant<Permission>, at: Date) {
  return { decidedBy: actor.id, decidedAt: at };
}

const askedRow = z.object({
  /** As it is kept, and as screens name it. */
  place: z.string(),
  namedPlace: z.string(),
  day: z.iso.date(),
  decision: z.enum(["opened", "declined"]).nullable(),
  openUntil: z.string().nullable(),
});

const standingRow = z.object({ openUntil: z.string().nullable(), question: z.string().nullable() });

async function standingOf(
  tx: Transaction,
  campaign: Campaign,
  { place, day }: Pick<ReopeningWish, "place" | "day">,
  at: Date,
): Promise<z.infer<typeof standingRow>> {
  return readRow(standingRow, tx)`
    SELECT ${instantText(Prisma.sql`max(opens_until) FILTER (
             WHERE opens_until > ${at.toISOString()}::timestamptz)`)} AS "openUntil",
           min(id::text) FILTER (WHERE decision IS NULL) AS question
    FROM day_reopening
    WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
      AND place_code = ${place} AND day = ${day}::date
  `;
}

async function requirePlace(
  tx: Transaction,
  grant: Grant<Permission>,
  campaign: Campaign,
  place: string,
): Promise<void> {
  const rows = await readRows(z.unknown(), tx)`
    SELECT 1 WHERE ${holdsUnitOf(grant, campaign, Prisma.sql`${place}`)}
  `;
  if (rows.length === 0) throw new AppError("notFound", `no unit of ${place}`, "tempat");
}

function requireDay(campaign: Campaign, day: CalendarDay, at: Date): void {
  if (!roundOfDay(campaign, day) || day > localDay(at, campaign.timeZone)) {
    throw new AppError("roundClosed", `${day} is no day to report`, "hari");
  }
}

function untilOf(at: Date): string {
  return new Date(at.getTime() + openingHours * 3_600_000).toISOString();
}

async function record(
  tx: Transaction,
  { actor }: Grant<Permission>,
  campaign: Campaign,
  { place, day }: Pick<ReopeningWish, "place" | "day">,
  action: string,
  after: object,
): Promise<void> {
  await recordAudit(tx, [
    {
      actor,
      districtCode: campaign.districtCode,
      campaignId: campaign.id,
      action,
      subject: auditSubject(campaign, place, day),
      after,
    },
  ]);
}
