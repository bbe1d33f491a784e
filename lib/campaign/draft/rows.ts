import { limits } from "@/lib/base/limits";

import type { CampaignDraft } from "../draft";
import { emptyIntervention, emptyTerm } from "./given";
import { emptyGroup } from "./groups";
import { keepKeys, nextKey } from "./key";
import { emptyRound } from "./rounds";

/** The field by which a page without scripts asks for a row more or less. */
export const rowField = "baris";

/** A list of the form by its path in the body that is sent; terms are those of one gate. */
export type RowList = Name | `gates.${number}.terms`;

/** "+rounds" adds a row at the end, "-rounds.1" takes out the second one. */
export type RowChange = `+${RowList}` | `-${RowList}.${number}`;

type Name = "targetGroups" | "interventions" | "rounds" | "gates";
type Lists = Pick<CampaignDraft, "groups" | "interventions" | "rounds" | "gates">;

const maxRows: Readonly<Record<Name, number>> = {
  targetGroups: limits.campaignTargetGroups,
  interventions: limits.campaignInterventions,
  rounds: limits.campaignRounds,
  gates: limits.campaignGates,
};

const written =
  /^(?<sign>[+-])(?<list>targetGroups|interventions|rounds|gates)(\.(?<gate>\d{1,2})\.terms)?(\.(?<row>\d{1,2}))?$/;

/** How many rows a list may have. */
export function maxRowsOf(list: RowList): number {
  return list in maxRows ? maxRows[list as Name] : limits.campaignGateTerms;
}

/**
 * The lists of a draft with a row more or less. What names no list or row changes nothing, as does one
 * more than a list may have.
 *
 * @param change a `RowChange`, or whatever was sent as one.
 */
export function rowsChanged(draft: Lists, change: string): Partial<Lists> {
  const { sign, list, gate, row } = written.exec(change)?.groups ?? {};
  const { groups, interventions, rounds, gates } = draft;
  if ((sign === "+") !== (row === undefined)) return {};
  const changed = <Row>(rows: readonly Row[], max: number, blank: () => Row) => {
    if (sign === "-") return rows.filter((_, place) => place !== Number(row));
    return rows.length < max ? [...rows, blank()] : rows;
  };
  keepKeys([...groups, ...interventions, ...rounds, ...gates, ...gates.flatMap((e) => e.terms)]);
  if (gate !== undefined) {
    const withTerms = gates.map((each, place) =>
      place === Number(gate)
        ? { ...each, terms: changed(each.terms, limits.campaignGateTerms, emptyTerm) }
        : each,
    );
    return list === "gates" ? { gates: withTerms } : {};
  }
  switch (list) {
    case "targetGroups":
      return groupsChanged(draft, changed(groups, maxRows.targetGroups, emptyGroup));
    case "interventions": {
      const blank = () => emptyIntervention(groups);
      return { interventions: changed(interventions, maxRows.interventions, blank) };
    }
    case "rounds": {
      const next = Math.max(0, ...rounds.map(({ number }) => number)) + 1;
      const kept = changed(rounds, maxRows.rounds, () => emptyRound(next));
      return kept.length > 0 ? { rounds: kept } : {};
    }
    case "gates": {
      const blank = () => ({
        ...{ key: nextKey(), code: "", name: "", isKept: false },
        terms: [emptyTerm()],
      });
      return { gates: changed(gates, maxRows.gates, blank) };
    }
    default:
      return {};
  }
}

/** A group that is added is given everything, until a box is unticked. */
function groupsChanged(
  { groups, interventions }: Lists,
  next: CampaignDraft["groups"],
): Partial<Lists> {
  const added = next.filter((group) => !groups.includes(group)).map(({ key }) => key);
  return {
    groups: next,
    interventions: interventions.map((each) => ({ ...each, groups: [...each.groups, ...added] })),
  };
}

/**
 * The id of a field to go on with after a change: of the new row, or of the one before the row that is
 * gone; null: no row is left.
 *
 * @param draft as it is then.
 */
export function rowAnchor(draft: Lists, change: string): string | null {
  const { list, gate, row } = written.exec(change)?.groups ?? {};
  const rows =
    gate !== undefined
      ? draft.gates[Number(gate)]?.terms
      : list === "targetGroups"
        ? draft.groups
        : draft[list as Exclude<Name, "targetGroups">];
  if (!list || !rows?.length) return null;
  const place = row === undefined ? rows.length - 1 : Math.max(0, Number(row) - 1);
  if (gate !== undefined) return `${list}.${gate}.terms.${String(place)}.intervention`;
  return `${list}.${String(place)}.${list === "rounds" ? "startsOn" : "name"}`;
}
