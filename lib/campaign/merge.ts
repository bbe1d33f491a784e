import { isRecord } from "@/lib/base/forms/unknown-object";

import type { CampaignDraft } from "./draft";

export type Side = "theirs" | "yours";

type Sides<Value> = Readonly<Record<"base" | Side, Value>>;

/** A part of a campaign that changed on one side or both since a form was opened. */
export type MergedPart = {
  /** "endsOn", "rounds.1.endsOn", "interventions.MR.goal"; of a row that came or went "targetGroups.lansia". */
  readonly path: string;
  /** As text; null: there is no such row. */
  readonly values: Sides<string | null>;
  /** Whose is kept; null: each changed it otherwise, and nobody has chosen yet. */
  readonly kept: Side | null;
  readonly isChoice: boolean;
};

type Row = Readonly<Record<string, unknown>>;
type Keep = (path: string, values: Sides<unknown>) => unknown;

/** Of a row, but nothing that somebody types. */
const untyped = new Set(["key", "isKept", "planned", "goals"]);

/**
 * What becomes of a campaign that two people changed at once. What one of them changed is kept; what
 * each changed otherwise is asked. Rows are the same by their code or number, not by their place.
 *
 * @param choices by path, of what is asked; what is not chosen stands as it was.
 * @returns every part that changed on either side, and the campaign with both changes.
 */
export function mergeDrafts(
  sides: Sides<CampaignDraft>,
  choices: Readonly<Record<string, Side>>,
): { readonly draft: CampaignDraft; readonly parts: readonly MergedPart[] } {
  const parts: MergedPart[] = [];
  const keep: Keep = (path, values) => {
    const text = ofEach(values, textOf);
    if (text.theirs === text.base && text.yours === text.base) return values.yours;
    const isChoice =
      text.theirs !== text.base && text.yours !== text.base && text.theirs !== text.yours;
    const own = text.theirs === text.base ? "yours" : "theirs";
    const kept = isChoice ? (choices[path] ?? null) : own;
    parts.push({ path, values: text, kept, isChoice });
    return values[kept ?? "base"];
  };

  const coded = ofEach(sides, withCodes);
  const merged = Object.fromEntries(
    Object.keys(coded.yours).map((field) => {
      const values = ofEach(coded, (draft) => draft[field]);
      if (Object.values(values).some(isRows)) {
        return [field, mergeRows(listName(field), values, keep)];
      }
      const row = ofEach(values, (each) => (isRecord(each) ? each : undefined));
      return [field, row.yours ? mergeFields(field, row, keep) : keep(field, values)];
    }),
  );
  return { draft: withKeys(merged) as CampaignDraft, parts };
}

function mergeRows(list: string, values: Sides<unknown>, keep: Keep): Row[] {
  const sides = ofEach(values, rowsById);
  const everywhere = (id: string) => Object.values(sides).every((rows) => rows.has(id));
  const order = keep(
    `${list}.order`,
    ofEach(sides, (rows) => [...rows.keys()].filter(everywhere)),
  );
  const ids = new Set([
    ...(Array.isArray(order) ? order.map(String) : []),
    ...sides.yours.keys(),
    ...sides.theirs.keys(),
    ...sides.base.keys(),
  ]);
  return [...ids].flatMap((id, index): Row[] => {
    const row = ofEach(sides, (rows) => rows.get(id));
    const merged =
      row.theirs && row.yours
        ? mergeFields(`${list}.${id}`, row, keep)
        : keep(
            `${list}.${id}`,
            ofEach(row, (each) => each && typedOf(each)),
          );
    if (!isRecord(merged)) return [];
    const { theirs } = row;
    const told = { ...row.yours, ...theirs, ...merged };
    return [
      { ...told, key: -1 - index, ...("isKept" in told && { isKept: theirs !== undefined }) },
    ];
  });
}

function mergeFields(path: string, row: Sides<Row | undefined>, keep: Keep): Row {
  const fields = new Set(Object.values(row).flatMap((each) => Object.keys(typedOf(each ?? {}))));
  return Object.fromEntries(
    [...fields].map((field) => [
      field,
      keep(
        `${path}.${field}`,
        ofEach(row, (each) => each?.[field]),
      ),
    ]),
  );
}

function ofEach<From, To>({ base, theirs, yours }: Sides<From>, to: (from: From) => To): Sides<To> {
  return { base: to(base), theirs: to(theirs), yours: to(yours) };
}

function typedOf(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([field]) => !untyped.has(field)));
}

function isRows(value: unknown): value is readonly Row[] {
  return (
    Array.isArray(value) && value.length > 0 && value.every((row) => isRecord(row) && "key" in row)
  );
}

/** A row that has neither code nor number yet is nobody else's. */
function rowsById(value: unknown): ReadonlyMap<string, Row> {
  if (!isRows(value)) return new Map();
  return new Map(value.map((row) => [idOf(row), row]));
}

function idOf({ code, number, key }: Row): string {
  if (typeof code === "string" && code !== "") return code;
  return typeof number === "number" ? String(number) : `+${JSON.stringify(key)}`;
}

function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Groups are a list of the body by another name. */
function listName(field: string): string {
  return field === "groups" ? "targetGroups" : field;
}

/** Keys are each form's own; codes are the same in all. */
function withCodes({ groups, interventions, gates, ...rest }: CampaignDraft): Row {
  const codeOf = (
    parts: readonly { readonly key: number; readonly code: string }[],
    key: unknown,
  ) => parts.find((part) => part.key === key)?.code ?? null;
  return {
    ...rest,
    groups,
    interventions: interventions.map((each) => ({
      ...each,
      groups: groups.filter(({ key }) => each.groups.includes(key)).map(({ code }) => code),
      follows: codeOf(interventions, each.follows),
    })),
    gates: gates.map((gate) => ({
      ...gate,
      terms: gate.terms.map((term) => ({
        ...term,
        intervention: codeOf(interventions, term.intervention),
        group: codeOf(groups, term.group),
      })),
    })),
  };
}

function withKeys(draft: Row): Row {
  const rowsOf = (value: unknown) => (isRows(value) ? value : []);
  const groups = rowsOf(draft["groups"]);
  const interventions = rowsOf(draft["interventions"]);
  const keyOf = (rows: readonly Row[], code: unknown) =>
    code === null ? null : (rows.find((row) => row["code"] === code)?.["key"] ?? null);
  return {
    ...draft,
    interventions: interventions.map((each) => {
      const given = Array.isArray(each["groups"]) ? each["groups"] : [];
      return {
        ...each,
        groups: groups.filter(({ code }) => given.includes(code)).map(({ key }) => key),
        follows: keyOf(interventions, each["follows"]),
      };
    }),
    gates: rowsOf(draft["gates"]).map((gate) => ({
      ...gate,
      terms: rowsOf(gate["terms"]).map((term) => ({
        ...term,
        intervention: keyOf(interventions, term["intervention"]),
        group: keyOf(groups, term["group"]),
      })),
    })),
  };
}
