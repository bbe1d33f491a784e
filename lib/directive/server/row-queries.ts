import "server-only";

import { z } from "zod";

import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { unitSetKinds } from "@/lib/campaign/unit-set/unit-set";
import {
  addresseeKinds,
  directiveKinds,
  type Addressee,
  type Order,
} from "@/lib/directive/directive";
import { progressParts } from "@/lib/directive/progress";
import { Prisma } from "@/prisma/generated/client";

/** Where a follow-up `followed` stands on a day: a `ProgressPart`. */
export function partSql(today: CalendarDay): Prisma.Sql {
  return Prisma.sql`CASE WHEN followed.state IN ('done', 'cannot') THEN followed.state
    WHEN followed.due_on < ${today}::date THEN 'late' ELSE followed.state END`;
}

/** The kecamatan that a follow-up `followed` is asked in; "": it is asked of an office or a class. */
export const followedSubdistrict = Prisma.sql`left(followed.region_code, 8)`;

export const directiveColumns = Prisma.sql`
  directive.id, directive.kind, directive.number, directive.title, directive.day::text AS day,
  directive.issuer, directive.source, directive.review_on::text AS "reviewOn",
  directive.issued_at IS NOT NULL AS "isIssued", directive.campaign_id IS NOT NULL AS "isOfCampaign",
  directive.is_demo AS "isSample", directive.version`;

export const directiveShape = {
  id: z.uuid(),
  kind: z.enum(directiveKinds),
  number: z.string().nullable(),
  title: z.string(),
  day: z.iso.date(),
  issuer: z.string(),
  source: z.string().nullable(),
  reviewOn: z.iso.date().nullable(),
  isIssued: z.boolean(),
  isOfCampaign: z.boolean(),
  isSample: z.boolean(),
  version: z.int(),
};

export const partCount = { part: z.enum(progressParts), count: z.int() };

export const order = z
  .object({
    position: z.int(),
    label: z.string(),
    title: z.string(),
    text: z.string(),
    dueOn: z.iso.date(),
    measure: z.enum(["coverage", "completeness", "targets", "set", "sessions", "stock"]).nullable(),
    measureOf: z.string().nullable(),
    askedOf: z.array(z.int()),
  })
  .transform(({ measure, measureOf, ...rest }): Order => {
    if (measure === null) return { ...rest, measure };
    if (measure === "coverage") {
      return { ...rest, measure: { kind: measure, intervention: measureOf ?? "" } };
    }
    if (measure !== "set") return { ...rest, measure: { kind: measure } };
    return { ...rest, measure: { kind: measure, set: z.enum(unitSetKinds).parse(measureOf) } };
  });

export const addressee = z
  .object({
    position: z.int(),
    kind: z.enum(addresseeKinds),
    name: z.string(),
    officeCode: z.string().nullable(),
    officeName: z.string().nullable(),
  })
  .transform(({ officeCode, officeName, ...rest }): Addressee => ({
    ...rest,
    office: officeCode === null ? null : { code: officeCode, name: officeName ?? officeCode },
  }));

/** The order `ordered`, as `order` reads it. */
export const orderJson = Prisma.sql`jsonb_build_object(
  'position', ordered.position, 'label', ordered.label, 'title', ordered.title,
  'text', ordered.text, 'dueOn', ordered.due_on, 'measure', ordered.measure,
  'measureOf', ordered.measure_of, 'askedOf', ordered.asked_of)`;

/** The addressee `addressee` with its `office`, as `addressee` reads it. */
export const addresseeJson = Prisma.sql`jsonb_build_object(
  'position', addressee.position, 'kind', addressee.kind, 'name', addressee.name,
  'officeCode', addressee.office_code, 'officeName', office.name)`;
