import { randomBytes, randomUUID } from "node:crypto";

import { expect, type APIRequestContext } from "@playwright/test";

import { addDays, type CalendarDay } from "@/lib/base/time/calendar-day";
import { localDay } from "@/lib/base/time/time-zone";
import type { AskedPart } from "@/lib/campaign/report-parts";
import type { Rhythm } from "@/lib/campaign/rhythm";

import type { Area, Kabupaten } from "./country";
import { maxRetries } from "./session";

type Intervention = {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly coverageGoal: string;
};

/** What is counted in a story's campaign unless told. */
const interventions: readonly Intervention[] = [
  { code: "mr", name: "Campak-rubela (MR)", shortName: "MR", coverageGoal: "0.95" },
  { code: "opv", name: "Polio tetes (OPV)", shortName: "OPV", coverageGoal: "0.80" },
];

const targetGroups = [
  { code: "9-59-bulan", name: "9–59 bulan" },
  { code: "5-6-tahun", name: "5–<7 tahun" },
  { code: "7-12-tahun", name: "7–12 tahun" },
] as const;
const [targetGroup] = targetGroups;

export type CampaignPlan = {
  /** Days from today; the campaign has run for five days and runs for ten more unless told. */
  readonly starts?: number;
  readonly ends?: number;
  /** Who reports: four villages of the first kecamatan and one of the second unless told. */
  readonly units?: readonly Area[];
  /** Offices that report beside them; each is held by the office of its code, where there is one. */
  readonly offices?: readonly Area[];
  /** What is counted: MR and OPV unless told. */
  readonly interventions?: readonly Intervention[];
  /** Target groups that each intervention is given to; one unless told, three at most. */
  readonly groups?: number;
  /** Children of each village for each intervention; null: no target population is loaded. */
  readonly children?: number | null;
  readonly isSample?: boolean;
  readonly name?: string;
  /** One that no other campaign has, unless told. */
  readonly slug?: string;
  /** Local hour that closes a day, "16:00"; the last minute of the day unless told. */
  readonly cutOff?: string;
  /** Daily unless told. */
  readonly rhythm?: Rhythm;
  /** What reports are asked for besides tallies; nothing unless told. */
  readonly reportParts?: readonly AskedPart[];
  /** Days from today on which the round ends; it sweeps until the campaign does. */
  readonly roundEnds?: number;
};

export type UnitReport = {
  readonly unit: Area;
  readonly day: CalendarDay;
  readonly counts: readonly number[];
};

/** Which of a story's four villages. */
export type VillageIndex = 0 | 1 | 2 | 3;

/** A campaign that one story has for itself. */
export type OwnCampaign = {
  readonly slug: string;
  readonly name: string;
  readonly kabupaten: Kabupaten;
  readonly units: readonly Area[];
  /** The first four of them, of the first kecamatan unless told. @throws {Error} when it has fewer. */
  readonly villages: readonly [Area, Area, Area, Area];
  readonly today: CalendarDay;
  /** A page in this campaign. */
  readonly at: (path: string) => string;
  /** Sends counts for a unit, "mr" first; an empty list is a zero report. */
  readonly report: (unit: Area, day: CalendarDay, counts: readonly number[]) => Promise<void>;
  /** The same for many villages at once. */
  readonly reportAll: (reports: readonly UnitReport[]) => Promise<void>;
  /** Gives a unit another target population of the first intervention. */
  readonly target: (unit: Area, people: number) => Promise<void>;
};

/** Makes a campaign in a kabupaten, through the interface that programs use. */
export async function makeCampaign(
  admin: APIRequestContext,
  kabupaten: Kabupaten,
  plan: CampaignPlan = {},
): Promise<OwnCampaign> {
  const slug = plan.slug ?? `cerita-${randomBytes(5).toString("hex")}`;
  const name = plan.name ?? `Imunisasi ${kabupaten.name}`;
  const today = localDay(new Date(), "Asia/Jakarta");
  const [startsOn, endsOn] = [addDays(today, plan.starts ?? -5), addDays(today, plan.ends ?? 10)];
  // By name, as the screens list them.
  const own = kabupaten.villages.slice(0, 4).toSorted((a, b) => a.name.localeCompare(b.name, "id"));
  const given = plan.interventions ?? interventions;
  const places = plan.units ?? [...own, kabupaten.neighbourVillage];
  const offices = plan.offices ?? [];
  const units = [...places, ...offices];

  await send(admin, "POST", "/api/v1/campaigns", {
    slug,
    name,
    districtCode: kabupaten.code,
    startsOn,
    endsOn,
    timeZone: "Asia/Jakarta",
    // Today is open to a camat at any hour that a story may run.
    reportCutOff: plan.cutOff ?? "23:59",
    isSample: plan.isSample ?? false,
    rhythm: plan.rhythm ?? "daily",
    decidingTargetSource: "local",
    ...(plan.reportParts && { reportParts: plan.reportParts }),
    rounds: [
      plan.roundEnds === undefined
        ? { number: 1, startsOn, endsOn }
        : {
            ...{ number: 1, startsOn, endsOn: addDays(today, plan.roundEnds) },
            sweepingEndsOn: endsOn,
          },
    ],
    interventions: given,
    targetGroups: targetGroups.slice(0, plan.groups ?? 1),
    reportingUnits: [
      ...places.map((each) => unitOf(each, "village", each.code)),
      ...offices.map((each) => unitOf(each, "office", kabupaten.code)),
    ],
  });

  const children = plan.children === undefined ? 100 : plan.children;
  if (children !== null) {
    await send(admin, "PUT", `/api/v1/campaigns/${slug}/target-populations`, {
      source: "local",
      asOf: today,
      rows: units.flatMap((unit) =>
        given.map(({ code }) => ({
          unit: unit.code,
          intervention: code,
          targetGroup: targetGroup.code,
          people: children,
        })),
      ),
    });
  }

  const reportAll = async (reports: readonly UnitReport[]) => {
    const answer = await send(admin, "POST", `/api/v1/campaigns/${slug}/daily-reports`, {
      reports: reports.map(({ unit, day, counts }) => ({
        id: randomUUID(),
        unit: unit.code,
        day,
        zero: counts.length === 0,
        isAboveTargetConfirmed: true,
        tallies: counts.map((residents, index) => ({
          intervention: given[index]?.code,
          targetGroup: targetGroup.code,
          residents,
        })),
      })),
    });
    expect(answer).toMatchObject({ results: reports.map(() => ({ outcome: "stored" })) });
  };

  return {
    slug,
    name,
    kabupaten,
    units,
    get villages() {
      const [first, second, third, fourth] = units;
      if (!first || !second || !third || !fourth) throw new Error(`${slug} has few villages`);
      return [first, second, third, fourth] as const;
    },
    today,
    at: (path) => `${path}${path.includes("?") ? "&" : "?"}kampanye=${slug}`,
    async target(unit, people) {
      const row = { unit: unit.code, intervention: given[0]?.code, people };
      await send(admin, "PUT", `/api/v1/campaigns/${slug}/target-populations`, {
        source: "local",
        asOf: today,
        rows: [{ ...row, targetGroup: targetGroup.code }],
      });
    },
    report: (unit, day, counts) => reportAll([{ unit, day, counts }]),
    reportAll,
  };
}

/** An area of the country's list has more to it than a unit takes. */
function unitOf({ code, name }: Area, kind: "village" | "office", regionCode: string) {
  return { code, name, kind, regionCode };
}

async function send(
  admin: APIRequestContext,
  method: "POST" | "PUT",
  address: string,
  data: unknown,
): Promise<unknown> {
  const answer = await admin.fetch(address, { method, data, maxRetries });
  if (!answer.ok()) throw new Error(`${method} ${address}: ${await answer.text()}`);
  return answer.json();
}
