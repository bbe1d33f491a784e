import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import { lastDay } from "@/lib/campaign/calendar";
import type { Campaign, Round } from "@/lib/campaign/campaign";
import { regionCode } from "@/lib/base/region/code";

import { dayNoteKinds, type DayNote } from "@/lib/campaign/day-note/schema";

const dayNote = z.object({
  id: z.uuid(),
  placeCode: regionCode,
  placeName: z.string(),
  day: z.iso.date(),
  kind: z.enum(dayNoteKinds),
  closes: z.boolean(),
  note: z.string(),
});

/**
 * The notes on a round's days that concern the grant's region: on the region itself, on what it
 * lies in, and on its kecamatan; oldest day first, the kabupaten's before its kecamatan's.
 */
export async function listDayNotes(
  grant: Grant<"coverage:read"> | Grant<"completeness:read">,
  campaign: Campaign,
  round: Round,
): Promise<DayNote[]> {
  const { region } = grant;
  return readRows(dayNote)`
    SELECT note.id,
           note.place_code AS "placeCode",
           region.name     AS "placeName",
           note.day::text  AS day,
           note.kind,
           note.closes,
           note.note
    FROM day_note AS note
    JOIN region ON region.code = note.place_code
    WHERE note.district_code = ${campaign.districtCode}
      AND note.campaign_id = ${campaign.id}::uuid
      AND note.day BETWEEN ${round.startsOn}::date AND ${lastDay(round)}::date
      AND (${region} = '00' OR note.place_code = ${region}
           OR note.place_code LIKE ${`${region}.%`} OR ${region} LIKE note.place_code || '.%')
    ORDER BY note.day, note.place_code, note.created_at
  `;
}
