import { eventCursor, cursorPage, readEventCursor } from "@/lib/safety/cursor";
import { isAwaiting } from "@/lib/safety/deadline";
import { listAdverseEvents } from "@/lib/safety/server/adverse-event-queries";
import { endpoints } from "@/lib/server/api/endpoints";
import { serveCampaign } from "@/lib/server/api/serve";

export const GET = serveCampaign(
  endpoints.adverseEvents,
  async ({ grant, campaign, query, at }) => {
    const { only = null, state = null, subdistrict = null, limit } = query;
    const listed = await listAdverseEvents(
      grant,
      campaign,
      { only, state, subdistrict },
      { at, after: readEventCursor(query.after), perPage: limit },
    );
    const { rows, next } = cursorPage(listed, limit, (event) =>
      eventCursor({ ...event, isAwaiting: isAwaiting(event) }),
    );
    return { events: rows.map(copied), next };
  },
);

type Listed = Awaited<ReturnType<typeof listAdverseEvents>>[number];

function copied({ interventions, criteria, ...event }: Listed) {
  return { ...event, interventions: [...interventions], criteria: [...criteria] };
}
