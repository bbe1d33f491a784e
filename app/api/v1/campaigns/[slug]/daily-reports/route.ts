import { endpoints } from "@/lib/server/api/endpoints";
import { toldProblems } from "@/lib/server/api/sentences";
import { serveCampaign } from "@/lib/server/api/serve";
import { countReports } from "@/lib/account/auth/server/write-limit";
import { submitDailyReports } from "@/lib/report/server/commands";
import { receiptsOf } from "@/lib/report/server/receipt-queries";

export const GET = serveCampaign(endpoints.reportReceipts, async ({ grant, campaign, query }) => ({
  receipts: await receiptsOf(grant, campaign, query.ids),
}));

export const POST = serveCampaign(
  endpoints.submitDailyReports,
  async ({ grant, campaign, body, device, locale, at }) => {
    await countReports(grant.actor, body.reports.length);
    const results = await submitDailyReports(grant, campaign, body.reports, {
      at,
      via: "api",
      sentAt: body.sentAt === undefined ? undefined : new Date(body.sentAt),
      contact: {
        device,
        waitingSince: body.waitingSince === undefined ? null : new Date(body.waitingSince),
      },
    });
    return {
      results: results.map((result, at) => ({
        ...result,
        problems: toldProblems(
          { problems: result.problems, day: body.reports[at]?.day ?? "" },
          campaign,
          locale,
        ),
      })),
    };
  },
);
