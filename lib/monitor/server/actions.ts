"use server";

import { redirect } from "next/navigation";
import { z } from "zod";

import { respond } from "@/lib/account/auth/server/respond";
import { AppError } from "@/lib/base/errors";
import { parseForm } from "@/lib/base/forms/parse-form";
import { routes, withQuery } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { campaignChange } from "@/lib/campaign/schema";
import { requireCampaignGrant } from "@/lib/campaign/server/action-grant";
import { changeCampaign } from "@/lib/campaign/server/change-commands";
import { lastChangeOf, readDefinition } from "@/lib/campaign/server/definition-queries";
import { campaignHoldings } from "@/lib/campaign/server/queries";
import { parseSentBody } from "@/lib/campaign/server/sent-body";
import type { ChangeAnswer } from "@/lib/monitor/change-answer";

import { readChangeList } from "./change-queries";

/** The form sends one text: rounds and groups are lists, and the API takes the same body. */
const sentForm = z.object({
  body: z.string(),
  kampanye: z.string(),
  readAt: z.string().optional(),
  reason: z.string().optional(),
  /** The button under what changes. */
  confirmed: z.string().optional(),
});

type Sent = z.infer<typeof sentForm>;
type Asked = Exclude<ChangeAnswer, { readonly status: "untouched" | "saved" | "rejected" }>;

/**
 * Changes a campaign; the page then shows what stands. A colleague's change in between is answered with
 * theirs, and where there are reports, what would change is answered first.
 */
export async function changeCampaignAction(
  _previous: unknown,
  form: FormData,
): Promise<ChangeAnswer> {
  let changed = "";
  const answer = await respond<Asked | null>(form, async () => {
    const sent = parseForm(sentForm, form);
    const { slug, asked } = await changeOrAsk(sent);
    changed = slug;
    return asked;
  });
  if (answer.status !== "saved") {
    return answer.status === "rejected" ? { ...answer, typed: {} } : answer;
  }
  if (answer.result) return answer.result;
  // Another address after each save, so that the form begins anew with what stands.
  redirect(withQuery(routes.campaign(changed), { tersimpan: now().getTime() }));
}

async function changeOrAsk(sent: Sent): Promise<{ slug: string; asked: Asked | null }> {
  const { campaign, grant } = await requireCampaignGrant("campaign:manage", sent.kampanye);
  const { slug } = campaign;
  const input = parseSentBody(campaignChange, sent.body);
  const { readAt, reason } = sent;
  const terms = { today: localDay(now(), campaign.timeZone), readAt, reason };
  try {
    const { reports } = await campaignHoldings(grant, campaign);
    if (reports !== 0 && !sent.confirmed) {
      const list = await readChangeList(grant, campaign, input, terms);
      return { slug, asked: { status: "preview", list } };
    }
    await changeCampaign(grant, campaign, input, terms);
    return { slug, asked: null };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "campaignChanged") throw error;
    const standing = await readDefinition(grant, slug);
    if (!standing) throw error;
    const last = await lastChangeOf(standing.campaign);
    const others = {
      theirs: standing.draft,
      tag: standing.tag,
      by: last?.by ?? null,
      at: last?.at ?? null,
    };
    return { slug, asked: { status: "conflict", others } };
  }
}
