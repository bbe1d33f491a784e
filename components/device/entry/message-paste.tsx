"use client";

import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { Button } from "@/components/base/ui/button";
import type { TimeZone } from "@/lib/base/time/time-zone";
import type { EntryColumn, EntryRow } from "@/lib/report/entry-row";
import type { EntryFigures } from "@/lib/report/schema";

import { AskedReason } from "./asked-reason";
import type { EntryContext } from "@/lib/device/entry/entry-context";
import { PasteDialog } from "./paste-dialog";
import { isUnsaved, lookOf } from "@/lib/device/entry/row-state";
import { useEntryStore, useSnapshot } from "@/lib/device/entry/use-entry-store";
import { useEntryWords } from "./use-entry-words";

/** What a list on a phone needs to read a message into its villages. */
export type MessagePasteProps = {
  readonly rows: readonly EntryRow[];
  readonly columns: readonly EntryColumn[];
  readonly context: EntryContext;
  readonly timeZone: TimeZone;
  readonly unitKind: "village" | "unit";
  readonly dayName: string;
  readonly figures: EntryFigures;
};

/**
 * A message read into the villages of a list: the dialog, and then what it filled, to send it, to take
 * it back, or to look at each card first, where it waits as a draft.
 */
export function MessagePaste(props: MessagePasteProps & { readonly onClose: () => void }) {
  const t = useTranslations("entry");
  const places = useTranslations("places");
  const { columns, unitKind } = props;
  const store = useEntryStore(props);
  const words = useEntryWords(columns, props.timeZone, props.context);
  const { rows } = useSnapshot(store);
  const [filled, setFilled] = useState<{ readonly step: number | null } | null>(null);
  const unsent = [...rows.values()].filter((state) => isUnsaved(state, columns));
  const waiting = unsent.filter((state) => lookOf(state, columns) !== "rejected");
  const rejected = unsent.length - waiting.length;
  const units = waiting.map(({ row }) => row.unit.code);
  const nounOf = (count: number) => places(`counted.${unitKind}`, { count });

  if (filled === null) {
    return (
      <PasteDialog
        store={store}
        words={words}
        unitKind={unitKind}
        at={null}
        initial=""
        dayName={props.dayName}
        onFilled={setFilled}
        onClose={props.onClose}
      />
    );
  }
  return (
    <div className="mt-3 grid gap-3 rounded-control border border-line-strong bg-surface p-3 text-dense">
      <p role="status" className="font-medium">
        {unsent.length > 0
          ? t("message.filled", { count: unsent.length, noun: nounOf(unsent.length) })
          : t("message.done")}
      </p>
      {rejected > 0 ? (
        <p className="text-error">
          {t("message.rejected", { count: rejected, noun: nounOf(rejected) })}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {units.length > 0 ? (
          <Button variant="primary" onClick={() => void store.send(units)}>
            <Send aria-hidden className="size-4" />
            {t("grid.sendSome", { count: units.length, noun: nounOf(units.length) })}
          </Button>
        ) : null}
        {unsent.length > 0 && filled.step !== null ? (
          <Button
            onClick={() => {
              store.undo(filled.step ?? undefined);
              props.onClose();
            }}
          >
            {t("steps.undoPaste")}
          </Button>
        ) : null}
        <Button variant="ghost" onClick={props.onClose}>
          {t("message.close")}
        </Button>
      </div>
      <AskedReason store={store} />
    </div>
  );
}
