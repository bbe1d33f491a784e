import type { Campaign, Round } from "@/lib/campaign/campaign";
import { daysOfAll } from "@/lib/campaign/calendar";
import type { OnDay } from "@/lib/coverage/base";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { figuresOf, type FigureFilter } from "@/lib/campaign/figure";
import { eachOther, eachOtherDose, otherMeasures, type OtherDoses } from "@/lib/campaign/measures";

import { askedUnits } from "./asked-units";
import { cellsOf } from "./cells";
import { factsOf, type CountedFact } from "./counted-fact";

export type PlaceCounts = OtherDoses & {
  readonly code: string;
  readonly name: string;
  readonly intervention: string;
  /** null: the groups that were asked for together; never of groups that do not add. */
  readonly targetGroup: string | null;
  /** Units that are asked of any of its groups. */
  readonly units: number;
  /** None of its units is: it has no row in lists of places. */
  readonly isUnasked?: true | undefined;
  /** Cells (unit × target group that is asked of it) without a target population. */
  readonly missingTargets: number;
  readonly targetPopulation: number | null;
  /** What the target populations of its units add up to, where a place has a figure of its own; else null. */
  readonly targetDetail: number | null;
  /** People by the other source of target populations; null: it has none here. */
  readonly otherTarget?: number | null | undefined;
  /** Residents' doses in cells with a target population; of all cells where none has one. */
  readonly dosesAdministered: number;
  /** Residents' doses in the other cells: beside the total, never divided by others' targets. */
  readonly dosesWithoutTarget: number;
  /** Residents' doses, those without a target too, in reports that nobody has verified yet. */
  readonly unverifiedDoses: number;
  /** Of the doses that the target population divides: those that an open finding covers. */
  readonly doubtfulDoses: number;
  /** Reports of service days, sweeping days not counted. */
  readonly reportsReceived: number;
  /** Reports due for the service days so far, that of the day looked at included. */
  readonly reportsDue: number;
  /** Days of the round on which all of it is closed, the days to come too. */
  readonly closedDays: readonly CalendarDay[];
  /** Of the counts above: those of the day looked at; null: it is no day of the round. */
  readonly onDay: OnDay | null;
  /** Service days that were complete, the day looked at among them. */
  readonly completeDays: number;
  /** Of each of its units, which a goal of each unit is judged from; absent: it is one, or none asks. */
  readonly ofUnits?: readonly PlaceCounts[] | undefined;
};

/** When counts are looked at. */
export type CountedOn = {
  readonly round: Round;
  /** The day looked at; null: no day of the round. */
  readonly on: DayAsked | null;
};

/** A day of a round that counts are looked at on. */
export type DayAsked = {
  readonly day: CalendarDay;
  /** Whether it is over: no reports of it are waited for. */
  readonly isPast: boolean;
};

type Row = {
  readonly name: string;
  units: number;
  reports: number;
  due: number;
  dayReports: number;
  dayDue: number;
  completeDays: number;
  readonly places: string[];
};

/**
 * Counts of each place and figure, places in the order in which they come, figures in the campaign's. A place with no report or no target population stays in the answer.
 */
export function countsOf(
  facts: readonly CountedFact[],
  campaign: Campaign,
  filter: FigureFilter,
  { round, on }: CountedOn,
): PlaceCounts[] {
  const closings = closingsOf(facts);
  const figures = figuresOf(campaign, filter);
  const unitsAsked = askedUnits(facts, campaign);
  const cellOf = cellsOf(facts);

  return [...rowsOf(facts)].flatMap(([code, row]) => {
    const closedDays = daysOfAll(row.places.map((place) => closings.get(place) ?? []));
    return figures.map(({ code: intervention, targetGroup, targetGroups: groups }) => {
      const sum = {
        missingTargets: 0,
        people: 0,
        detail: 0,
        isOwn: false,
        isKnown: false,
        other: null as number | null,
        residents: 0,
        others: eachOther(() => 0),
        unverified: 0,
        onDay: 0,
        without: 0,
        withoutOnDay: 0,
        doubtful: 0,
      };
      let units = 0;
      for (const place of row.places) {
        units += unitsAsked(place, groups);
        for (const group of groups) {
          sum.missingTargets += unitsAsked(place, [group]);
          const cell = cellOf(place, intervention, group);
          if (!cell) continue;
          const { target, dose, otherTarget } = cell;
          if (otherTarget) sum.other = (sum.other ?? 0) + otherTarget.people;
          sum.isKnown ||= target !== undefined;
          sum.people += target?.people ?? 0;
          sum.detail += target?.detail ?? target?.people ?? 0;
          sum.isOwn ||= typeof target?.detail === "number";
          sum.missingTargets -= target?.units ?? 0;
          sum.residents += dose?.residents ?? 0;
          for (const other of otherMeasures) sum.others[other] += dose?.[other] ?? 0;
          sum.unverified += dose?.unverified ?? 0;
          sum.onDay += cell.dayDose;
          sum.without += cell.untargeted;
          sum.withoutOnDay += cell.untargetedOnDay;
          sum.doubtful += cell.doubtful;
        }
      }
      // Without any target nothing is divided, and every dose is shown.
      const aside = sum.isKnown
        ? { doses: sum.without, onDay: sum.withoutOnDay }
        : { doses: 0, onDay: 0 };
      return {
        code,
        name: row.name,
        intervention,
        targetGroup,
        units,
        isUnasked: units === 0 && row.units > 0 ? true : undefined,
        missingTargets: sum.missingTargets,
        targetPopulation: sum.isKnown ? sum.people : null,
        targetDetail: sum.isOwn ? sum.detail : null,
        otherTarget: sum.other,
        dosesAdministered: sum.residents - aside.doses,
        dosesWithoutTarget: aside.doses,
        unverifiedDoses: sum.unverified,
        doubtfulDoses: sum.doubtful,
        reportsReceived: row.reports,
        reportsDue: row.due,
        closedDays,
        onDay:
          on === null
            ? null
            : {
                doses: sum.onDay - aside.onDay,
                received: row.dayReports,
                expected: row.dayDue,
                isService: on.day <= round.endsOn && !closedDays.includes(on.day),
                isPast: on.isPast,
                isPlanned: campaign.rhythm === "daily",
              },
        completeDays: row.completeDays,
        // Last (lib/README.md).
        ...eachOtherDose((_, measure) => sum.others[measure]),
      };
    });
  });
}

function closingsOf(facts: readonly CountedFact[]): ReadonlyMap<string, readonly CalendarDay[]> {
  const days = new Map<string, CalendarDay[]>();
  for (const { place, day } of factsOf(facts, "closed")) {
    days.set(place, [...(days.get(place) ?? []), day]);
  }
  return days;
}

function rowsOf(facts: readonly CountedFact[]): Map<string, Row> {
  const reports = byPlace(factsOf(facts, "report"));
  const due = byPlace(factsOf(facts, "due"));
  const dayReports = byPlace(factsOf(facts, "dayReport"));
  const completeDays = byPlace(factsOf(facts, "completeDays"));
  const rows = new Map<string, Row>();
  for (const { place, code, name, units } of factsOf(facts, "place")) {
    const row = rows.get(code) ?? {
      name,
      units: 0,
      reports: 0,
      due: 0,
      dayReports: 0,
      dayDue: 0,
      completeDays: 0,
      places: [],
    };
    row.units += units;
    row.reports += reports.get(place)?.reports ?? 0;
    row.due += due.get(place)?.reports ?? 0;
    row.dayReports += dayReports.get(place)?.reports ?? 0;
    row.dayDue += due.get(place)?.ofDay ?? 0;
    row.completeDays +=
      (reports.get(place)?.completeDays ?? 0) + (completeDays.get(place)?.days ?? 0);
    row.places.push(place);
    rows.set(code, row);
  }
  return rows;
}

function byPlace<Fact extends CountedFact>(facts: readonly Fact[]): ReadonlyMap<string, Fact> {
  return new Map(facts.map((fact) => [fact.place, fact]));
}
