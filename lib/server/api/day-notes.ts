import type { z } from "zod";

import type { Campaign, Round } from "@/lib/campaign/campaign";
import type { DayNote } from "@/lib/campaign/day-note/schema";

import { ApiProblem } from "./api-problem";
import type { dayNotesQuery } from "./query-schema";
import type { DayNotesAnswer } from "./schema/day-notes";

/**
 * The notes of a round, or of all rounds, as a program reads them.
 *
 * @throws {ApiProblem} `invalid` for a round that the campaign does not have.
 */
export async function dayNotesOf(
  campaign: Campaign,
  { round: number }: z.infer<typeof dayNotesQuery>,
  notesIn: (round: Round) => Promise<readonly DayNote[]>,
): Promise<DayNotesAnswer> {
  const rounds = campaign.rounds.filter((each) => number === undefined || each.number === number);
  if (rounds.length === 0) {
    const problems = [{ field: "round", code: "unknownRound" }] as const;
    throw new ApiProblem(422, "invalid", JSON.stringify(problems), problems);
  }
  const notes = (await Promise.all(rounds.map(notesIn))).flat();
  return {
    rhythm: campaign.rhythm,
    period: campaign.period,
    notes: notes.map(({ id, placeCode, placeName, day, kind, closes, note }) => ({
      id,
      place: placeCode,
      placeName,
      day,
      kind: closes ? "closed" : kind,
      note,
    })),
  };
}
