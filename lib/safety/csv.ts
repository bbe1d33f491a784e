import { localDay, localTime, timeZoneNames, type TimeZone } from "@/lib/base/time/time-zone";

import type { AdverseEvent, AdverseEventState, SeriousCriterion } from "./adverse-event";
import type { JudgedAssessment } from "./beside-coverage";
import { deadlineOf, toldTo, type Deadline } from "./deadline";
import type { RapidVerdict } from "./rapid-assessment";

type Cell = string | number | null;

/** Columns of the files, in order. */
const eventColumns = [
  "id",
  "subdistrict",
  "unit",
  "day",
  "found",
  "interventions",
  "batch",
  "targetGroup",
  "seriousness",
  "criteria",
  "onsetHours",
  "signs",
  "state",
  "toldDistrict",
  "toldProvince",
  "toldNation",
  ...toldTo,
] as const;

const rapidColumns = [
  "id",
  "subdistrict",
  "unit",
  "code",
  "day",
  "intervention",
  "location",
  "assessor",
  "houses",
  "missed",
  "people",
  "reached",
  "verdict",
  "coverageDone",
  "coverageOf",
  "divergent",
] as const;

type Above = {
  /** The line above everything where figures are invented; null: they are not. */
  readonly sample: string | null;
  /** The line above everything where not all rows are in the file; null: all are. */
  readonly cut: string | null;
};

/** Adverse events as rows of a file, in the words of the reader's language. */
export function adverseEventsCsv(
  events: readonly AdverseEvent[],
  { zone, at }: { readonly zone: TimeZone; readonly at: Date },
  texts: Above & {
    readonly column: (name: (typeof eventColumns)[number]) => string;
    readonly seriousness: (isSerious: boolean) => string;
    readonly criterion: (criterion: SeriousCriterion) => string;
    readonly state: (state: AdverseEventState) => string;
    readonly group: (code: string | null) => string | null;
    readonly deadline: (deadline: Deadline) => string;
  },
): Cell[][] {
  const moment = (instant: string | null) => {
    if (instant === null) return null;
    const when = new Date(instant);
    return `${localDay(when, zone)} ${localTime(when, zone)} ${timeZoneNames[zone]}`;
  };
  return [
    ...above(texts),
    eventColumns.map(texts.column),
    ...events.map((event): Cell[] => [
      event.id,
      event.subdistrictName,
      event.unitName,
      event.day,
      moment(event.foundAt),
      event.interventions.join(" "),
      event.batch,
      texts.group(event.targetGroup),
      texts.seriousness(event.isSerious),
      event.criteria.map(texts.criterion).join("; "),
      event.onsetHours,
      event.signs,
      texts.state(event.state),
      moment(event.toldDistrictAt),
      moment(event.toldProvinceAt),
      moment(event.toldNationAt),
      ...toldTo.map((to) => texts.deadline(deadlineOf(event, to, at))),
    ]),
  ];
}

/** Rapid assessments as rows of a file, with what reports say of each place beside them. */
export function rapidAssessmentsCsv(
  assessments: readonly JudgedAssessment[],
  texts: Above & {
    readonly column: (name: (typeof rapidColumns)[number]) => string;
    readonly verdict: (verdict: RapidVerdict) => string;
    readonly yes: string;
  },
): Cell[][] {
  return [
    ...above(texts),
    rapidColumns.map(texts.column),
    ...assessments.map((each): Cell[] => [
      each.id,
      each.subdistrictName,
      each.unitName,
      each.unit,
      each.day,
      each.intervention,
      each.location,
      each.assessor,
      each.houses,
      each.missed,
      each.people,
      each.reached,
      texts.verdict(each.verdict),
      each.coverage?.dosesAdministered ?? null,
      each.coverage?.targetPopulation ?? null,
      each.isDivergent ? texts.yes : null,
    ]),
  ];
}

function above({ sample, cut }: Above): Cell[][] {
  return [sample, cut].flatMap((line) => (line === null ? [] : [[line]]));
}
