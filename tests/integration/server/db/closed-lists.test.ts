import { query } from "@/tests/support/database";

import { expect, it } from "vitest";

import { roles } from "@/lib/account/auth/policy";
import { officeKinds } from "@/lib/account/office/office";
import { timeZones } from "@/lib/base/time/time-zone";
import { targetSources } from "@/lib/campaign/campaign";
import { askedParts } from "@/lib/campaign/report-parts";
import { periods, rhythms } from "@/lib/campaign/rhythm";
import { unitKinds } from "@/lib/campaign/unit-kind";
import { sessionModes } from "@/lib/plan/plan";
import { unitSetKinds } from "@/lib/campaign/unit-set/unit-set";
import { dayNoteKinds } from "@/lib/campaign/day-note/schema";
import type { GoalScope } from "@/lib/coverage/dated-goal";
import {
  addresseeKinds,
  answerStates,
  directiveKinds,
  followUpStates,
  reviews,
} from "@/lib/directive/directive";
import type { OrderMeasure } from "@/lib/directive/measure";
import { directions, indicatorMeasures } from "@/lib/indicator/indicator";
import { periodKinds } from "@/lib/indicator/period";
import type { TableKind } from "@/lib/campaign/table-reading/head-words";
import { adverseEventStates, seriousCriteria } from "@/lib/safety/adverse-event";
import { partKinds, reasonCodes } from "@/lib/report/part/part";
import { cellHistory } from "@/lib/report/history-schema";
import type { RejectionMemory } from "@/lib/report/import/rejection";
import { entryFigures, reportStatuses } from "@/lib/report/schema";
import { moveKinds } from "@/lib/stock/stock";
import type { PlaceReopening } from "@/lib/report/verification/day-access";

const submission = cellHistory.shape.values.element.shape;

/** Each column of the database that takes certain words only, and the words that the code knows. */
const lists: Readonly<Record<string, readonly string[]>> = {
  "adverse_event.criteria": seriousCriteria,
  "adverse_event.state": adverseEventStates,
  "app_user.entry_figures": entryFigures,
  "app_user.role": roles,
  "campaign.deciding_target_source": targetSources,
  "campaign.period": periods,
  "campaign.report_parts": askedParts,
  "campaign.rhythm": rhythms,
  "campaign.time_zone": timeZones,
  "column_mapping.kind": keysOf<TableKind>({ tally: true, target: true }),
  "daily_report.status": reportStatuses,
  "day_note.kind": dayNoteKinds,
  "day_reopening.decision": keysOf<NonNullable<PlaceReopening["decision"]>>({
    opened: true,
    declined: true,
  }),
  "directive.kind": directiveKinds,
  "directive_addressee.kind": addresseeKinds,
  "directive_order.measure": keysOf<OrderMeasure["kind"]>({
    coverage: true,
    completeness: true,
    targets: true,
    set: true,
    sessions: true,
    stock: true,
  }),
  "follow_up.review": reviews,
  "follow_up.state": followUpStates,
  "follow_up_event.kind": [...answerStates, ...reviews],
  "goal.scope": keysOf<GoalScope>({ whole: true, each: true }),
  "indicator.direction": directions,
  "indicator.measure": indicatorMeasures,
  "indicator.period": periodKinds,
  "import_refusal.kind": keysOf<RejectionMemory["kind"]>({ noSuchDay: true, cumulativeFell: true }),
  "office.kind": officeKinds,
  "rapid_assessment_house.reason": reasonCodes,
  "planned_session.mode": sessionModes,
  // Of the area data; the code asks for desa and kelurahan by name.
  "region.kind": ["nation", "province", "kabupaten", "kota", "subdistrict", "desa", "kelurahan"],
  "report_part.kind": partKinds,
  "reporting_unit.kind": unitKinds,
  "stock_move.kind": moveKinds,
  "strategy.mode": sessionModes,
  "submission.conflict_kept": submission.kept.unwrap().options,
  "submission.figures": entryFigures,
  "submission.via": submission.via.options,
  "target_draft.source": targetSources,
  "target_group.unit_kinds": unitKinds,
  "target_set.source": targetSources,
  "unit_set.kind": unitSetKinds,
};

/** The members of a union, each of which the compiler asks for. */
function keysOf<Union extends string>(members: Readonly<Record<Union, true>>): readonly string[] {
  return Object.keys(members);
}

it("words that a column takes are the same in the database and in the code", async () => {
  const checks = await query<{ table: string; definition: string }>(
    `select conrelid::regclass::text as table, pg_get_constraintdef(oid) as definition
     from pg_constraint
     where contype = 'c' and connamespace = 'public'::regnamespace and conrelid <> 0`,
  );
  const stored = checks.flatMap(({ table, definition }) =>
    [...definition.matchAll(/\((\w+) (?:= ANY \(|<@ )ARRAY\[(.*?)\]/g)].map(
      ([, column = "", words = ""]) => [
        `${table}.${column}`,
        [...words.matchAll(/'([^']*)'::text/g)].map(([, word]) => word).sort(),
      ],
    ),
  );
  const known = Object.entries(lists).map(([column, words]) => [column, [...words].sort()]);
  expect(Object.fromEntries(stored)).toEqual(Object.fromEntries(known));
});
