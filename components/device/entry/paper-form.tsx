import clsx from "clsx";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import type { Wording } from "@/lib/base/i18n/wording";
import { formats, noData } from "@/lib/base/i18n/format";
import { askedPart, isColumnOf, type EntryColumn, type EntryRow } from "@/lib/report/entry-row";
import { isInBlocks, paperParts, type PaperPart } from "@/lib/report/paper-parts";
import { timeZoneNames, type TimeZone } from "@/lib/base/time/time-zone";

import { useSentences } from "@/components/base/use-sentences";
import { LandscapePaper } from "@/components/base/ui/landscape-paper";

import { PaperBlocks } from "./paper-blocks";

/** A sheet that scrolls sideways on a phone can be reached and scrolled with the keyboard. */
const reachable = 0;

export type PaperFormProps = {
  readonly campaign: {
    readonly name: string;
    readonly districtName: string;
    readonly timeZone: TimeZone;
    readonly reportCutOff: string;
    readonly isSample: boolean;
    readonly wording: Wording;
  };
  /** "Sabtu, 28 November 2026" */
  readonly dayName: string;
  /** Name of the kecamatan; null: the units of several. */
  readonly placeName: string | null;
  readonly rows: readonly EntryRow[];
  readonly columns: readonly EntryColumn[];
};

/**
 * A tally form for pens: a row for each unit, for each column what the day began with (sasaran over
 * sisa) and an empty box, a box for nihil, and who signs. Columns that one sheet has no room for go on
 * further ones, and each sheet says what it is of. Of very many columns each unit has a block of its own.
 */
export function PaperForm(whole: PaperFormProps) {
  const props = { ...whole, ...askedPart(whole.rows, whole.columns) };
  if (isInBlocks(props.columns)) {
    return (
      <div className="paper-landscape grid gap-8 text-note print:block print:text-[9pt]/[1.25]">
        <LandscapePaper />
        <PaperBlocks {...props} heading={<Heading {...props} sheet={null} />} />
        <Signatures wording={props.campaign.wording} />
      </div>
    );
  }
  const { isLandscape, parts } = paperParts(props.columns);
  return (
    <div
      className={`${isLandscape ? "paper-landscape" : ""}grid gap-8 text-note print:block print:text-[9pt]/[1.25]`}
    >
      {isLandscape ? <LandscapePaper /> : null}
      {parts.map((part, index) => (
        <PaperSheet
          key={part.from}
          {...props}
          part={part}
          number={index + 1}
          count={parts.length}
        />
      ))}
    </div>
  );
}

type Sheet = PaperFormProps & {
  readonly part: PaperPart;
  readonly number: number;
  readonly count: number;
};

function PaperSheet(props: Sheet) {
  const t = useSentences("paperForm", props.campaign.wording);
  const format = formats(useLocale());
  const { rows, part } = props;
  const hasSubdistricts = new Set(rows.map(({ unit }) => unit.subdistrictName)).size > 1;

  return (
    <section
      aria-label={t("sheet", { number: props.number, count: props.count })}
      tabIndex={reachable}
      className={clsx(
        "overflow-x-auto print:overflow-visible",
        props.number > 1 && "break-before-page",
      )}
    >
      <table className="w-full border-collapse [&_td]:border [&_td]:border-ink3 [&_th]:border [&_th]:border-ink3">
        <SheetHead {...props} />
        <tbody>
          {rows.map(({ unit, cells }, index) => (
            <tr key={unit.code} className="h-[8mm] break-inside-avoid">
              <td className="px-1 text-right">{index + 1}</td>
              <th scope="row" className="px-1.5 text-left font-medium">
                {unit.name}
                {hasSubdistricts ? (
                  <span className="block text-axis font-normal print:text-[7pt]">
                    {unit.subdistrictName}
                  </span>
                ) : null}
              </th>
              {part.columns.map((column, place) => {
                const { key } = column;
                if (!isColumnOf(unit, column)) return <UnaskedPair key={key} />;
                const cell = cells[part.from + place];
                const target = cell?.target ?? null;
                return (
                  <CountPair
                    key={key}
                    target={format.count(target)}
                    left={format.count(target === null ? null : target - (cell?.before ?? 0))}
                  />
                );
              })}
              <td />
            </tr>
          ))}
          <SumRow rows={rows} part={part} />
        </tbody>
      </table>
      <Signatures wording={props.campaign.wording} />
    </section>
  );
}

/** The head of a table stands on each page that it goes on. */
function SheetHead(props: Sheet) {
  const t = useTranslations("paperForm");
  const entry = useTranslations("entry");
  const places = useTranslations("places");
  const { rows, part } = props;
  const isVillages = rows.every(({ unit }) => unit.villageKind !== null);
  const groups = [...new Set(part.columns.map(({ intervention }) => intervention))].map(
    (intervention) => part.columns.filter((column) => column.intervention === intervention),
  );
  const width = 3 + part.columns.length * 2;
  return (
    <thead>
      <tr>
        <th colSpan={width} scope="colgroup" className="border-none! pb-2 text-left font-normal">
          <Heading {...props} sheet={props.count > 1 ? props : null} />
        </th>
      </tr>
      <tr>
        <Head rowSpan={3} className="w-[7mm]">
          {t("number")}
        </Head>
        <Head rowSpan={3} className="w-[44mm] text-left!">
          {places(`heads.${isVillages ? "village" : "unit"}`)}
        </Head>
        {groups.map((group) => (
          <Head key={group[0]?.intervention} colSpan={group.length * 2} scope="colgroup">
            {group.length > 1 ? group[0]?.interventionName : group[0]?.shortName}
          </Head>
        ))}
        <Head rowSpan={3} className="w-[11mm]">
          {entry("zero")}
        </Head>
      </tr>
      <tr>
        {part.columns.map(({ key, shortGroupName }) => (
          <Head key={key} colSpan={2} scope="colgroup">
            {shortGroupName}
          </Head>
        ))}
      </tr>
      <tr className="text-axis print:text-[7pt]">
        {part.columns.map(({ key }) => (
          <Pair
            key={key}
            known={
              <>
                {entry("target")}
                <br />
                {entry("left")}
              </>
            }
            counted={t("count")}
          />
        ))}
      </tr>
    </thead>
  );
}

/** Of what and when a sheet is, as it stands on each. */
function Heading(
  props: PaperFormProps & {
    /** Which of several; null: there is one. */
    readonly sheet: { readonly number: number; readonly count: number } | null;
  },
) {
  const t = useTranslations("paperForm");
  const format = formats(useLocale());
  const { campaign, sheet } = props;
  const hour = `${format.hour(campaign.reportCutOff)} ${timeZoneNames[campaign.timeZone]}`;
  return (
    <>
      <span className="flex items-baseline justify-between gap-4">
        <strong className="text-section font-semibold print:text-[13pt]">
          {t("heading", { name: campaign.name })}
        </strong>
        {sheet ? <span>{t("sheet", { number: sheet.number, count: sheet.count })}</span> : null}
      </span>
      <span className="block">
        {props.placeName === null
          ? campaign.districtName
          : t("place", { name: props.placeName, district: campaign.districtName })}
        {" · "}
        <strong className="font-semibold">{props.dayName}</strong>
        {" · "}
        {t("cutOff", { time: hour })}
      </span>
      {campaign.isSample ? <span className="block">{t("sample")}</span> : null}
    </>
  );
}

function SumRow({ rows, part }: Pick<Sheet, "rows" | "part">) {
  const entry = useTranslations("entry");
  const format = formats(useLocale());
  return (
    <tr className="h-[8mm] break-inside-avoid font-semibold">
      <td />
      <th scope="row" className="px-1.5 text-left">
        {entry("grid.sum")}
      </th>
      {part.columns.map((column, place) => {
        const { key } = column;
        const cells = rows
          .filter(({ unit }) => isColumnOf(unit, column))
          .flatMap((row) => row.cells[part.from + place] ?? []);
        const isKnown = cells.every(({ target }) => target !== null);
        const target = cells.reduce((sum, cell) => sum + (cell.target ?? 0), 0);
        const before = cells.reduce((sum, cell) => sum + cell.before, 0);
        return (
          <CountPair
            key={key}
            target={format.count(isKnown ? target : null)}
            left={format.count(isKnown ? target - before : null)}
          />
        );
      })}
      <td />
    </tr>
  );
}

function Signatures({ wording }: { readonly wording: Wording }) {
  const t = useSentences("paperForm", wording);
  return (
    <div className="break-inside-avoid">
      <p className="mt-2">{t("note")}</p>
      <dl className="mt-[8mm] grid grid-cols-[1fr_1fr_0.7fr_1.2fr] gap-6">
        {(["name", "position", "date", "sign"] as const).map((field) => (
          <div key={field} className="flex items-end gap-2">
            <dt>{t(`signature.${field}`)}</dt>
            <dd className="grow border-b border-ink3">&nbsp;</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Head(props: {
  readonly children: ReactNode;
  readonly rowSpan?: number;
  readonly colSpan?: number;
  readonly scope?: "col" | "colgroup";
  readonly className?: string;
}) {
  const { scope = "col", className = "", ...span } = props;
  return (
    <th
      scope={scope}
      rowSpan={span.rowSpan}
      colSpan={span.colSpan}
      className={`bg-sunken px-1 py-0.5 text-center font-semibold ${className}`}
    >
      {span.children}
    </th>
  );
}

function Pair(props: { readonly known: ReactNode; readonly counted: string }) {
  return (
    <>
      <th scope="col" className="w-[12mm] px-1 text-right font-normal">
        {props.known}
      </th>
      <th scope="col" className="px-1 text-center font-semibold">
        {props.counted}
      </th>
    </>
  );
}

/** A column that is not asked of the unit: nothing is to be written there. */
function UnaskedPair() {
  return (
    <td colSpan={2} className="bg-sunken px-1 text-center text-ink3">
      {noData}
    </td>
  );
}

/** What is known, sasaran over sisa, and the box to write into. */
function CountPair(props: { readonly target: string; readonly left: string }) {
  return (
    <>
      <td className="px-1 text-right text-axis leading-tight print:text-[7.5pt]">
        {props.target}
        <br />
        {props.left}
      </td>
      <td />
    </>
  );
}
