"use server";

import { redirect } from "next/navigation";
import { z } from "zod";

import { respond } from "@/lib/account/auth/server/respond";
import type { FormState } from "@/lib/base/forms/form-state";
import { FormError, parseForm, typedText } from "@/lib/base/forms/parse-form";
import { problemsByField } from "@/lib/base/forms/problem";
import { routes, withQuery } from "@/lib/base/routes";
import { requireCampaignGrant } from "@/lib/campaign/server/action-grant";
import { batchInput, moveInput } from "@/lib/stock/schema";
import { batchOf, stockMoveOf, stockSentOf } from "@/lib/stock/typed";

import { storeBatch } from "./commands";
import { storeMove } from "./ledger-commands";

const about = z.object({ kampanye: z.string(), id: z.uuid() });

/** Stores a batch as its form says; leads to its page. */
export async function saveBatchAction(_previous: FormState, form: FormData): Promise<FormState> {
  const saved = await respond(form, async () => {
    const { kampanye, id } = parseForm(about, form);
    const { campaign, grant } = await requireCampaignGrant("stock:manage", kampanye);
    await storeBatch(grant, campaign, id, parsed(batchInput, batchOf(typedText(form))));
    return withQuery(routes.stockBatch, { kampanye, id });
  });
  if (saved.status !== "saved") return saved;
  redirect(saved.result);
}

/** Writes down a move as its form says; leads to its page, which is its berita acara. */
export async function saveMoveAction(_previous: FormState, form: FormData): Promise<FormState> {
  const saved = await respond(form, async () => {
    const { kampanye, id } = parseForm(about, form);
    const { campaign, grant } = await requireCampaignGrant("stock:report", kampanye);
    const fields = typedText(form);
    const body = { ...stockSentOf(fields), ...stockMoveOf(fields) };
    await storeMove(grant, campaign, id, parsed(moveInput, body));
    return withQuery(routes.stockLedger, { kampanye, id });
  });
  if (saved.status !== "saved") return saved;
  redirect(saved.result);
}

function parsed<Output>(schema: z.ZodType<Output>, body: unknown): Output {
  const read = schema.safeParse(body);
  if (!read.success) throw new FormError(problemsByField(read.error));
  return read.data;
}
