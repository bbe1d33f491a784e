import { emptyDatabase } from "@/tests/support/database";

import { beforeEach, expect, it } from "vitest";

import { seededRandom } from "@/lib/coverage/seeded-random";
import type { Actor } from "@/lib/account/auth/policy";
import { addDays } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import { campaignsWithUnits } from "@/lib/campaign/server/entry-campaigns-queries";
import { findCampaign } from "@/lib/campaign/server/queries";
import { kitPlaces, kitRows } from "@/lib/device/offline/kit/rows";
import { readEntryKit } from "@/lib/device/offline/kit/server/queries";
import { parseCompletenessParams } from "@/lib/monitor/completeness/params";
import { remindersOf } from "@/lib/monitor/completeness/reminders";
import { countAwaited } from "@/lib/monitor/completeness/server/queries";
import { readCompleteness } from "@/lib/monitor/completeness/server/read";
import { readFindings } from "@/lib/monitor/quality/server/queries";
import { readClosing } from "@/lib/monitor/server/closing-queries";
import { todayRows } from "@/lib/report/server/today-queries";
import { entryPlaces, entryRows, missingUnits } from "@/lib/report/server/queries";

import { grantOf, makeCampaign, november } from "../monitor/selat-basarang";
import {
  awaited,
  end,
  first,
  hasReported,
  isDue,
  isHeld,
  last,
  randomFacts,
  store,
  storeRound,
  units,
  type Facts,
} from "./due-oracle";

let dinkes: Actor;
let made: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  ({ dinkes, campaign: made } = await makeCampaign());
  await storeRound();
});

const noon = (day: number) => new Date(`${november(day)}T05:00:00Z`);

async function stored(facts: Facts): Promise<Campaign> {
  await store(made, facts);
  const campaign = await findCampaign(dinkes, made.slug);
  if (!campaign) throw new Error("the campaign is not there");
  return campaign;
}

function roundOf(campaign: Campaign) {
  const [round] = campaign.rounds;
  if (!round) throw new Error("no round");
  return round;
}

/** Of every unit that the round is held in: whether a report of the day is due, or came. */
function dueOf(facts: Facts, day: number): [string, boolean][] {
  return units
    .filter((unit) => isHeld(facts, unit))
    .map((unit) => [unit, isDue(facts, unit, day) || hasReported(facts, unit, day)]);
}

function placesOf(facts: Facts, day: number) {
  return ["62.03.01", "62.03.02"].flatMap((code) => {
    const own = dueOf(facts, day).filter(([unit]) => unit.startsWith(code));
    const reported = own.filter(([unit]) => hasReported(facts, unit, day));
    return own.length === 0
      ? []
      : [
          {
            code,
            units: own.length,
            due: own.filter(([, due]) => due).length,
            received: reported.length,
          },
        ];
  });
}

/** Stretches of days on which the kabupaten was owed reports and heard nothing. */
function silentDays(facts: Facts): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .filter(
      (day) =>
        units.some((unit) => isDue(facts, unit, day)) &&
        !units.some((unit) => hasReported(facts, unit, day)),
    )
    .map(november);
}

it("is asked by Input, the device's kit, Hari ini and the navigation alike", async () => {
  const random = seededRandom(31);
  const entry = grantOf(dinkes, "tally:submit");
  for (let turn = 0; turn < 9; turn += 1) {
    const facts = randomFacts(random, turn);
    const campaign = await stored(facts);
    const round = roundOf(campaign);
    const today = first + 6 + Math.floor(random() * (last - first - 6));
    const kit = await readEntryKit(entry, campaign, noon(today));

    for (const day of [today, today - 1, today - 5, last, end - 1]) {
      const said = `${facts.rhythm}, turn ${String(turn)}, day ${String(day)}`;
      const asked = { round, day: november(day) };
      const rows = await entryRows(entry, campaign, asked);
      expect(rows.map(({ unit, isDue: due }) => [unit.code, due]).sort(), said).toEqual(
        dueOf(facts, day).sort(),
      );
      expect(await entryPlaces(entry, campaign, asked), said).toMatchObject(placesOf(facts, day));
      const missing = await missingUnits(entry, campaign, asked);
      expect(missing.map(({ code }) => code).sort(), said).toEqual(awaited(facts, day).sort());
      expect(
        kitRows(kit, asked).map(({ unit, isDue: due }) => [unit.code, due]),
        said,
      ).toEqual(rows.map(({ unit, isDue: due }) => [unit.code, due]));
      expect(kitPlaces(kit, asked), said).toEqual(await entryPlaces(entry, campaign, asked));
    }

    const due = await todayRows(entry, noon(today), 0);
    expect(due.filter((row) => row.isDue && !row.isReported).map(({ unit }) => unit)).toEqual(
      awaited(facts, today),
    );
    const [work] = await campaignsWithUnits(dinkes, noon(today));
    expect(work?.missing ?? 0).toBe(awaited(facts, today).length);
    const reader = grantOf(dinkes, "completeness:read");
    expect(await countAwaited(reader, campaign, { round, day: november(today) })).toBe(
      awaited(facts, today).length,
    );
  }
}, 60_000);

it("is asked by the calendar, the reminders, the closing checklist and the rules of quality alike", async () => {
  const random = seededRandom(17);
  for (let turn = 0; turn < 9; turn += 1) {
    const facts = randomFacts(random, turn);
    const campaign = await stored(facts);
    const said = `${facts.rhythm}, turn ${String(turn)}`;
    const today = first + Math.floor(random() * (last - first));
    const view = await readCompleteness(
      grantOf(dinkes, "completeness:read"),
      campaign,
      parseCompletenessParams({ hari: november(today) }, campaign, november(today)),
      { today: november(today), now: noon(today) },
    );
    if (!view) throw new Error("the screen is not there");
    expect(view.onDay.expected, said).toBe(
      units.filter((unit) => isDue(facts, unit, today)).length,
    );
    expect(view.onDay.missing, said).toBe(awaited(facts, today).length);
    const reminded = remindersOf({
      view,
      campaign,
      role: dinkes.role,
      opened: [],
      address: "https://cakupan.go.id/input",
    });
    expect(reminded?.flatMap(({ reminder }) => reminder.missing).length, said).toBe(
      awaited(facts, today).length,
    );

    const after = addDays(november(end), 3);
    const at = new Date(`${after}T08:00:00Z`);
    const closing = await readClosing(grantOf(dinkes, "coverage:read"), campaign, {
      today: after,
      at,
    });
    const days = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const owing = units.filter((unit) => days.some((day) => isDue(facts, unit, day)));
    expect(closing, said).toMatchObject({
      silent: owing.filter((unit) => ![...facts.reported].some((each) => each.startsWith(unit)))
        .length,
      incompleteDays: days.filter((day) => {
        const due = units.filter((unit) => isDue(facts, unit, day));
        const came = due.filter((unit) => hasReported(facts, unit, day));
        return due.length > 0 && came.length < 0.75 * due.length;
      }).length,
    });

    const findings = await readFindings(grantOf(dinkes, "quality:review"), campaign, after);
    const told = findings.flatMap(({ rows }) =>
      rows.flatMap((row) => (row.kind === "noReports" ? [row.values] : [])),
    );
    const silent = silentDays(facts);
    const missed = told.flatMap(({ from, to }) =>
      silent.filter((day) => String(from) <= day && day <= String(to)),
    );
    expect(missed.sort(), said).toEqual(silent);
    expect(
      told.reduce((sum, { days: length }) => sum + Number(length), 0),
      said,
    ).toBe(silent.length);
  }
}, 60_000);
