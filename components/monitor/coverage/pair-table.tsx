import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { HeadCell, NumberCell, RowHead, ScrollTable, TableHead } from "@/components/base/ui/table";
import { useSentences } from "@/components/base/use-sentences";
import { dropoutTenths } from "@/lib/coverage/dropout";
import { formats } from "@/lib/base/i18n/format";
import type { TargetSource } from "@/lib/campaign/campaign";
import { hasCoverage, type Assessment } from "@/lib/monitor/assessment";
import type { CoverageLinks } from "@/lib/monitor/coverage/links";
import type { PairRow, PairView } from "@/lib/monitor/coverage/pair";
import { partNoun, unitNoun } from "@/lib/monitor/coverage/place";

import { useEndedName } from "../use-ended-name";
import { CoveragePanel } from "./coverage-panel";
import { capital } from "./coverage-title";
import { CsvLinks } from "./csv-links";
import { Dumbbell } from "./dumbbell";
import { OtherFigure, OtherKey } from "./other-figure";
import { pairWords } from "./pair-words";
import { StatusShape } from "./status-shape";

type TableProps = {
  readonly view: PairView;
  readonly links: CoverageLinks;
  readonly isByUnit: boolean;
  /** The source of target populations that decides. */
  readonly source: TargetSource;
};

/** Where people did not come back: the largest drop-out first. */
export function PairTable(props: TableProps) {
  const { links, isByUnit, view } = props;
  const t = useSentences("coverage.pair", view.wording);
  const places = useTranslations("places");
  const { root, total } = view;
  const noun = places(`nouns.${isByUnit ? unitNoun(root.units) : partNoun(root)}`);
  const units = places(`nouns.${unitNoun(root.units)}`);
  const nameOf = useEndedName(view.ended);
  const words = pairWords(t, view);
  const lacks = lacksOf(total.later);
  const names = { earlier: words.within(view.earlier), later: words.within(view.later) };
  return (
    <CoveragePanel
      title={t("table.title", { noun: capital(noun) })}
      note={t("table.legend", names)}
      className="mt-5"
      actions={
        <span className="flex flex-wrap gap-2">
          <CsvLinks links={links} />
        </span>
      }
    >
      <ScrollTable
        look="figures-table"
        label={t("table.title", { noun: capital(noun) })}
        frame="mt-2"
        className="pair-table"
      >
        <TableHead>
          <HeadCell>{capital(noun)}</HeadCell>
          <HeadCell className="bar">{t("table.axis")}</HeadCell>
          <HeadCell>{words.head(view.earlier)}</HeadCell>
          <HeadCell>{words.head(view.later)}</HeadCell>
          <HeadCell>{t("table.dropout")}</HeadCell>
          <HeadCell>{t("table.notBack")}</HeadCell>
          {lacks.map((lack) => (
            <HeadCell key={lack}>{t(`table.${lack}`, { noun: units })}</HeadCell>
          ))}
        </TableHead>
        <tbody>
          {view.rows.map((row) => (
            <Row
              key={row.code}
              row={{ ...row, name: nameOf(row) }}
              view={view}
              lacks={lacks}
              href={root.kind === "unit" ? null : links.place(row.code, { tampil: "" })}
            />
          ))}
        </tbody>
        {view.rows.length > 1 ? (
          <tfoot>
            <Row
              row={{ ...total, name: t("table.total", { name: root.name }) }}
              view={view}
              lacks={lacks}
              href={null}
            />
          </tfoot>
        ) : null}
      </ScrollTable>
      <p className="mt-3 text-note text-ink3">
        {t("table.rule", names)}{" "}
        {t(lacks.length > 1 ? "table.laterNote" : "table.laterNoteNoGoal", names)}
      </p>
      <OtherKey
        of={[...view.rows, total].flatMap(({ earlier, later }) => [earlier, later])}
        source={props.source}
      />
    </CoveragePanel>
  );
}

/** What a row lacks in the later of the two: to the goal, and of everybody. */
type Lack = "needed" | "neededWhole" | "neededEach" | "remaining";

function lacksOf({ coverageGoal, eachUnit }: Assessment): readonly Lack[] {
  if (coverageGoal === null) return ["remaining"];
  return eachUnit === null ? ["needed", "remaining"] : ["neededWhole", "neededEach", "remaining"];
}

function lackIn({ eachUnit, needed, remaining }: Assessment, lack: Lack): number | null {
  switch (lack) {
    case "needed":
    case "neededEach":
      return needed;
    case "neededWhole":
      return eachUnit === null ? needed : eachUnit.neededOfSum;
    case "remaining":
      return remaining;
  }
}

function Row(props: {
  readonly row: PairRow;
  readonly view: PairView;
  readonly lacks: readonly Lack[];
  readonly href: string | null;
}) {
  const t = useTranslations("coverage.pair.table");
  const format = formats(useLocale());
  const { href, lacks, row } = props;
  const { earlier, later } = row;
  const isNegative = row.rate !== null && row.rate < 0;
  return (
    <tr>
      <RowHead>{href === null ? row.name : <Link href={href}>{row.name}</Link>}</RowHead>
      <td className="bar">
        <Dumbbell
          earlier={earlier.coverage}
          later={later.coverage}
          goal={later.coverageGoal}
          isOverLimit={row.isOverLimit}
        />
      </td>
      <NumberCell>
        {hasCoverage(earlier) ? format.coverage(earlier) : "–"}
        <OtherFigure assessment={earlier} />
      </NumberCell>
      <NumberCell>
        {hasCoverage(later) ? format.coverage(later) : "–"}
        <OtherFigure assessment={later} />
      </NumberCell>
      <NumberCell className={row.isOverLimit ? "text-behind" : undefined}>
        <span className="inline-flex items-center justify-end gap-1.5">
          {row.isOverLimit ? (
            <StatusShape status="behind" size={12} label={t("overLimit")} />
          ) : isNegative ? (
            <TriangleAlert aria-label={t("negative")} className="size-3.5 text-warn" />
          ) : null}
          {row.rate === null ? "–" : format.tenths(dropoutTenths(row))}
        </span>
      </NumberCell>
      <NumberCell>{row.rate === null ? "–" : format.count(row.first - row.last)}</NumberCell>
      {lacks.map((lack) => (
        <NumberCell key={lack}>{format.count(lackIn(later, lack))}</NumberCell>
      ))}
    </tr>
  );
}
