import { unitKinds } from "@/lib/campaign/unit-kind";
import { Asking } from "@/lib/campaign/table-reading/asking";
import type { Answers } from "@/lib/campaign/table-reading/question";
import { gridVocabulary, type Vocabulary } from "@/lib/campaign/table-reading/vocabulary";
import { UnitLookup } from "@/lib/campaign/target-population/unit-lookup";
import { UnitQuestions } from "@/lib/campaign/target-population/unit-questions";

import type { EntryColumn, EntryUnit } from "./entry-row";

/** What a block or message is read with. Built anew for each reading. */
export type PasteTerms = {
  readonly vocabulary: Vocabulary;
  readonly units: UnitLookup<PasteUnit>;
  readonly asking: Asking;
  readonly questions: UnitQuestions;
};

type PasteUnit = EntryUnit & { readonly subdistrictCode: string };

/** Letters of a kecamatan's code at the start of its villages' codes. */
const subdistrictLetters = "62.03.01".length;

/**
 * What a block may say of the rows and columns of a grid, and who asks about it.
 *
 * @param entryUnits the rows of the grid: no other unit is found.
 */
export function pasteTerms(
  entryUnits: readonly EntryUnit[],
  columns: readonly EntryColumn[],
  answers: Answers,
): PasteTerms {
  const placed = entryUnits.map((unit): PasteUnit => ({
    ...unit,
    subdistrictCode: unit.code.slice(0, subdistrictLetters),
  }));
  const units = new UnitLookup(placed, "");
  const isVillages = entryUnits.some(({ villageKind }) => villageKind !== null);
  const asking = new Asking(answers);
  const vocabulary = gridVocabulary(columns.map(gridColumn), {
    units: placed,
    unitKinds: new Set(unitKinds.filter((kind) => (kind === "village") === isVillages)),
    isUnitName: (name) => units.match(name) !== null,
  });
  return { vocabulary, units, asking, questions: new UnitQuestions(asking) };
}

function gridColumn(column: EntryColumn) {
  const { intervention, targetGroup, interventionName, shortName } = column;
  return {
    key: column.key,
    intervention,
    targetGroup,
    label: `${shortName} ${column.groupName}`,
    interventions: [intervention, shortName, interventionName],
    targetGroups: [targetGroup, column.groupName, column.shortGroupName],
  };
}
