"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

import { Button } from "@/components/base/ui/button";
import { Dialog } from "@/components/base/ui/dialog";
import { SelectField } from "@/components/base/ui/field";
import { columnName } from "@/lib/report/column-groups";
import type { EntryColumn } from "@/lib/report/entry-row";
import type { TimeZone } from "@/lib/base/time/time-zone";

import {
  fetchCellHistory,
  type HistoryCell,
  type HistoryReading,
} from "@/lib/device/entry/cell-history-reading";
import { HistoryList } from "./history-list";

export type HistoryOf = {
  readonly slug: string;
  readonly day: string;
  /** "Kamis, 4 Juni 2026" */
  readonly dayName: string;
  readonly timeZone: TimeZone;
  readonly unit: { readonly code: string; readonly name: string };
  readonly columns: readonly EntryColumn[];
};

/** Every value that the cells of a unit's day ever had, one cell at a time. */
export function HistoryDialog(props: {
  readonly of: HistoryOf;
  /** Key of the column that is shown first. */
  readonly first: string;
  readonly onClose: () => void;
}) {
  const t = useTranslations("entry.history");
  const common = useTranslations("common");
  const { slug, day, unit, columns } = props.of;
  const [key, setKey] = useState(props.first);
  const [tries, setTries] = useState(0);
  const column = columns.find((each) => each.key === key) ?? columns[0];

  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={t("title", { unit: unit.name })}
      note={props.of.dayName}
      closeLabel={common("close")}
      buttons={<Button onClick={props.onClose}>{common("close")}</Button>}
    >
      <div className="grid gap-4">
        <SelectField
          id="history-column"
          label={t("column")}
          value={column?.key}
          onChange={(event) => setKey(event.target.value)}
        >
          {columns.map((each) => (
            <option key={each.key} value={each.key}>
              {columnName(each, ", ")}
            </option>
          ))}
        </SelectField>
        {column ? (
          <OneCell
            key={`${column.key} ${String(tries)}`}
            cell={{
              slug,
              unit: unit.code,
              day,
              intervention: column.intervention,
              targetGroup: column.targetGroup,
            }}
            timeZone={props.of.timeZone}
            onRetry={() => setTries(tries + 1)}
          />
        ) : null}
      </div>
    </Dialog>
  );
}

function OneCell(props: {
  readonly cell: HistoryCell;
  readonly timeZone: TimeZone;
  readonly onRetry: () => void;
}) {
  const t = useTranslations("entry.history");
  const entry = useTranslations("entry");
  const [reading, setReading] = useState<HistoryReading | null>(null);
  const { slug, unit, day, intervention, targetGroup } = props.cell;

  useEffect(() => {
    const leave = new AbortController();
    void fetchCellHistory({ slug, unit, day, intervention, targetGroup }, leave.signal).then(
      (read) => {
        if (!leave.signal.aborted) setReading(read);
      },
    );
    return () => leave.abort();
  }, [slug, unit, day, intervention, targetGroup]);

  if (reading === null) {
    return (
      <p role="status" className="min-h-24 text-dense text-ink2">
        {t("loading")}
      </p>
    );
  }
  if (reading.kind !== "read") {
    return (
      <div role="status" className="grid min-h-24 content-start justify-items-start gap-3">
        <p className="text-dense">{t(reading.kind)}</p>
        {reading.kind === "missing" ? null : (
          <Button onClick={props.onRetry}>{entry("retry")}</Button>
        )}
      </div>
    );
  }
  return <HistoryList history={reading.history} timeZone={props.timeZone} />;
}
