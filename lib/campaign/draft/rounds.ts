import type { Campaign } from "../campaign";
import { periods, type Period } from "../rhythm";
import { nextKey } from "./key";
import { codesIn, numberText, wholeNumberOf } from "./text";

export type DraftRound = {
  readonly key: number;
  readonly number: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly sweepingEndsOn: string;
  /** What was planned, when the round exists and has moved. */
  readonly planned?: { readonly startsOn: string; readonly endsOn: string };
  /** Days to the round before at least, as typed; left out, as by an earlier visit: none are asked. */
  readonly minGapDays?: string;
  readonly gapReason?: string;
  /** Codes of the units or kecamatan that it is held in, one a line; "" or left out: every unit. */
  readonly units?: string;
};

export function emptyRound(number: number): DraftRound {
  return { key: nextKey(), number, startsOn: "", endsOn: "", sweepingEndsOn: "" };
}

export function draftRounds({ rounds }: Campaign): DraftRound[] {
  return rounds.map((round) => ({
    key: -round.number,
    number: round.number,
    startsOn: round.startsOn,
    endsOn: round.endsOn,
    sweepingEndsOn: round.sweepingEndsOn ?? "",
    planned: { startsOn: round.plannedStartsOn, endsOn: round.plannedEndsOn },
    minGapDays: numberText(round.minGapDays),
    gapReason: round.gapReason ?? "",
    units: (round.units ?? []).join("\n"),
  }));
}

export function roundsBody(rounds: readonly DraftRound[]) {
  return rounds.map((round) => ({
    number: round.number,
    startsOn: round.startsOn,
    endsOn: round.endsOn,
    sweepingEndsOn: round.sweepingEndsOn || null,
    minGapDays: wholeNumberOf(round.minGapDays ?? ""),
    gapReason: round.gapReason || undefined,
    units: codesIn(round.units ?? ""),
  }));
}

/** What the one choice of the form says in the two fields that are sent. */
export function rhythmOf(choice: string): { rhythm: string; period?: Period } {
  const period = periods.find((each) => each === choice);
  return period ? { rhythm: "periods", period } : { rhythm: choice };
}
