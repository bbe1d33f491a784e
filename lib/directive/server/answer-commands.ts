import "server-only";

import { z } from "zod";

import { recordAudit } from "@/lib/account/audit/server/record";
import type { Grant } from "@/lib/account/auth/grant";
import { AppError } from "@/lib/base/errors";
import { isWithin, regionCode, type RegionCode } from "@/lib/base/region/code";
import { now } from "@/lib/base/time/clock";
import type { RecordStored } from "@/lib/campaign/record/record";
import type { AnswerState, Review } from "@/lib/directive/directive";
import type { Measured } from "@/lib/directive/measure";
import { mayAnswer } from "@/lib/directive/own";
import type { AnswerInput, ReviewInput } from "@/lib/directive/schema";
import { db } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";

/** Which follow-up: its id is unique in its kabupaten. */
type FollowUpKey = { readonly district: RegionCode; readonly id: string };

/**
 * Stores what whoever is asked says. Those who manage directives may say it for anybody of their area.
 *
 * @param measured what the figures say of it now; null: nothing.
 * @returns the follow-up's version, and whether the answer had been stored already.
 * @throws {AppError} `notFound` for a follow-up that is not theirs; `followUpChanged` when it is not at
 * the version that was answered; `conflict` where another answer has the id.
 */
export async function answerFollowUp(
  grant: Grant<"action:answer">,
  key: FollowUpKey,
  { state, ...said }: AnswerInput,
  measured: Measured | null,
): Promise<RecordStored> {
  return say(
    grant,
    key,
    { ...said, kind: state, measured },
    {
      may: (standing) => mayAnswer(grant.actor, standing),
      becomes: { state, review: null },
    },
  );
}

/**
 * Accepts an answer, or sends it back with what is still to be explained.
 *
 * @throws {AppError} as `answerFollowUp`; `notFound` for one that nobody has answered.
 */
export async function reviewFollowUp(
  grant: Grant<"directive:manage">,
  key: FollowUpKey,
  { review, ...said }: ReviewInput,
): Promise<RecordStored> {
  const what = { ...said, kind: review, evidence: "", measured: null };
  return say(grant, key, what, {
    may: ({ district, state }) => isWithin(district, grant.region) && state !== "open",
    // What is sent back is waited for anew.
    becomes: { review, ...(review === "returned" && { state: "doing" as const }) },
  });
}

function whereOf({ district, id }: FollowUpKey) {
  return { districtCode_id: { districtCode: district, id } };
}

type Said = {
  readonly sent: string;
  readonly version: number;
  readonly kind: AnswerState | Review;
  readonly text: string;
  readonly evidence: string;
  readonly measured: Measured | null;
};

const standingFollowUp = z.object({
  district: regionCode,
  region: regionCode.nullable(),
  office: z.string().nullable(),
  state: z.string(),
  version: z.int(),
});

async function say(
  grant: Grant<"action:answer" | "directive:manage">,
  key: FollowUpKey,
  said: Said,
  {
    may,
    becomes,
  }: {
    /** Asked before anything is told of it: a stranger's is not found. */
    readonly may: (standing: z.infer<typeof standingFollowUp>) => boolean;
    readonly becomes: { readonly state?: AnswerState; readonly review: Review | null };
  },
): Promise<RecordStored> {
  return db().$transaction(async (tx) => {
    const [standing] = await readRows(standingFollowUp, tx)`
      SELECT followed.district_code AS district, nullif(followed.region_code, '') AS region,
             nullif(followed.office_code, '') AS office, followed.state, followed.version
      FROM follow_up AS followed
      WHERE followed.district_code = ${key.district} AND followed.id = ${key.id}::uuid
      FOR NO KEY UPDATE`;
    if (!standing || !may(standing)) throw new AppError("notFound", `follow-up ${key.id}`);
    const { district } = key;
    const sent = await tx.followUpEvent.findUnique({
      where: whereOf({ district, id: said.sent }),
    });
    if (sent) {
      const isSame =
        sent.followUpId === key.id &&
        sent.actorId === grant.actor.id &&
        sent.kind === said.kind &&
        sent.text === said.text &&
        sent.evidence === said.evidence;
      if (!isSame) throw new AppError("conflict", `follow-up event ${said.sent}`, "sent");
      return { id: key.id, version: standing.version, replayed: true };
    }
    if (standing.version !== said.version) {
      throw new AppError("followUpChanged", `follow-up ${key.id}`);
    }
    await tx.followUp.update({
      where: whereOf(key),
      data: { ...becomes, version: { increment: 1 }, changedAt: now() },
    });
    const { kind, text, evidence, measured } = said;
    await tx.followUpEvent.create({
      data: {
        districtCode: district,
        id: said.sent,
        followUpId: key.id,
        at: now(),
        actorId: grant.actor.id,
        actorName: grant.actor.displayName,
        kind,
        text,
        evidence,
        measured: measured?.done ?? null,
        measuredOf: measured?.of ?? null,
      },
    });
    await recordAudit(tx, [
      {
        actor: grant.actor,
        districtCode: district,
        action: `followUp.${kind}`,
        subject: `followUp/${key.id}/${standing.region ?? standing.office ?? ""}`,
        before: { state: standing.state },
        after: { text, evidence },
      },
    ]);
    return { id: key.id, version: standing.version + 1, replayed: false };
  });
}
