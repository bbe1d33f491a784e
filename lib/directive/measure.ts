import type { RegionCode } from "@/lib/base/region/code";
import { unitSetKinds, type UnitSetKind } from "@/lib/campaign/unit-set/unit-set";
import { needed } from "@/lib/coverage/needed";
import type { Goal } from "@/lib/coverage/goal";

/** What an order is measured by, in the area of whoever is asked. */
export type OrderMeasure =
  /** Of an intervention, against its goal. */
  | { readonly kind: "coverage"; readonly intervention: string }
  /** Reports that came of those that were due. */
  | { readonly kind: "completeness" }
  /** Units that have a target population in every column that is asked of them. */
  | { readonly kind: "targets" }
  /** Sessions that were held of those that were planned up to now. */
  | { readonly kind: "sessions" }
  /** Doses that were used of those that came into the stores there. */
  | { readonly kind: "stock" }
  /** Units of the sets of a kind that reported anybody served. */
  | { readonly kind: "set"; readonly set: UnitSetKind };

/** So many of so many, and the share that is asked for; null: none is. */
export type Measured = {
  readonly done: number;
  readonly of: number;
  readonly goal: Goal | null;
};

/** Where something is measured: in an area, in what an office holds, or (both null) in the kabupaten. */
export type MeasuredPlace = {
  readonly region: RegionCode | null;
  /** Its units; the kabupaten, where it has none. */
  readonly office: string | null;
};

/** A measure as one text, as a form sends it: "coverage:MR", "completeness", "set:remote". */
export function measureKey(measure: OrderMeasure): string {
  switch (measure.kind) {
    case "coverage":
      return `coverage:${measure.intervention}`;
    case "set":
      return `set:${measure.set}`;
    case "completeness":
    case "targets":
    case "sessions":
    case "stock":
      return measure.kind;
  }
}

/** Measures that are of nothing in particular. */
const plainKinds = ["completeness", "targets", "sessions", "stock"] as const;

/** The measure of a text; null: it is none. */
export function readMeasure(key: string): OrderMeasure | null {
  const at = key.indexOf(":");
  const [kind, of] = at < 0 ? [key, ""] : [key.slice(0, at), key.slice(at + 1)];
  if (kind === "coverage" && of !== "") return { kind, intervention: of };
  if (kind === "set") {
    const set = unitSetKinds.find((each) => each === of);
    return set ? { kind, set } : null;
  }
  const plain = plainKinds.find((each) => each === kind);
  return plain && of === "" ? { kind: plain } : null;
}

/** Whether the figures say less than what is asked; null: they cannot say, or nothing is asked. */
export function isShort({ done, of, goal }: Measured): boolean | null {
  if (goal === null) return null;
  const lack = needed({ goal, dosesAdministered: Math.max(0, done), targetPopulation: of });
  return lack === null ? null : lack > 0;
}
