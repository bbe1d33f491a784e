import { z } from "zod";

import { entryFigures, reportStatuses, storedReport } from "@/lib/report/schema";
import { timeZones } from "@/lib/base/time/time-zone";

import { kitShape } from "@/lib/device/offline/kit/shape";
import { columnKey } from "@/lib/campaign/schema/fields";
import { unitKinds } from "@/lib/campaign/unit-kind";
import { askedParts } from "@/lib/campaign/report-parts";
import { rhythms } from "@/lib/campaign/rhythm";
import { eachMeasure } from "@/lib/campaign/measures";

const day = z.iso.date();
/** One value a column of the campaign, in its order. */
const counts = z.array(z.int());
const countsOrNone = z.array(z.int().nullable());

const round = z.object({
  number: z.int(),
  plannedStartsOn: day,
  plannedEndsOn: day,
  startsOn: day,
  endsOn: day,
  sweepingEndsOn: day.nullable(),
  units: z
    .array(z.string())
    .nullish()
    .describe("Codes of the units that it is held in; none, and by an older version: every unit."),
});

const column = z.object({
  key: columnKey,
  intervention: z.string(),
  targetGroup: z.string(),
  interventionName: z.string(),
  shortName: z.string(),
  groupName: z.string(),
  shortGroupName: z.string(),
  unitKinds: z
    .array(z.enum(unitKinds))
    .readonly()
    .optional()
    .describe("Kinds of units that are asked of it; left out: every kind."),
});

const unit = z.object({
  code: z.string(),
  name: z.string(),
  villageKind: z.enum(["desa", "kelurahan"]).nullable(),
  kind: z
    .enum(unitKinds)
    .optional()
    .describe("Left out of a village, and where every column is asked of every unit."),
  subdistrictCode: z.string(),
  subdistrictName: z.string(),
  rounds: z.array(
    z.object({
      round: z.int(),
      before: counts.describe("Doses of the round before those of `reports`."),
      usual: z.array(counts).describe("Of the same days: the last seven above 0, latest first."),
      target: countsOrNone.describe("People of the deciding source; null: none loaded."),
    }),
  ),
});

const report = z.object({
  unit: z.string(),
  round: z.int(),
  day,
  version: z.int(),
  zero: z.boolean(),
  receivedAt: z.string(),
  receivedBy: z.string().nullable(),
  isOwn: z.boolean(),
  status: z.enum(reportStatuses),
  returnReason: z.string().nullable(),
  ...eachMeasure(() => countsOrNone.describe("null: the column was left out.")),
  parts: storedReport.shape.parts,
});

/**
 * Everything that the entry screens show of any day from `from` on, in as few bytes as it takes:
 * what a device keeps, so that a day can be filled in without a connection.
 */
export const entryKit = z.object({
  shape: z.literal(kitShape),
  person: z.uuid().describe("Whose it is: nobody else on the device is shown it."),
  figures: z
    .enum(entryFigures)
    .optional()
    .describe("How this person types; left out by an older version: daily figures."),
  at: z.iso.datetime().describe("When the server wrote it."),
  from: day.describe("The first day that it has everything of."),
  campaign: z.object({
    slug: z.string(),
    name: z.string().optional().describe("Left out by an older version."),
    isSample: z
      .boolean()
      .optional()
      .describe("Its figures are invented; left out by an older version."),
    districtCode: z.string(),
    districtName: z.string(),
    timeZone: z.enum(timeZones),
    startsOn: day,
    reportCutOff: z.string(),
    usualDeviations: z.number().optional().describe("Left out by an older version: the default."),
    rounds: z.array(round),
    closedDays: z
      .array(day)
      .optional()
      .describe("Days on which all of the units are closed; left out by an older version."),
    rhythm: z.enum(rhythms).optional().describe("Left out by an older version."),
    unitEnds: z
      .array(
        z.object({
          unit: z.string(),
          name: z.string(),
          until: day,
          successors: z.array(
            z.object({ code: z.string(), name: z.string(), from: day.nullable() }),
          ),
        }),
      )
      .optional()
      .describe("Units that end midway, and who goes on; left out where none does."),
    columns: z.array(column),
    reportParts: z
      .array(z.enum(askedParts))
      .optional()
      .describe("What is asked besides tallies; left out where nothing is."),
    wording: z
      .object({
        nouns: z.array(z.string()).readonly(),
        acts: z.array(z.string()).readonly(),
        gives: z.array(z.string()).readonly(),
      })
      .optional()
      .describe("What its sentences say; along with reportParts alone."),
  }),
  units: z.array(unit).describe("In the order of the screen."),
  due: z
    .array(
      z.object({
        day,
        owes: z
          .string()
          .regex(/^[01]*$/)
          .describe("A sign for each of `units`: 1, a report of the day is due; 0, none is."),
      }),
    )
    .optional()
    .describe(
      "Who owes a report, of each day from `from` on that belongs to a round, a month ahead; left out by an older version.",
    ),
  openings: z
    .array(z.object({ place: z.string(), day, until: z.iso.datetime() }))
    .optional()
    .describe("Closed days of a subdistrict that are open again; left out by an older version."),
  reports: z.array(report).describe("Those of `from`, the day before it, and every day since."),
});

export type EntryKit = z.infer<typeof entryKit>;
export type KitUnit = EntryKit["units"][number];
export type KitReport = EntryKit["reports"][number];
