import type { Doses } from "@/lib/campaign/measures";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { UnitKind } from "@/lib/campaign/unit-kind";

/** A place and a column that something is counted of. */
type CellOf = {
  readonly place: string;
  readonly intervention: string;
  readonly targetGroup: string;
};

/** A row of a roll-up, or a place that rows are shown for, with its own measures. */
export type CountedFact =
  | {
      readonly kind: "place";
      readonly place: string;
      /** Of the row that the place belongs to. */
      readonly code: string;
      readonly name: string;
      readonly units: number;
    }
  /** Of the place's units those of a kind, where some groups are asked of some kinds only. */
  | {
      readonly kind: "unitsOfKind";
      readonly place: string;
      readonly unitKind: UnitKind;
      readonly units: number;
    }
  | (CellOf & {
      readonly kind: "target";
      readonly people: number;
      /** Units whose target population is known; all, where the place has a figure of its own. */
      readonly units: number;
      /** What the figures of its units add up to, where it or a part has one of its own; else null. */
      readonly detail: number | null;
    })
  /** By the source that does not decide here. */
  | (CellOf & { readonly kind: "otherTarget"; readonly people: number })
  | (CellOf &
      Doses & {
        readonly kind: "dose";
        /** Residents in reports that nobody has verified. */
        readonly unverified: number;
      })
  /** Doses of the day looked at; doses in cells without a target; doses under an open finding. */
  | (CellOf & {
      readonly kind: "dayDose" | "untargeted" | "untargetedOnDay" | "doubtful";
      readonly residents: number;
    })
  | {
      readonly kind: "report";
      readonly place: string;
      readonly reports: number;
      /** Where each report is one, a unit's; else 0. */
      readonly completeDays: number;
    }
  | {
      /** Reports due so far. */
      readonly kind: "due";
      readonly place: string;
      readonly reports: number;
      /** Those of the day looked at. */
      readonly ofDay: number;
    }
  /** A day of the round on which all of the place is closed. */
  | { readonly kind: "closed"; readonly place: string; readonly day: CalendarDay }
  | { readonly kind: "dayReport"; readonly place: string; readonly reports: number }
  | { readonly kind: "completeDays"; readonly place: string; readonly days: number };

type FactKind = CountedFact["kind"];
export type FactOf<Kind extends FactKind> = CountedFact & { readonly kind: Kind };

const sorted = new WeakMap<readonly CountedFact[], Map<FactKind, CountedFact[]>>();

/** The facts of a kind. They are sorted once: who counts asks for each kind, of ten thousand facts. */
export function factsOf<Kind extends FactKind>(
  facts: readonly CountedFact[],
  kind: Kind,
): readonly FactOf<Kind>[] {
  let byKind = sorted.get(facts);
  if (!byKind) {
    byKind = new Map();
    for (const fact of facts) {
      const alike = byKind.get(fact.kind);
      if (alike) alike.push(fact);
      else byKind.set(fact.kind, [fact]);
    }
    sorted.set(facts, byKind);
  }
  return (byKind.get(kind) ?? []) as FactOf<Kind>[];
}
