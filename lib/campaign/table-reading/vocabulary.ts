import type { Campaign } from "@/lib/campaign/campaign";
import type { UnitKind } from "@/lib/campaign/unit-kind";
import { boxes as boxesOf, groupName } from "@/lib/campaign/target-population/column";
import type {
  NamedUnit,
  LocatedUnit,
  UnitLookup,
} from "@/lib/campaign/target-population/unit-lookup";
import { columnKeyOf, type ColumnKey, type NamedByColumn } from "@/lib/campaign/column-key";
import { measures, measureTexts, type Measure } from "@/lib/campaign/measures";

import { ColumnWords, type NamedColumn } from "./column-words";
import type { HeadTerms } from "./head-meaning";
import { plainHead, type TableKind } from "./head-words";
import { labelWords, unitWords, type LabelRole } from "./labels";
import type { OptionWord, QuestionOption } from "./question";

/** What a column of numbers may be read as. */
export type BoxRole = {
  readonly role: string;
  /** What a head names. */
  readonly key: ColumnKey;
  readonly intervention: string;
  readonly targetGroup: string;
  /** 0: the same people in every round, or the round of the day. */
  readonly round: number;
  readonly measure: Measure;
  readonly option: QuestionOption;
};

/** A number that a table may have beside its counts: it is read where a head is its name and nothing else. */
export type NamedRole = {
  readonly role: string;
  readonly names: readonly string[];
  readonly option: QuestionOption;
};

/** What a table of a campaign may say, and the words for it. Built once for a file. */
export type Vocabulary = HeadTerms & {
  readonly boxes: readonly BoxRole[];
  readonly namedRoles: readonly NamedRole[];
  /** Labels that a table of the kind may have, in the order in which they are offered. */
  readonly labelOrder: readonly (LabelRole | "people")[];
  readonly units: readonly Pick<LocatedUnit, "code" | "name" | "subdistrictName">[];
  /** Kinds of the campaign's units. */
  readonly unitKinds: ReadonlySet<UnitKind>;
  /** Whether a name is that of one of the campaign's units. */
  readonly isUnitName: (name: string) => boolean;
  /** A block to be laid over a grid: its rows may follow the grid's, and its day is the grid's. */
  readonly isGrid: boolean;
};

/** No column of the campaign: it is not read. */
export const notRead = "none";

type UnitVocabulary = Pick<Vocabulary, "units" | "unitKinds" | "isUnitName">;

/** What a reading asks of the campaign's units. */
export function unitsOf<Unit extends LocatedUnit & Pick<NamedUnit, "kind">>(
  units: readonly Unit[],
  lookup: UnitLookup<Unit>,
): UnitVocabulary {
  return {
    units,
    unitKinds: new Set(units.map(({ kind }) => kind)),
    isUnitName: (name) => lookup.match(name) !== null,
  };
}

/** A column of a grid of counts. */
type GridColumn = NamedColumn &
  Pick<BoxRole, "intervention" | "targetGroup"> & {
    /** "MR 9–59 bulan" */
    readonly label: string;
  };

/** What a block may say that is laid over a grid of the day's doses. */
export function gridVocabulary(columns: readonly GridColumn[], units: UnitVocabulary): Vocabulary {
  return {
    kind: "tally",
    words: new ColumnWords(columns),
    labels: tallyLabels,
    labelOrder: ["code", "name", "day", "zero"],
    boxes: columns.map(({ intervention, targetGroup, label }) =>
      tallyBox({ intervention, targetGroup, label }, "residents"),
    ),
    ...namedBeside([]),
    isGrid: true,
    ...units,
  };
}

export function vocabularyOf(
  kind: TableKind,
  campaign: Campaign,
  units: UnitVocabulary,
  namedRoles: readonly NamedRole[] = [],
): Vocabulary {
  const words = new ColumnWords(
    campaign.interventions.flatMap(({ code, shortName, name, targetGroups }) =>
      targetGroups.map((group) => ({
        key: columnKeyOf({ intervention: code, targetGroup: group }),
        interventions: [code, shortName, name],
        targetGroups: [group, groupName(campaign, group)],
      })),
    ),
  );
  const isTally = kind === "tally";
  return {
    kind,
    words,
    labels: isTally ? tallyLabels : targetLabels,
    labelOrder: isTally
      ? ["code", "name", "subdistrict", "day", "zero"]
      : ["code", "name", "subdistrict", "intervention", "targetGroup", "round", "people", "day"],
    boxes: isTally ? tallyBoxes(campaign) : targetBoxes(campaign),
    ...namedBeside(namedRoles),
    isGrid: false,
    ...units,
  };
}

/** Every role of a column, in the order in which they are offered. */
export function rolesOf({ labelOrder, boxes, namedRoles }: Vocabulary): string[] {
  return [...labelOrder, ...[...boxes, ...namedRoles].map(({ role }) => role)];
}

function namedBeside(namedRoles: readonly NamedRole[]): Pick<Vocabulary, "namedRoles" | "named"> {
  const named = new Map<string, string>();
  for (const { role, names } of namedRoles)
    for (const name of names.map(plainHead)) if (!named.has(name)) named.set(name, role);
  return { namedRoles, named };
}

/** A role as an option of a question or a list. */
export function roleOption(role: string, { boxes, namedRoles }: Vocabulary): QuestionOption {
  const box = [...boxes, ...namedRoles].find((each) => each.role === role);
  return box?.option ?? { value: role, word: roleWords[role] ?? "notRead" };
}

const roleWords: Readonly<Record<string, OptionWord>> = {
  code: "roleCode",
  name: "roleName",
  subdistrict: "roleSubdistrict",
  day: "roleDay",
  zero: "roleZero",
  intervention: "roleIntervention",
  targetGroup: "roleTargetGroup",
  round: "roleRound",
  people: "rolePeople",
};

const tallyLabels = labelWords({
  code: unitWords.code,
  day: ["tanggal", "tgl", "date", "tanggal pelayanan", "tanggal laporan", "hari", "day"],
  zero: ["nihil", "nil", "zero", "zero report"],
});

const targetLabels = labelWords({
  code: unitWords.code,
  intervention: ["intervensi", "antigen", "vaksin", "intervention"],
  targetGroup: [
    "kelompok",
    "kelompok sasaran",
    "kelompok umur",
    "target group",
    "targetGroup",
    "group",
  ],
  round: ["putaran", "round"],
  day: ["per tanggal", "tanggal", "as of", "asOf"],
});

/** Column roles stand in mappings that are kept, so their text may not change. */
function roleText(measure: Measure, { intervention, targetGroup }: NamedByColumn): string {
  return `${measureTexts[measure].role} ${JSON.stringify([intervention, targetGroup])}`;
}

function tallyBoxes(campaign: Campaign): BoxRole[] {
  return measures.flatMap((measure) => boxesOf(campaign).map((box) => tallyBox(box, measure)));
}

function tallyBox(
  { intervention, targetGroup, label }: ReturnType<typeof boxesOf>[number],
  measure: Measure,
): BoxRole {
  const key = columnKeyOf({ intervention, targetGroup });
  const role = roleText(measure, { intervention, targetGroup });
  const option: QuestionOption =
    measure === "residents"
      ? { value: role, text: label }
      : { value: role, word: `${measure}Box`, params: { column: label } };
  return { role, key, intervention, targetGroup, round: 0, measure, option };
}

function targetBoxes(campaign: Campaign): BoxRole[] {
  const several = campaign.rounds.length > 1;
  const rounds = several ? [0, ...campaign.rounds.map(({ number }) => number)] : [0];
  return boxesOf(campaign).flatMap(({ intervention, targetGroup, label }) =>
    rounds.map((round): BoxRole => {
      const key = columnKeyOf({ intervention, targetGroup });
      const role = `${roleText("residents", { intervention, targetGroup })} ${String(round)}`;
      const params = { column: label, round };
      const option: QuestionOption = !several
        ? { value: role, text: label }
        : { value: role, word: round === 0 ? "everyRoundBox" : "roundBox", params };
      return { role, key, intervention, targetGroup, round, measure: "residents", option };
    }),
  );
}
