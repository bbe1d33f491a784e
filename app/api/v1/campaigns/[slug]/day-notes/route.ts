import { addDayNote, removeDayNote } from "@/lib/campaign/day-note/server/commands";
import { listDayNotes } from "@/lib/campaign/day-note/server/queries";
import { dayNotesOf } from "@/lib/server/api/day-notes";
import { endpoints } from "@/lib/server/api/endpoints";
import { serveCampaign } from "@/lib/server/api/serve";

export const GET = serveCampaign(endpoints.dayNotes, async ({ grant, campaign, query }) =>
  dayNotesOf(campaign, query, (round) => listDayNotes(grant, campaign, round)),
);

export const POST = serveCampaign(
  endpoints.addDayNote,
  async ({ grant, campaign, body: { id, ...note } }) => addDayNote(grant, campaign, note, id),
);

export const DELETE = serveCampaign(
  endpoints.removeDayNote,
  async ({ grant, campaign, query: { id } }) => {
    await removeDayNote(grant, campaign, id);
    return { id };
  },
);
