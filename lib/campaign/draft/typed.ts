import { z } from "zod";

import { codeIn } from "@/lib/base/region/typed-code";

import { changedDraft, newDraft, type CampaignDraft } from "../draft";
import { unitSetKinds } from "../unit-set/unit-set";
import type { Step } from "./step";
import { slugOf } from "./text";
import { otherWord, ownWordName } from "./typed-names";

/**
 * A draft with what the fields of a step say, of a page without scripts: their names are the paths of
 * what they say. A field that was not there changes nothing; a name that no field has is passed over.
 *
 * @returns to be read by `draftDocument`: what is no choice of a list stands in it as it was sent.
 */
export function withPlainFields(draft: CampaignDraft, step: Step, form: FormData): unknown {
  const fields = new TypedFields(form);
  if (step === "general") return generalOver(draft, fields);
  if (step === "units") return { ...draft, ...unitsOver(draft, fields) };
  if (step === "given") {
    const interventions = draft.interventions.map((each, index) =>
      interventionOver(each, fields.under(`interventions.${String(index)}.`)),
    );
    const gates = draft.gates.map((gate, index) =>
      gateOver(gate, fields.under(`gates.${String(index)}.`)),
    );
    return { ...draft, interventions, gates };
  }
  if (step === "groups") {
    const groups = draft.groups.map((group, index) =>
      groupOver(group, fields.under(`targetGroups.${String(index)}.`)),
    );
    return { ...draft, groups };
  }
  if (step === "rounds") {
    const rounds = draft.rounds.map((round, index) => ({
      ...round,
      ...fields
        .under(`rounds.${String(index)}.`)
        .texts(["startsOn", "endsOn", "sweepingEndsOn", "minGapDays", "gapReason", "units"]),
    }));
    const parts = fields.ticked("reportParts");
    const cutOff = fields.text("reportCutOff")?.slice(0, 5);
    return {
      ...draft,
      rounds,
      ...fields.texts(["rhythm"]),
      ...(parts && { reportParts: parts }),
      ...(cutOff !== undefined && { reportCutOff: cutOff }),
    };
  }
  return draft;
}

const sent = z.string();

const setFields = z.object({
  kind: z.enum(unitSetKinds),
  shown: z.enum(unitSetKinds),
  text: z.string(),
});

/** Fields of a form by their names; undefined: it was not there. */
class TypedFields {
  constructor(
    private readonly form: FormData,
    private readonly path = "",
  ) {}

  under(path: string): TypedFields {
    return new TypedFields(this.form, this.path + path);
  }

  /** Lines end as in a draft, however they travelled. */
  text(name: string): string | undefined {
    return sent.safeParse(this.form.get(this.path + name)).data?.replaceAll("\r\n", "\n");
  }

  texts<Name extends string>(names: readonly Name[]): { readonly [name in Name]?: string } {
    const typed = names.flatMap((name) => {
      const text = this.text(name);
      return text === undefined ? [] : [[name, text] as const];
    });
    return Object.fromEntries(typed) as { [name in Name]?: string };
  }

  /** A word from its list, or as it was typed. */
  words<Name extends string>(names: readonly Name[]): { readonly [name in Name]?: string } {
    const typed = names.flatMap((name) => {
      const word = this.text(name);
      if (word === undefined) return [];
      return [[name, word === otherWord ? (this.text(ownWordName(name)) ?? "") : word] as const];
    });
    return Object.fromEntries(typed) as { [name in Name]?: string };
  }

  /** What is ticked of several boxes; undefined: there were none. */
  ticked(name: string): readonly string[] | undefined {
    const all = this.form.getAll(this.path + name);
    if (all.length === 0) return undefined;
    return all.flatMap((value) => sent.safeParse(value).data || []);
  }

  /** A row by its key, of a list whose first choice is none. */
  key(name: string): number | null | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : text === "" ? null : Number(text);
  }
}

const generalFields = [
  "name",
  "legalBasis",
  "sourceName",
  "sourceUrl",
  "startsOn",
  "endsOn",
  "decidingTargetSource",
  "usualDeviations",
  "mostTargetShare",
] as const;

function generalOver(draft: CampaignDraft, fields: TypedFields): CampaignDraft {
  const { slug, timeZone } = fields.texts(["slug", "timeZone"]);
  const isSample = fields.ticked("isSample");
  const district = fields.text("districtCode");
  const districtCode = district === undefined ? draft.districtCode : codeIn(district);
  const isMoved = districtCode !== draft.districtCode;
  return changedDraft(draft, {
    ...fields.texts(generalFields),
    ...fields.words(["noun", "act", "gives"]),
    ...(isSample && { isSample: isSample.length > 0 }),
    ...(isMoved && { districtCode, villages: [], timeZone: newDraft(districtCode).timeZone }),
    // What was not typed in follows the name and the kabupaten.
    ...(slug !== undefined && slug !== draft.slug && { slug }),
    ...(timeZone !== undefined && timeZone !== draft.timeZone && { timeZone }),
  });
}

function unitsOver(draft: CampaignDraft, fields: TypedFields) {
  const { units, reportingUnits: lines } = fields.texts(["units", "reportingUnits"]);
  const villages = fields.ticked("villages");
  const sets = setFields.safeParse({
    kind: fields.text("setKind"),
    shown: fields.text("setKindShown"),
    text: fields.text("unitSets"),
  }).data;
  // What stood there is no set of the kind that was chosen meanwhile.
  const isTyped = sets && sets.text !== draft.setLines[sets.shown];
  return {
    ...(units !== undefined && { units }),
    ...(lines !== undefined && { lines }),
    ...(villages && { villages }),
    ...(isTyped && { setLines: { ...draft.setLines, [sets.kind]: sets.text } }),
  };
}

function interventionOver(each: CampaignDraft["interventions"][number], fields: TypedFields) {
  const { coverageGoal, goalScope, code } = fields.texts(["coverageGoal", "goalScope", "code"]);
  const groups = fields.ticked("targetGroups");
  const groupsAdd = fields.ticked("groupsAdd");
  const follows = fields.key("follows");
  const named = { ...each, ...fields.texts(["name"]) };
  return {
    ...named,
    code: codeOver(each, named.name, code, (name) => slugOf(name).toUpperCase().slice(0, 32)),
    ...fields.texts(["shortName", "goalFrom", "goalDecree", "minGapDays"]),
    ...fields.words(["act", "gives"]),
    ...(coverageGoal !== undefined && { goal: coverageGoal }),
    ...(goalScope !== undefined && { goalScope }),
    ...(groups && { groups: groups.map(Number) }),
    ...(groupsAdd && { groupsAdd: groupsAdd.length > 0 }),
    ...(follows !== undefined && { follows }),
  };
}

function gateOver(gate: CampaignDraft["gates"][number], fields: TypedFields) {
  const name = fields.text("name") ?? gate.name;
  return {
    ...gate,
    name,
    ...(name !== gate.name && { code: slugOf(name).toUpperCase().slice(0, 32) }),
    terms: gate.terms.map((term, place) => {
      const own = fields.under(`terms.${String(place)}.`);
      const [intervention, group] = [own.key("intervention"), own.key("targetGroup")];
      return {
        ...term,
        ...own.texts(["atLeast", "unitSet"]),
        ...(intervention !== undefined && { intervention }),
        ...(group !== undefined && { group }),
      };
    }),
  };
}

function groupOver(group: CampaignDraft["groups"][number], fields: TypedFields) {
  const named = { ...group, ...fields.texts(["name", "minMonths", "maxMonthsExclusive"]) };
  const code = fields.text("code");
  const kinds = fields.ticked("unitKinds");
  return {
    ...named,
    code: codeOver(group, named.name, code, (name) => slugOf(name).slice(0, 32)),
    ...(kinds && { unitKinds: kinds }),
    ...fields.words(["noun"]),
  };
}

/** A code follows the name until one is typed. */
function codeOver(
  standing: { readonly code: string; readonly name: string },
  name: string,
  typed: string | undefined,
  codeOf: (name: string) => string,
): string {
  if (typed !== undefined && typed !== standing.code) return typed;
  return standing.code === codeOf(standing.name) ? codeOf(name) : standing.code;
}
