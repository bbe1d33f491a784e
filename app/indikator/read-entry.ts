import type { Grant } from "@/lib/account/auth/grant";
import { limits } from "@/lib/base/limits";
import { earlierDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import { entryRowsOf } from "@/lib/indicator/entry-form";
import { periodChoices } from "@/lib/indicator/matrix";
import { maySubmit } from "@/lib/indicator/own";
import {
  endOf,
  isSamePeriod,
  periodBefore,
  periodKinds,
  readPeriod,
  startOf,
} from "@/lib/indicator/period";
import {
  firstStart,
  listIndicators,
  listReachedUnits,
  readValues,
} from "@/lib/indicator/server/queries";

/**
 * The form of a period's values: of all indicators and units of whoever fills it in, of one unit or of one
 * indicator; null: there is no indicator.
 */
export async function readEntry(
  grant: Grant<"indicator:submit">,
  campaign: Campaign,
  query: Readonly<Record<string, string | string[] | undefined>>,
  today: string,
) {
  const all = await listIndicators(grant, campaign);
  const first = await firstStart(grant, campaign);
  const since = first !== null && first < campaign.startsOn ? first : campaign.startsOn;
  const choices = periodKinds.flatMap((kind) =>
    periodChoices(
      all.filter(({ period }) => period === kind),
      { since, until: earlierDay(today, campaign.endsOn) },
    ),
  );
  const asked = readPeriod(query["periode"]?.toString() ?? "");
  const period =
    choices.find((each) => asked && isSamePeriod(each, asked)) ??
    choices.find((each) => endOf(each) < today) ??
    choices[0];
  if (!period) return null;
  const units = await listReachedUnits(grant, campaign, all);
  const ofKind = all.filter((each) => each.period === period.kind);
  const unit = units.find(({ code }) => code === query["desa"])?.code ?? null;
  const indicator = ofKind.find(({ code }) => code === query["indikator"])?.code ?? null;
  const shown = units.filter(({ code }) => unit === null || code === unit);
  const indicators = ofKind.filter(({ code }) => indicator === null || code === indicator);
  const isTooLarge = shown.length * indicators.length > limits.indicatorCells;
  const of = { units: isTooLarge ? [] : shown };
  const [standing, earlier] = await Promise.all([
    readValues(grant, campaign, { ...of, starts: [startOf(period)] }),
    readValues(grant, campaign, { ...of, starts: [startOf(periodBefore(period))] }),
  ]);
  const placeOf = new Map(units.map((each) => [each.code, each]));
  const rows = isTooLarge
    ? []
    : entryRowsOf(indicators, shown, {
        period,
        standing,
        earlier,
        isOwn: ({ office }, code) => {
          const place = placeOf.get(code);
          return (
            place !== undefined &&
            maySubmit(grant.actor, {
              district: campaign.districtCode,
              region: place.regionCode,
              office: place.office,
              owner: office?.code ?? null,
            })
          );
        },
      });
  return { period, choices, units, shown, indicators: ofKind, unit, indicator, rows, isTooLarge };
}

export type Entry = NonNullable<Awaited<ReturnType<typeof readEntry>>>;
