import { cursorPage, rapidCursor, readRapidCursor } from "@/lib/safety/cursor";
import { rapidVerdictOf } from "@/lib/safety/rapid-assessment";
import { listRapidAssessments, readPassMark } from "@/lib/safety/server/rapid-assessment-queries";
import { endpoints } from "@/lib/server/api/endpoints";
import { serveCampaign } from "@/lib/server/api/serve";

export const GET = serveCampaign(endpoints.rapidAssessments, async ({ grant, campaign, query }) => {
  const { verdict = null, subdistrict = null, limit } = query;
  const mark = await readPassMark(grant, campaign);
  const listed = await listRapidAssessments(
    grant,
    campaign,
    { verdict, subdistrict },
    { mark, after: readRapidCursor(query.after), perPage: limit },
  );
  const { rows, next } = cursorPage(listed, limit, rapidCursor);
  return {
    passMark: { ...mark },
    assessments: rows.map((each) => ({ ...each, verdict: rapidVerdictOf(each, mark) })),
    next,
  };
});
