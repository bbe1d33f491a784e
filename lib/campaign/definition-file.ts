import { isRecord } from "@/lib/base/forms/unknown-object";
import { readLeniently, type LeftOut } from "@/lib/base/json/read-leniently";
import { readStrictJson, type JsonProblem } from "@/lib/base/json/strict-json";
import { limits } from "@/lib/base/limits";
import { addDays } from "@/lib/base/time/calendar-day";

import { draftOfInput } from "./definition-draft";
import { draftBody, type CampaignDraft } from "./draft";
import type { UnitName } from "./draft/units";
import { campaignInput, definitionVersion } from "./schema";
import type { UnitEndInput } from "./schema/unit-ends";

/** Why no campaign is begun from a file. */
export type DefinitionProblem =
  | JsonProblem
  | { readonly kind: "tooLarge" | "notDefinition" }
  | { readonly kind: "version"; readonly version: string };

/** What a file says of a campaign, and what of it is not read. */
export type DefinitionFile = {
  readonly body: Record<string, unknown>;
  readonly left: readonly LeftOut[];
};

/** Without any of them a file is of something else. */
const telling = ["rounds", "interventions", "targetGroups", "reportingUnits"] as const;

/** The definition of a campaign as `/kampanye/…/definisi` writes it, or as somebody wrote it by hand. */
export function readDefinitionFile(
  bytes: Uint8Array,
): DefinitionFile | { readonly problem: DefinitionProblem } {
  if (bytes.length > limits.fileBytes) return { problem: { kind: "tooLarge" } };
  const json = readStrictJson(bytes);
  if ("problem" in json) return json;
  const { value } = json;
  if (!isRecord(value) || !telling.some((name) => Array.isArray(value[name]))) {
    return { problem: { kind: "notDefinition" } };
  }
  const { formatVersion = definitionVersion, ...document } = value;
  if (formatVersion !== definitionVersion) {
    return { problem: { kind: "version", version: JSON.stringify(formatVersion).slice(0, 20) } };
  }
  const { value: body, left } = readLeniently(campaignInput, document);
  return { body, left };
}

type LeftOutOfDraft = NonNullable<CampaignDraft["fromFile"]>["left"][number];

/** What of a definition is of one kabupaten: another has other units. */
const ofDistrict = ["reportingUnits", "unitSets", "unitEnds"] as const;

/**
 * A file as the form of a new campaign shows it, with what of the file stands nowhere in it.
 *
 * @param district the kabupaten of the draft; the file may be another's, whose units it has none of.
 */
export function draftOfFile(
  { body: said, left }: DefinitionFile,
  name: string,
  district: string,
  villages: readonly UnitName[],
): CampaignDraft {
  const isElsewhere = said["districtCode"] !== undefined && said["districtCode"] !== district;
  const body = isElsewhere ? ofNoDistrict(said) : { body: said, left: [] };
  const shown = { ...body.body, districtCode: district };
  // Its lists have the shape of the schema; whether they are right is said in their steps.
  const draft = draftOfInput(shown as Parameters<typeof draftOfInput>[0], villages);
  const all = [...left, ...body.left, ...changedIn(shown, draft, villages)];
  return {
    ...draft,
    fromFile: {
      name: name.slice(0, 200),
      left: all.slice(0, limits.problemsPerReport),
      untold: Math.max(0, all.length - limits.problemsPerReport),
    },
  };
}

function ofNoDistrict(said: DefinitionFile["body"]): {
  body: DefinitionFile["body"];
  left: readonly LeftOutOfDraft[];
} {
  const body = { ...said };
  const left: LeftOutOfDraft[] = [];
  for (const field of ofDistrict) {
    const list = body[field];
    delete body[field];
    if (Array.isArray(list) && list.length > 0) {
      left.push({ field, value: String(list.length), why: "elsewhere" });
    }
  }
  if (Array.isArray(body["rounds"])) {
    body["rounds"] = body["rounds"].map((round: Record<string, unknown>, index) => {
      const { units, ...rest } = round;
      if (!Array.isArray(units) || units.length === 0) return rest;
      const field = `rounds.${String(index)}.units`;
      left.push({ field, value: String(units.length), why: "elsewhere" });
      return rest;
    });
  }
  return { body, left };
}

/** Parts of a right definition that its draft says otherwise: a name with a semicolon, as it is typed. */
function changedIn(
  said: DefinitionFile["body"],
  draft: CampaignDraft,
  villages: readonly UnitName[],
): readonly LeftOutOfDraft[] {
  const meant = campaignInput.safeParse(said);
  const again = campaignInput.safeParse(draftBody(draft, villages));
  if (!meant.success || !again.success) return [];
  const before: Readonly<Record<string, unknown>> = {
    ...meant.data,
    unitEnds: meant.data.unitEnds && withoutBeginnings(meant.data.unitEnds),
  };
  const after = again.data as Readonly<Record<string, unknown>>;
  return Object.keys(before)
    .filter((field) => !isSaidBy(before[field], after[field]))
    .map((field) => ({ field, value: "", why: "changed" as const }));
}

/** A successor's first day follows from the end before it: lines say it only where it does not. */
function withoutBeginnings(ends: readonly UnitEndInput[]) {
  const begun = new Set(ends.map(({ until }) => addDays(until, 1)));
  return ends.map(({ successors, ...end }) => ({
    ...end,
    successors: successors.map(({ unit, from }) => ({
      unit,
      from: from && begun.has(from) ? undefined : from,
    })),
  }));
}

/** What is not said of it may be anything; what is said is the same, lists in any order of their own. */
function isSaidBy(before: unknown, after: unknown): boolean {
  if (before === undefined) return true;
  if (Array.isArray(before)) {
    if (!Array.isArray(after)) return before.length === 0;
    return before.length === after.length && before.every((each, at) => isSaidBy(each, after[at]));
  }
  if (!isRecord(before)) return before === after;
  return (
    isRecord(after) && Object.keys(before).every((name) => isSaidBy(before[name], after[name]))
  );
}
