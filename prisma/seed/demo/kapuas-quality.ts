import { aboveTarget, moreThanRemaining } from "@/lib/monitor/quality/coverage-rules";
import type { Finding, UnitPlace } from "@/lib/monitor/quality/finding";
import { reviewedFacts } from "@/lib/monitor/quality/server/review";
import type { Series } from "@/lib/monitor/quality/series";
import { addDays, daysInMonth, type CalendarDay } from "@/lib/base/time/calendar-day";
import { instantOf } from "@/lib/base/time/time-zone";

import type { CampaignPlan, QualityPlan } from "./campaign-plan";
import { openRandom } from "./random";

const zone = "Asia/Jakarta";
const explainedIn = "62.03.02";
/** Villages of it whose findings are left open. */
const leftOpen = ["62.03.02.2006", "62.03.02.1005"];
/** Villages whose inhabitants were counted too low, against target population. */
const fewInhabitants = ["62.03.05.2005", "62.03.11.2009"];
const file = "rekap-mantangai.xlsx";

/**
 * What data quality is judged by in the demo campaign, and what has been said about it. INVENTED
 * (DATA CONTOH): inhabitants, an announced total that is 214 off and one that agrees, three rejected
 * lines of an imported file, and the health office's word on the kecamatan above 100 %.
 */
export function planQuality(
  plan: CampaignPlan,
  { now, notedBy }: { readonly now: Date; readonly notedBy: string | null },
): QualityPlan {
  const morning = instantOf(addDays(plan.startsOn, 17), "08:05", zone);
  const at = morning < now ? morning : now;
  return {
    inhabitants: planInhabitants(plan),
    statedTotals: planTotals(plan, notedBy, at),
    rejections: planRejections(plan, notedBy, at),
    notes: planNotes(plan).map((finding) => ({
      rule: finding.rule,
      subject: finding.subject,
      facts: reviewedFacts(finding),
      note: "Sasaran Kapuas Hilir lebih kecil daripada hasil pendataan. Usulan perubahan sudah dikirim ke Dinas Dukcapil; angka laporan sudah dicek ke buku pos.",
      notedBy,
      notedAt: at,
    })),
  };
}

/** About 4.7 inhabitants for each child of MR, as in the kabupaten; two villages far fewer. */
function planInhabitants(plan: CampaignPlan): QualityPlan["inhabitants"] {
  const random = openRandom(620_347);
  return plan.units.map(({ code }) => {
    const children = localPeople(plan, code, "MR");
    const perChild = random.between(4.2, 5.2);
    return {
      code,
      people: Math.round(children * (fewInhabitants.includes(code) ? 2.3 : perChild)),
    };
  });
}

function planTotals(
  plan: CampaignPlan,
  createdBy: string | null,
  createdAt: Date,
): QualityPlan["statedTotals"] {
  const day = addDays(plan.startsOn, 14);
  const given = (place: string) =>
    plan.reports
      .filter((report) => report.unit.startsWith(place) && report.day <= day)
      .flatMap(({ tallies, correction }) => correction?.tallies ?? tallies)
      .filter(({ intervention }) => intervention === "MR")
      .reduce((sum, { residents, nonResidents }) => sum + residents + nonResidents, 0);
  const common = { intervention: "MR", day, isCumulative: true, createdBy, createdAt };
  return [
    {
      ...common,
      place: plan.districtCode,
      doses: given(plan.districtCode) - 214,
      source: "Siaran Diskominfo Kapuas (contoh)",
    },
    {
      ...common,
      place: "62.03.01",
      doses: given("62.03.01."),
      source: "Rapat lintas sektor Kecamatan Selat (contoh)",
    },
  ];
}

function planRejections(
  plan: CampaignPlan,
  importedBy: string | null,
  importedAt: Date,
): QualityPlan["rejections"] {
  const day = addDays(plan.startsOn, 14);
  const fall = (line: number, unit: string, before: number, value: number) => ({
    fileName: file,
    line,
    unit,
    dayText: day.split("-").reverse().join("/"),
    kind: "cumulativeFell",
    detail: { day, intervention: "MR", targetGroup: "7-12-tahun", before, value },
    importedBy,
    importedAt,
  });
  return [
    fall(14, "62.03.09.2003", 41, 14),
    fall(22, "62.03.09.2012", 36, 35),
    {
      ...fall(31, "62.03.09.2017", 0, 0),
      kind: "noSuchDay",
      dayText: dayThatIsNone(plan.startsOn),
      detail: {},
    },
  ];
}

/** The day after the last of a short month of the campaign: "31/06/2026". */
function dayThatIsNone(startsOn: CalendarDay): string {
  const months = [startsOn, addDays(startsOn, 30)];
  const month = (months.find((day) => (daysInMonth(day) ?? 31) < 31) ?? startsOn).slice(0, 7);
  const last = daysInMonth(`${month}-01`) ?? 31;
  return [String(last + 1), ...month.split("-").reverse()].join("/");
}

/** The findings of the kecamatan above 100 % that have been explained. */
function planNotes(plan: CampaignPlan): Finding[] {
  const series = seriesOf(plan, explainedIn);
  const people = new Map(
    plan.targetSets
      .filter(({ source }) => source === "local")
      .flatMap(({ rows }) => rows)
      .map((row) => [[row.unit, row.intervention, row.targetGroup].join(), row.people]),
  );
  const peopleOf = ({ unit, intervention, targetGroup }: Omit<Series, "days">) =>
    people.get([unit.code, intervention, targetGroup].join()) ?? null;
  return [...aboveTarget(series, peopleOf), ...moreThanRemaining(series, peopleOf)].filter(
    ({ rule, place }) => rule !== "aboveTarget" || !leftOpen.includes(place?.code ?? ""),
  );
}

function seriesOf(plan: CampaignPlan, subdistrict: string): Series[] {
  const units = plan.units.filter(({ subdistrictCode }) => subdistrictCode === subdistrict);
  const columns = plan.interventions.flatMap(({ code, targetGroups }) =>
    targetGroups.map((targetGroup) => ({ intervention: code, targetGroup })),
  );
  return columns.flatMap(({ intervention, targetGroup }) =>
    units.map(({ code, name, subdistrictCode }) => {
      const unit: UnitPlace = { code, name, subdistrict: { code: subdistrictCode, name: "" } };
      const days = plan.reports
        .filter((report) => report.unit === code)
        .flatMap(({ day, tallies, correction }) =>
          (correction?.tallies ?? tallies)
            .filter(
              (each) => each.intervention === intervention && each.targetGroup === targetGroup,
            )
            .map(({ residents, nonResidents }) => ({ day, residents, nonResidents })),
        )
        .sort((a, b) => (a.day < b.day ? -1 : 1));
      return { unit, round: 1, intervention, targetGroup, days };
    }),
  );
}

function localPeople(plan: CampaignPlan, unit: string, intervention: string): number {
  return plan.targetSets
    .filter(({ source }) => source === "local")
    .flatMap(({ rows }) => rows)
    .filter((row) => row.unit === unit && row.intervention === intervention)
    .reduce((sum, { people }) => sum + people, 0);
}
