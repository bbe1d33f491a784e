import { addDays, type CalendarDay } from "@/lib/base/time/calendar-day";
import { instantOf } from "@/lib/base/time/time-zone";

import type { ColumnPlan, ReportPlan, TallyPlan } from "./campaign-plan";
import type { VillageCounts } from "./kapuas-counts";
import { daysRun, type ReportSlot } from "./kapuas-days";
import { villageStories, type VillageStory } from "./kapuas-villages";
import { openRandom, type Random } from "./random";
import { sumOf, spreadOver } from "./share-out";

type ReportSetting = {
  readonly startsOn: CalendarDay;
  readonly columns: readonly ColumnPlan[];
  readonly now: Date;
  /** Who sends for a village. */
  readonly senderOf: (unit: string) => string | null;
};

const zone = "Asia/Jakarta";
const earliest = 11 * 60;
const cutOff = 16 * 60;
const latest = 20 * 60;
const latestToday = 15 * 60 + 31;
/** Share of the reports with a slip that is put right. */
const slips = 0.006;

/** A village's reports: its doses spread over the days on which it reports. */
export function writeReports(
  village: VillageCounts,
  slots: readonly ReportSlot[],
  setting: ReportSetting,
): readonly ReportPlan[] {
  const random = openRandom(Number(village.code.replaceAll(".", "")) % 2 ** 31);
  const doses = spreadDoses(random, village, slots, setting.startsOn);

  return slots.map((slot, index) => {
    const counts = doses.map((column) => column[index] ?? 0);
    const tallies = toTallies(random, counts, setting.columns);
    const report = {
      submissionId: random.uuid(),
      unit: village.code,
      day: slot.day,
      isOnTime: !slot.isLate,
      receivedAt: receivedAt(random, slot, setting),
      submittedBy: setting.senderOf(village.code),
      tallies,
    };
    const isSettled = slot.day < addDays(setting.startsOn, daysRun - 3);
    return isSettled && random.chance(slips) ? withSlip(random, report) : report;
  });
}

/** Per column, per slot. What is told stands; the rest follows the weights of the days. */
function spreadDoses(
  random: Random,
  village: VillageCounts,
  slots: readonly ReportSlot[],
  startsOn: CalendarDay,
): readonly (readonly number[])[] {
  const story = villageStories.get(village.code);

  return village.doses.map((total, column) => {
    const told = slots.map(({ day }) => toldDoses(story, day, startsOn)?.[column]);
    const weights = slots.map(({ weight }, index) => (told[index] === undefined ? weight : 0));
    const rest = spreadOver(
      Math.max(0, total - sumOf(told.map((doses) => doses ?? 0))),
      weights,
      random.between(0, 1),
    );
    return rest.map((doses, index) => told[index] ?? doses);
  });
}

function toldDoses(story: VillageStory | undefined, day: CalendarDay, startsOn: CalendarDay) {
  if (day === addDays(startsOn, daysRun - 1)) return story?.today?.doses;
  if (day === addDays(startsOn, daysRun - 2)) return story?.yesterday;
  return undefined;
}

/** Nothing given at all is a nihil report: it has no tallies. */
function toTallies(
  random: Random,
  counts: readonly number[],
  columns: readonly ColumnPlan[],
): readonly TallyPlan[] {
  if (sumOf(counts) === 0) return [];
  return columns.map((column, index) => {
    const residents = counts[index] ?? 0;
    const nonResidents = residents > 0 && random.chance(0.015) ? random.whole(1, 3) : 0;
    return { ...column, residents, nonResidents };
  });
}

function receivedAt(random: Random, slot: ReportSlot, { startsOn, now }: ReportSetting): Date {
  const isToday = slot.day === addDays(startsOn, daysRun - 1);
  const told = isToday ? villageStories.get(slot.code)?.today?.at : undefined;
  const minute = slot.isLate
    ? random.whole(cutOff + 1, latest)
    : random.whole(earliest, isToday ? latestToday : cutOff - 1);
  const planned = at(slot.day, told ?? clock(minute));

  if (!isToday) return earlier(planned, now);
  // Before 15.31 the whole day's receipts move forward, so that none lies in the future.
  const ahead = at(slot.day, clock(latestToday)).getTime() - now.getTime();
  const moved = new Date(planned.getTime() - Math.max(0, ahead));
  return earlier(later(moved, at(slot.day, "00:00")), now);
}

/** One number came ten too high and was put right the next morning. */
function withSlip(random: Random, report: ReportPlan): ReportPlan {
  const wrong = report.tallies.findIndex(({ residents }) => residents > 1);
  if (wrong < 0) return report;
  return {
    ...report,
    tallies: report.tallies.map((tally, index) =>
      index === wrong ? { ...tally, residents: tally.residents + 10 } : tally,
    ),
    correction: {
      submissionId: random.uuid(),
      receivedAt: at(addDays(report.day, 1), clock(random.whole(8 * 60, 10 * 60))),
      submittedBy: report.submittedBy,
      tallies: report.tallies,
    },
  };
}

function at(day: CalendarDay, time: string): Date {
  return instantOf(day, time, zone);
}

function clock(minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}
