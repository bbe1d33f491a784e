import { emptyGoal } from "./given";
import { emptyRound } from "./rounds";
import { nextKey } from "./key";
import type { CampaignDraft } from "../draft";
import { defaultRhythm } from "../rhythm";
import { presets, type PresetName } from "../preset";

/** The draft with the interventions, groups, rounds and kind of units of a preset. */
export function withPreset(draft: CampaignDraft, name: PresetName): CampaignDraft {
  const preset = presets[name];
  const groups = preset.groups.map(({ code, name, noun = "", months = [] }) => ({
    code,
    name,
    noun,
    minMonths: String(months[0] ?? ""),
    maxMonthsExclusive: String(months[1] ?? ""),
    unitKinds: [],
    key: nextKey(),
    isKept: false,
  }));
  const keys = new Map(preset.interventions.map(({ code }) => [code, nextKey()]));
  const interventions = preset.interventions.map(
    ({ groups: codes, groupsAdd = true, scope, follows, minGapDays, ...each }) => ({
      ...emptyGoal,
      ...each,
      groupsAdd,
      goalScope: scope ?? (each.goal === "" ? ("none" as const) : ("whole" as const)),
      act: "",
      gives: "",
      key: keys.get(each.code) ?? nextKey(),
      isKept: false,
      groups: groups.filter(({ code }) => !codes || codes.includes(code)).map(({ key }) => key),
      follows: keys.get(follows ?? "") ?? null,
      minGapDays: String(minGapDays ?? ""),
    }),
  );
  const gates = (preset.gates ?? []).map(({ terms, ...gate }) => ({
    ...gate,
    key: nextKey(),
    isKept: false,
    terms: terms.map(({ intervention, atLeast }) => ({
      key: nextKey(),
      intervention: interventions.find(({ code }) => code === intervention)?.key ?? null,
      group: null,
      unitSet: "",
      atLeast,
    })),
  }));
  const rounds = Array.from({ length: preset.rounds }, (_, index) => {
    const round = draft.rounds[index] ?? emptyRound(index + 1);
    const gap = index === 0 ? "" : String(preset.minGapDays ?? "");
    return { ...round, minGapDays: round.minGapDays || gap };
  });
  return {
    ...draft,
    name: preset.name,
    noun: preset.noun,
    act: preset.act,
    gives: preset.gives,
    rhythm: preset.rhythm ?? defaultRhythm.rhythm,
    groups,
    interventions,
    gates,
    rounds,
    units: preset.units,
  };
}
