import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import { recordAudit } from "@/lib/account/audit/server/record";
import { AppError } from "@/lib/base/errors";
import { isWithin } from "@/lib/base/region/code";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import type { Campaign } from "@/lib/campaign/campaign";
import { auditSubject } from "@/lib/campaign/address";
import type { RecordStored } from "@/lib/campaign/record/record";
import { storeRecord } from "@/lib/campaign/record/server/commands";
import { writeCampaign } from "@/lib/campaign/server/lock-commands";
import { houseCounts, type PassMark } from "@/lib/safety/rapid-assessment";
import type { RapidAssessmentInput } from "@/lib/safety/schema";
import { dateColumn } from "@/lib/server/db/calendar-column";
import type { Transaction } from "@/lib/server/db/client";
import type { RapidAssessment as Row } from "@/prisma/generated/client";

import { requireOwnRecord, requireUnit } from "./unit-queries";

/**
 * Stores an assessment with its houses, or corrects it: houses that are left out are no more.
 *
 * @throws {AppError} as `storeRecord`; `notFound` for one of somebody else's unit; `unknownUnit`, `notYet`,
 * `invalid` with the field.
 */
export async function storeRapidAssessment(
  grant: Grant<"safety:report">,
  campaign: Campaign,
  id: string,
  input: RapidAssessmentInput,
): Promise<RecordStored> {
  const { districtCode } = campaign;
  if (!campaign.interventions.some(({ code }) => code === input.intervention)) {
    throw new AppError("invalid", "an intervention of another campaign", "intervention");
  }
  if (input.day > localDay(now(), campaign.timeZone))
    throw new AppError("notYet", input.day, "day");
  return storeRecord(
    grant,
    { campaign, kind: "assessment", id },
    input,
    input.unit,
    async (tx, version) => {
      const key = { districtCode_id: { districtCode, id } };
      const standing = await tx.rapidAssessment.findUnique({ where: key });
      await requireOwnRecord(tx, grant, campaign, standing?.unitCode ?? null);
      await requireUnit(tx, grant, campaign, input.unit);
      const data = {
        version,
        unitCode: input.unit,
        day: dateColumn(input.day),
        interventionCode: input.intervention,
        location: input.location,
        assessor: input.assessor,
        ...houseCounts(input.houses),
      };
      if (standing) {
        await addToTotal(tx, standing, -1);
        await tx.rapidAssessmentHouse.deleteMany({ where: { districtCode, assessmentId: id } });
      }
      const stored = await tx.rapidAssessment.upsert({
        where: key,
        create: { ...data, districtCode, id, campaignId: campaign.id },
        update: data,
      });
      await tx.rapidAssessmentHouse.createMany({
        data: input.houses.map((house) => ({ ...house, districtCode, assessmentId: id })),
      });
      await addToTotal(tx, stored, 1);
    },
  );
}

/** Counts an assessment into the sums of its unit, or out of them. */
async function addToTotal(
  tx: Transaction,
  { districtCode, campaignId, unitCode, interventionCode, houses, missed }: Row,
  by: 1 | -1,
): Promise<void> {
  const key = { districtCode, campaignId, unitCode, interventionCode, houses, missed };
  const where = { districtCode_campaignId_unitCode_interventionCode_houses_missed: key };
  const update = { assessments: { increment: by } };
  await (by < 0
    ? tx.rapidAssessmentTotal.update({ where, data: update })
    : tx.rapidAssessmentTotal.upsert({ where, create: { ...key, assessments: by }, update }));
}

/**
 * Says what assessments must show in a campaign; those that were made are judged by it too.
 *
 * @throws {AppError} `forbidden` when the grant does not hold the whole kabupaten; `campaignArchived`.
 */
export async function setPassMark(
  grant: Grant<"safety:review">,
  campaign: Campaign,
  mark: PassMark,
): Promise<void> {
  const { districtCode, id: campaignId } = campaign;
  if (!isWithin(districtCode, grant.region)) {
    throw new AppError("forbidden", `${grant.region} is a part of ${districtCode} only`);
  }
  const key = { districtCode, campaignId };
  await writeCampaign(campaign, async (tx) => {
    const before = await tx.passMark.findUnique({
      where: { districtCode_campaignId: key },
      select: { houses: true, repeatFrom: true },
    });
    await tx.passMark.upsert({
      where: { districtCode_campaignId: key },
      create: { ...key, ...mark },
      update: mark,
    });
    await recordAudit(tx, [
      {
        actor: grant.actor,
        districtCode,
        campaignId,
        action: "passMark.set",
        subject: auditSubject(campaign),
        before,
        after: mark,
      },
    ]);
  });
}
