import { useTranslations } from "next-intl";

import { usePartNames } from "@/components/report/use-part-names";
import { useSentences } from "@/components/base/use-sentences";
import type { EntryRow } from "@/lib/report/entry-row";
import { partKeyOf } from "@/lib/report/part/key";
import { askedNumbers } from "@/lib/report/part/part";
import { askedPartsOf } from "@/lib/report/part/rules";
import type { Campaign } from "@/lib/campaign/campaign";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import { Heading, type PaperFormProps } from "./paper-frame";

/** A sheet that scrolls sideways on a phone can be reached and scrolled with the keyboard. */
const reachable = 0;

/** Units that stand beside each other on a sheet of A4, in hand-writing. */
const unitsInLine = 6;

/** What is asked besides tallies, for pens: a line for each number, a box for each unit. */
export function PaperBesides(
  props: Pick<PaperFormProps, "dayName" | "placeName" | "rows"> & {
    readonly campaign: Campaign;
    readonly day: CalendarDay;
  },
) {
  const { campaign, rows } = props;
  const numbers = askedNumbers(askedPartsOf(campaign, props.day));
  if (numbers.length === 0) return null;
  const sheets = Array.from({ length: Math.ceil(rows.length / unitsInLine) }, (_, at) =>
    rows.slice(at * unitsInLine, (at + 1) * unitsInLine),
  );
  return sheets.map((units, at) => (
    <BesidesSheet
      key={units[0]?.unit.code}
      {...props}
      units={units}
      numbers={numbers}
      sheet={{ number: at + 1, count: sheets.length }}
    />
  ));
}

function BesidesSheet(
  props: Parameters<typeof PaperBesides>[0] & {
    readonly units: readonly EntryRow[];
    readonly numbers: ReturnType<typeof askedNumbers>;
    readonly sheet: { readonly number: number; readonly count: number };
  },
) {
  const { campaign, units } = props;
  const t = useSentences("paperForm", campaign.wording);
  const own = useTranslations("reportParts.history");
  const nameOf = usePartNames(
    (code) => campaign.interventions.find((each) => each.code === code)?.shortName,
  );
  return (
    <section
      aria-label={t("besides", props.sheet)}
      tabIndex={reachable}
      className="mt-8 break-before-page overflow-x-auto text-note print:mt-0 print:overflow-visible print:text-[9pt]/[1.25]"
    >
      <Heading {...props} columns={[]} sheet={null} />
      <p className="mt-2 mb-2">{t("besidesNote")}</p>
      <table className="w-full table-fixed border-collapse [&_td]:border [&_td]:border-ink3 [&_th]:border [&_th]:border-ink3">
        <thead>
          <tr>
            <th scope="col" className="w-[58mm] bg-sunken px-1.5 text-left">
              {own("title")}
            </th>
            {units.map(({ unit }) => (
              <th key={unit.code} scope="col" className="w-[20mm] bg-sunken px-1 hyphens-auto">
                {unit.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.numbers.map((number) => (
            <tr key={partKeyOf(number)} className="h-[6mm] break-inside-avoid">
              <th scope="row" className="px-1.5 text-left font-normal">
                {nameOf(number)}
              </th>
              {units.map(({ unit }) => (
                <td key={unit.code} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
