"use client";

import { useTranslations } from "next-intl";

import { ConflictTable } from "@/components/device/outbox/conflict-table";
import { Button } from "@/components/base/ui/button";
import type { EntryColumn } from "@/lib/report/entry-row";
import type { StoredReport } from "@/lib/report/schema";
import { formFields } from "@/lib/report/village-form";

import { dailyFields, type RowState } from "@/lib/device/entry/row-state";
import type { EntryWords } from "./use-entry-words";

const choices = [
  { kept: "theirs", name: "keepTheirs" },
  { kept: "mine", name: "keepMine" },
] as const;

/** The choice of a conflict as part of the form itself: each button sends it. */
export function PlainConflict(props: {
  readonly state: RowState;
  readonly standing: StoredReport;
  readonly columns: readonly EntryColumn[];
  readonly words: EntryWords;
  /** With scripts: it is sent as the card sends. */
  readonly onChoose: (kept: "mine" | "theirs") => void;
}) {
  const t = useTranslations("entry.conflict");
  const { state, standing, columns, words } = props;

  return (
    <section
      aria-label={t("title")}
      className="rounded-panel border border-line bg-surface p-4 text-dense"
    >
      {/* Enter in a field presses the first button of a form, and must choose nothing. */}
      <button type="submit" hidden />
      <ConflictTable
        columns={columns}
        words={words}
        mine={{
          ...dailyFields(state, columns),
          isZero: state.isZero,
          parts: state.parts?.said ?? undefined,
        }}
        standing={standing}
      />
      <input type="hidden" name={formFields.over} value={standing.version} />
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        {choices.map(({ kept, name }) => (
          <Button
            key={kept}
            type="submit"
            name={formFields.choice}
            value={kept}
            size="phone"
            onClick={(event) => {
              event.preventDefault();
              props.onChoose(kept);
            }}
          >
            {t(name)}
          </Button>
        ))}
      </div>
    </section>
  );
}
