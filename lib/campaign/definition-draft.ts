import { newDraft, proposedSlug, type CampaignDraft } from "./draft";
import { draftSet } from "./draft/given";
import { decimalText, numberText } from "./draft/text";
import type { UnitName } from "./draft/units";
import { percentOf } from "./goal-text";
import { findGoal } from "@/lib/coverage/goal";
import type { CampaignInput } from "./schema";
import { endLinesOf } from "./unit-end-lines";
import { unitLines } from "./unit-lines";
import { setLinesOf } from "./unit-set/lines";

type Body = Pick<CampaignInput, "districtCode"> & {
  readonly [Field in keyof CampaignInput]?: CampaignInput[Field] | undefined;
};

/**
 * A body as `POST` takes it, as the form of a new campaign shows it: `draftBody` makes the same body of
 * it again. What the body does not say is as in an empty form.
 *
 * @param villages of its kabupaten: they are ticked where all units are some of them, under the same
 *     names; other units stand as lines.
 */
export function draftOfInput(body: Body, villages: readonly UnitName[] = []): CampaignDraft {
  const empty = newDraft(body.districtCode);
  const groups = (body.targetGroups ?? []).map((group, index) => ({
    key: -1 - index,
    code: group.code,
    name: group.name,
    noun: group.noun ?? "",
    minMonths: numberText(group.minMonths),
    maxMonthsExclusive: numberText(group.maxMonthsExclusive),
    unitKinds: group.unitKinds ?? [],
    isKept: false,
  }));
  const given = body.interventions ?? [];
  const keyOf = (code: string | undefined) => {
    const index = given.findIndex((each) => each.code === code);
    return index === -1 ? null : -1 - index;
  };
  const draft: CampaignDraft = {
    ...empty,
    ...termsOf(body, empty),
    groups,
    interventions: given.map((each, index) => ({
      key: -1 - index,
      code: each.code,
      name: each.name,
      shortName: each.shortName ?? "",
      ...goalOf(each),
      act: each.act ?? "",
      gives: each.gives ?? "",
      groupsAdd: each.groupsAdd,
      follows: keyOf(each.follows),
      minGapDays: numberText(each.minGapDays),
      groups: groups
        .filter(({ code }) => each.targetGroups?.includes(code) ?? true)
        .map(({ key }) => key),
      isKept: false,
    })),
    rounds:
      body.rounds?.map((round, index) => ({
        key: -1 - index,
        number: round.number,
        startsOn: round.startsOn,
        endsOn: round.endsOn,
        sweepingEndsOn: round.sweepingEndsOn ?? "",
        minGapDays: numberText(round.minGapDays),
        gapReason: round.gapReason ?? "",
        units: (round.units ?? []).join("\n"),
      })) ?? empty.rounds,
    gates: (body.gates ?? []).map((gate, index) => ({
      key: -1 - index,
      code: gate.code,
      name: gate.name,
      isKept: false,
      terms: gate.terms.map((term, place) => ({
        key: -1 - place,
        intervention: keyOf(term.intervention),
        group: groups.find(({ code }) => code === term.targetGroup)?.key ?? null,
        unitSet: draftSet(body.unitSets ?? [], term.unitSet),
        atLeast: percentText(term.atLeast),
      })),
    })),
    ...unitsOf(body, villages),
  };
  return { ...draft, slug: body.slug ?? proposedSlug(draft) };
}

function termsOf(body: Body, empty: CampaignDraft) {
  return {
    name: body.name ?? "",
    legalBasis: body.legalBasis ?? "",
    sourceName: body.sourceName ?? "",
    sourceUrl: body.sourceUrl ?? "",
    startsOn: body.startsOn ?? "",
    endsOn: body.endsOn ?? "",
    timeZone: body.timeZone ?? empty.timeZone,
    reportCutOff: body.reportCutOff ?? empty.reportCutOff,
    isSample: body.isSample ?? empty.isSample,
    decidingTargetSource: body.decidingTargetSource ?? empty.decidingTargetSource,
    usualDeviations: body.usualDeviations
      ? decimalText(body.usualDeviations)
      : empty.usualDeviations,
    mostTargetShare: body.mostTargetShare
      ? decimalText(body.mostTargetShare * 100)
      : empty.mostTargetShare,
    noun: body.noun ?? empty.noun,
    act: body.act ?? empty.act,
    gives: body.gives ?? empty.gives,
    rhythm: body.period ?? body.rhythm ?? empty.rhythm,
    reportParts: body.reportParts ?? empty.reportParts,
  };
}

function goalOf(each: CampaignInput["interventions"][number]) {
  return {
    goal: each.coverageGoal === null ? "" : percentText(each.coverageGoal),
    goalScope: each.coverageGoal === null ? ("none" as const) : (each.goalScope ?? "whole"),
    goalFrom: each.goalFrom ?? "",
    goalDecree: each.goalDecree ?? "",
    goalReason: each.goalReason ?? "",
    goals: [],
  };
}

function unitsOf(
  { reportingUnits, unitSets = [], unitEnds = [] }: Body,
  villages: readonly UnitName[],
) {
  if (!reportingUnits) return {};
  const sets = unitSets.map(({ opensOn = null, closesOn = null, ...set }) => ({
    ...set,
    opensOn,
    closesOn,
  }));
  const ends = unitEnds.map(({ successors, ...end }) => ({
    ...end,
    successors: successors.map(({ unit, from }) => ({ code: unit, isOld: from === null })),
  }));
  const names = new Map(villages.map(({ code, name }) => [code, name] as const));
  const isOfVillages = reportingUnits.every(
    ({ code, name, kind, regionCode, office }) =>
      kind === "village" && code === regionCode && names.get(code) === name && !office,
  );
  return {
    ...(isOfVillages
      ? { units: "chosen" as const, villages: reportingUnits.map(({ code }) => code) }
      : { units: "own" as const, lines: unitLines(reportingUnits) }),
    setLines: setLinesOf(sets, reportingUnits),
    endLines: endLinesOf(ends, reportingUnits),
  };
}

/** "0.95" as it is typed in percent; what is no goal stays to be seen. */
function percentText(share: string): string {
  const goal = findGoal(share);
  return goal === null ? share : percentOf(goal);
}
