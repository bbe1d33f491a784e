import { describe, expect, test } from "vitest";

import { draftBody, draftOf, newDraft } from "@/lib/campaign/draft";
import { meantPercent } from "@/lib/campaign/goal-text";
import { withPreset } from "@/lib/campaign/draft/preset";
import { campaignChange, campaignInput } from "@/lib/campaign/schema";
import { problemsByField } from "@/lib/base/forms/problem";
import { catalogues } from "@/lib/base/i18n/messages";

import { twoRounds } from "./target-population/campaign";

const sentences = {
  share:
    'Targetnya 1% atau kurang, jadi hampir semua sudah mencapainya. Tulis sebagai persen: 95 untuk 95% (di API "0.95"), bukan 0,95.',
  range:
    'Target harus lebih dari 0% dan paling tinggi 100%, dengan paling banyak dua angka di belakang koma: 95 untuk 95% (di API "0.95").',
};

/** The goal that a door took, or the sentence with which it rejected. */
function answerOf(
  parsed: ReturnType<(typeof campaignChange | typeof campaignInput)["safeParse"]>,
): string {
  if (parsed.success) return parsed.data.interventions[0]?.coverageGoal ?? "";
  const [code, ...others] = problemsByField(parsed.error)["interventions.0.coverageGoal"] ?? [];
  expect(others).toEqual([]);
  return Object.entries(catalogues.id.problems).find(([name]) => name === code)?.[1] ?? "";
}

/** What is typed in *Target (%)* of an empty form, a preset, and a campaign that stands. */
const doors = {
  "a new campaign": (goal: string) => {
    const { draft, ...whole } = created("bian");
    const [first] = draft.interventions;
    if (!first) throw new Error("no intervention");
    const own = { ...first, key: 99, groups: draft.groups.map(({ key }) => key), goal };
    return answerOf(
      campaignInput.safeParse({ ...draftBody({ ...draft, interventions: [own] }, []), ...whole }),
    );
  },
  "a preset": (goal: string) => {
    const { draft, ...whole } = created("covid");
    const interventions = draft.interventions.map((each, index) => ({
      ...each,
      goal: index === 0 ? goal : "70",
    }));
    return answerOf(
      campaignInput.safeParse({ ...draftBody({ ...draft, interventions }, []), ...whole }),
    );
  },
  "a campaign that stands": (goal: string) => {
    const draft = draftOf(twoRounds);
    const interventions = draft.interventions.map((each, index) =>
      index === 0 ? { ...each, goal } : each,
    );
    return answerOf(campaignChange.safeParse(draftBody({ ...draft, interventions }, [])));
  },
};

function created(preset: Parameters<typeof withPreset>[1]) {
  const draft = withPreset({ ...newDraft("62.03"), slug: "uji-coba" }, preset);
  const [startsOn, endsOn] = ["2026-11-01", "2026-11-30"];
  const rounds = draft.rounds.map((round) => ({ number: round.number, startsOn, endsOn }));
  return { draft, startsOn, endsOn, rounds, reportingUnits: undefined };
}

describe.each(Object.entries(doors))("a goal typed in %s", (_, door) => {
  test.each([
    ["0,95", sentences.share, "95"],
    ["0.95", sentences.share, "95"],
    ["0,95%", sentences.share, "95"],
    [" 0,9 ", sentences.share, "90"],
    [",95", sentences.share, "95"],
    [".95", sentences.share, "95"],
    ["0,955", sentences.share, "95,5"],
    ["0.955", sentences.share, "95,5"],
    ["0,9500", sentences.share, "95"],
    ["1", sentences.share, null],
    ["0", sentences.range, null],
    ["0,000", sentences.range, null],
    ["", sentences.range, null],
    ["95,125", sentences.range, null],
    ["95.000", sentences.range, null],
    ["100,01", sentences.range, null],
    ["sembilan", sentences.range, null],
    ["95", "0.95", null],
    ["92,5%", "0.925", null],
    ["100", "1", null],
    ["1,01", "0.0101", null],
  ])("%j: %s", (typed, answer, meant) => {
    expect(door(typed)).toBe(answer);
    expect(meantPercent(typed)).toBe(meant);
  });
});

test.each([
  ["0.0095", sentences.share],
  ["0.01", sentences.share],
  ["0.95%", sentences.share],
  ["0", sentences.range],
  ["0,95", sentences.range],
  ["95", sentences.range],
  ["95%", sentences.range],
  ["0.95125", sentences.range],
  ["0.95", "0.95"],
  ["0.955", "0.955"],
  ["1", "1"],
])("a goal sent to the API as %j: %s", (coverageGoal, answer) => {
  const body = draftBody(draftOf(twoRounds), []);
  const [first, ...others] = body.interventions;
  const interventions = [{ ...first, coverageGoal }, ...others];
  expect(answerOf(campaignChange.safeParse({ ...body, interventions }))).toBe(answer);
});
