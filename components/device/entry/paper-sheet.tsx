import clsx from "clsx";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { useSentences } from "@/components/base/use-sentences";
import { formats, noData } from "@/lib/base/i18n/format";
import { isColumnOf } from "@/lib/report/entry-row";
import type { PaperPart } from "@/lib/report/paper-parts";

import { Heading, Signatures, type PaperFormProps } from "./paper-frame";

/** A sheet that scrolls sideways on a phone can be reached and scrolled with the keyboard. */
const reachable = 0;

type Sheet = PaperFormProps & {
  readonly part: PaperPart;
  readonly number: number;
  readonly count: number;
};

/** A row for each unit, with the columns that one sheet has room for. */
export function PaperSheet(props: Sheet) {
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
