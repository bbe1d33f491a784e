import { useLocale } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { formats } from "@/lib/base/i18n/format";
import type { Wording } from "@/lib/base/i18n/wording";
import { coverage, type CoverageCounts } from "@/lib/coverage/coverage";
import { announcedCounts, type Announced } from "@/lib/monitor/announced";

import { HatchedRect, HatchKey } from "./hatch";

type Props = {
  /** null: nothing was announced, or reports are in. */
  readonly announced: Announced | null;
  readonly counts: Pick<CoverageCounts, "targetPopulation">;
  readonly wording: Wording;
};

/** A total that somebody announced where no report is in: hatched, with its source. */
export function AnnouncedNote({ announced, counts, wording }: Props) {
  const t = useSentences("coverage.announced", wording);
  const format = formats(useLocale());
  if (announced === null) return null;
  const said = announcedCounts(announced, counts);
  const values = {
    doses: format.count(said.dosesAdministered),
    people: format.count(said.targetPopulation),
    coverage: format.coverage(said),
    date: format.day(announced.day),
    source: announced.source,
  };
  const share = Math.min(1, coverage(said) ?? 0);
  return (
    <div className="text-axis text-ink2">
      {said.targetPopulation ? (
        <svg aria-hidden width="100%" height="14" className="block">
          <rect y="1" width="100%" height="12" className="fill-sunken" />
          <HatchedRect
            status="noGoal"
            x="0"
            y={1}
            width={`${String(Math.round(share * 10_000) / 100)}%`}
            height={12}
          />
        </svg>
      ) : null}
      <p>
        <HatchKey /> {t(said.targetPopulation ? "sentence" : "countOnly", values)}
      </p>
    </div>
  );
}

/** The same in a cell of a table: "▨ 15,8% diumumkan". */
export function AnnouncedFigure({ announced, counts, wording }: Props) {
  const t = useSentences("coverage.announced", wording);
  const format = formats(useLocale());
  if (announced === null) return null;
  const said = announcedCounts(announced, counts);
  return (
    <small className="inline-flex items-center gap-1 text-ink2">
      <HatchKey />{" "}
      {t("figure", {
        figure: said.targetPopulation ? format.coverage(said) : format.count(announced.doses),
      })}
    </small>
  );
}
