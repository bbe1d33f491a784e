import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import { mayEver } from "@/lib/account/auth/policy";
import { AppError } from "@/lib/base/errors";
import { now } from "@/lib/base/time/clock";
import { instantOf } from "@/lib/base/time/time-zone";
import type { Campaign } from "@/lib/campaign/campaign";
import type { RecordStored } from "@/lib/campaign/record/record";
import { storeRecord } from "@/lib/campaign/record/server/commands";
import { isAwaiting, isToldLate } from "@/lib/safety/deadline";
import type { AdverseEventInput } from "@/lib/safety/schema";
import { dateColumn } from "@/lib/server/db/calendar-column";
import type { Transaction } from "@/lib/server/db/client";
import type { AdverseEvent as Row } from "@/prisma/generated/client";

import { requireOwnRecord, requireUnit } from "./unit-queries";

type ReportGrant = Grant<"safety:report">;

/**
 * Records an adverse event, or corrects it. What the health office decides of it (criteria, state, when
 * province and nation were told) is theirs alone; whoever else sends it leaves that out.
 *
 * @throws {AppError} as `storeRecord`; `notFound` for an event of somebody else's unit; `forbidden` where
 * what is decided by review would be another; `unknownUnit`, `notYet`, `invalid` with the field.
 */
export async function storeAdverseEvent(
  grant: ReportGrant,
  campaign: Campaign,
  id: string,
  input: AdverseEventInput,
): Promise<RecordStored> {
  const { districtCode } = campaign;
  requireKnown(campaign, input);
  return storeRecord(
    grant,
    { campaign, kind: "adverseEvent", id },
    input,
    input.unit,
    async (tx, version) => {
      const standing = await tx.adverseEvent.findUnique({
        where: { districtCode_id: { districtCode, id } },
      });
      await requireOwnRecord(tx, grant, campaign, standing?.unitCode ?? null);
      await requireUnit(tx, grant, campaign, input.unit);
      const data = { ...columnsOf(grant, campaign, input, standing), version };
      if (standing) await addToTotal(tx, standing, -1);
      const stored = await tx.adverseEvent.upsert({
        where: { districtCode_id: { districtCode, id } },
        create: { ...data, districtCode, id, campaignId: campaign.id },
        update: data,
      });
      await addToTotal(tx, stored, 1);
    },
  );
}

function requireKnown({ interventions, targetGroups }: Campaign, input: AdverseEventInput): void {
  const isGiven = (code: string) => interventions.some((each) => each.code === code);
  if (!input.interventions.every(isGiven)) {
    throw new AppError("invalid", "an intervention of another campaign", "interventions");
  }
  const { targetGroup } = input;
  if (targetGroup !== null && !targetGroups.some(({ code }) => code === targetGroup)) {
    throw new AppError("invalid", "a group of another campaign", "targetGroup");
  }
}

function columnsOf(
  grant: ReportGrant,
  { timeZone }: Campaign,
  input: AdverseEventInput,
  standing: Row | null,
) {
  const at = now();
  const instant = (field: string, local: string) => {
    const moment = instantOf(local.slice(0, 10), local.slice(11), timeZone);
    // A clock may be a little before ours.
    if (moment.getTime() > at.getTime() + 5 * 60_000) throw new AppError("notYet", local, field);
    return moment;
  };
  const orNone = (field: string, local: string | null | undefined, stands: Date | null) =>
    local === undefined ? stands : local === null ? null : instant(field, local);

  const foundAt = instant("foundAt", input.foundAt);
  const told = input.toldDistrictAt;
  const decided = {
    criteria: input.criteria ?? standing?.criteria ?? [],
    state: input.state ?? standing?.state ?? "recorded",
    toldProvinceAt: orNone(
      "toldProvinceAt",
      input.toldProvinceAt,
      standing?.toldProvinceAt ?? null,
    ),
    toldNationAt: orNone("toldNationAt", input.toldNationAt, standing?.toldNationAt ?? null),
  };
  requireReview(grant, decided, standing);
  if (!input.isSerious && decided.criteria.length > 0) {
    throw new AppError("criteriaOfSerious", "criteria stand", "isSerious");
  }
  const event = {
    isSerious: input.isSerious,
    ...decided,
    foundAt,
    toldDistrictAt:
      told === null ? (standing?.toldDistrictAt ?? at) : instant("toldDistrictAt", told),
  };
  requireAfter(event);
  const asText = {
    isSerious: event.isSerious,
    foundAt: foundAt.toISOString(),
    toldDistrictAt: event.toldDistrictAt.toISOString(),
    toldProvinceAt: event.toldProvinceAt?.toISOString() ?? null,
    toldNationAt: event.toldNationAt?.toISOString() ?? null,
  };
  return {
    ...event,
    unitCode: input.unit,
    day: dateColumn(input.day),
    interventions: input.interventions,
    batch: input.batch,
    targetGroupCode: input.targetGroup,
    onsetHours: input.onsetHours,
    signs: input.signs,
    isAwaiting: isAwaiting(asText),
    isToldLate: isToldLate(asText),
  };
}

type Decided = Pick<Row, "criteria" | "state" | "toldProvinceAt" | "toldNationAt">;

function requireReview({ actor }: ReportGrant, decided: Decided, standing: Decided | null): void {
  if (mayEver(actor.role, "safety:review")) return;
  const before = standing ?? {
    criteria: [],
    state: "recorded",
    toldProvinceAt: null,
    toldNationAt: null,
  };
  const isSame =
    decided.state === before.state &&
    [...decided.criteria].sort().join() === [...before.criteria].sort().join() &&
    decided.toldProvinceAt?.getTime() === before.toldProvinceAt?.getTime() &&
    decided.toldNationAt?.getTime() === before.toldNationAt?.getTime();
  if (!isSame) throw new AppError("forbidden", `${actor.username} reviews no adverse event`);
}

/** What stands may be before what was found is said to be now. */
function requireAfter(
  event: Pick<Row, "foundAt" | "toldDistrictAt" | "toldProvinceAt" | "toldNationAt">,
): void {
  const late = (["toldDistrictAt", "toldProvinceAt", "toldNationAt"] as const).find(
    (field) => (event[field] ?? event.foundAt).getTime() < event.foundAt.getTime(),
  );
  if (late) throw new AppError("beforeFound", late, late);
}

/** Counts an event into the sums of its unit and batch, or out of them. */
async function addToTotal(
  tx: Transaction,
  { districtCode, campaignId, unitCode, batch, isSerious, isToldLate: wasToldLate }: Row,
  by: 1 | -1,
): Promise<void> {
  const key = { districtCode, campaignId, unitCode, batch };
  const where = { districtCode_campaignId_unitCode_batch: key };
  const [serious, toldLate] = [isSerious ? by : 0, wasToldLate ? by : 0];
  const update = {
    events: { increment: by },
    serious: { increment: serious },
    toldLate: { increment: toldLate },
  };
  // What is counted out was counted in: a row that began below nothing is none.
  await (by < 0
    ? tx.adverseEventTotal.update({ where, data: update })
    : tx.adverseEventTotal.upsert({
        where,
        create: { ...key, events: by, serious, toldLate },
        update,
      }));
}
