import { z } from "zod";

import { isAskedOf } from "@/lib/campaign/asked";
import type { Campaign } from "@/lib/campaign/campaign";
import { columnKeyOf, placeColumnKeyOf, type PlaceColumnKey } from "@/lib/campaign/column-key";
import type { UnitKind } from "@/lib/campaign/unit-kind";

import { rejectedCount } from "./people";
import type { RejectedField, Rejection, RejectionCode, TargetCell } from "./rejection";

/** Places of a campaign by their codes. */
export type PlaceCodes = {
  /** Those that have target populations: units, kecamatan, the kabupaten. */
  readonly counted: ReadonlySet<string>;
  /** Names of all areas of the kabupaten. */
  readonly known: ReadonlyMap<string, string>;
  /** Of units, what each is. */
  readonly kinds: ReadonlyMap<string, UnitKind>;
};

type RowCheck = {
  readonly accepted: readonly TargetCell[];
  readonly rejected: readonly Rejection[];
};

const looseRow = z.record(z.string(), z.unknown());

/**
 * Every row on its own: accepted, or rejected for its first fault. The same box twice is rejected
 * the second time, because nobody can know which of the two was meant.
 *
 */
export function checkRows(
  rows: readonly unknown[],
  campaign: Campaign,
  places: PlaceCodes,
): RowCheck {
  const accepted: TargetCell[] = [];
  const rejected: Rejection[] = [];
  const first = new Map<PlaceColumnKey, number>();

  rows.forEach((raw, index) => {
    const row = index + 1;
    const read = readRow(raw, campaign, places);
    if ("code" in read) {
      rejected.push({ row, ...read });
      return;
    }
    const key = cellKey(read);
    const before = first.get(key);
    if (before !== undefined) {
      rejected.push({ row, ...rejection("row", "twice", { row: before }) });
      return;
    }
    first.set(key, row);
    accepted.push(read);
  });
  return { accepted, rejected };
}

/** What tells one box from another. */
export function cellKey(cell: Omit<TargetCell, "people">): PlaceColumnKey {
  return placeColumnKeyOf(cell.unit, columnKeyOf(cell), cell.round);
}

type Rejected = Omit<Rejection, "row">;

function rejection(
  field: RejectedField,
  code: RejectionCode,
  params: Rejection["params"] = {},
): Rejected {
  return { field, code, params };
}

function readRow(raw: unknown, campaign: Campaign, places: PlaceCodes): TargetCell | Rejected {
  const parsed = looseRow.safeParse(raw);
  if (!parsed.success) return rejection("row", "notARow");
  const { unit, intervention, targetGroup, people } = parsed.data;
  const round = parsed.data["round"] ?? null;

  if (isBlank(unit)) return rejection("unit", "noUnit");
  if (typeof unit !== "string" || !places.counted.has(unit)) {
    const name = typeof unit === "string" ? places.known.get(unit) : undefined;
    if (name !== undefined) return rejection("unit", "isRegion", { name });
    return rejection("unit", "unknownUnit", { district: campaign.districtName, hint: "" });
  }
  const given = campaign.interventions.find(({ code }) => code === intervention);
  if (!given) return rejection("intervention", "unknownIntervention");
  const group = campaign.targetGroups.find(({ code }) => code === targetGroup);
  if (!group) return rejection("targetGroup", "unknownTargetGroup");
  if (!given.targetGroups.includes(group.code)) {
    return rejection("targetGroup", "notGiven", {
      intervention: given.shortName,
      targetGroup: group.name,
    });
  }
  const kind = places.kinds.get(unit);
  if (kind !== undefined && !isAskedOf(group, kind)) {
    return rejection("targetGroup", "notAsked", { targetGroup: group.name });
  }
  const number = round === null ? 0 : campaign.rounds.find((each) => each.number === round)?.number;
  if (number === undefined) {
    return rejection("round", "unknownRound", { rounds: campaign.rounds.length });
  }

  if (isBlank(people)) return rejection("people", "empty");
  if (typeof people !== "number") return rejection("people", "notNumber");
  const fault = rejectedCount(people);
  if (fault) return { field: "people", ...fault };
  return { unit, intervention: given.code, targetGroup: group.code, round: number, people };
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}
