"use client";

import { ClipboardCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { previewPaste } from "@/lib/tally/paste";

import type { EntryStore } from "./entry-store";
import { isPartial, PasteLeftOut } from "./paste-left-out";
import { PastePreviewTable } from "./paste-preview";
import type { EntryWords } from "./use-entry-words";
import { useSnapshot } from "./use-entry-store";
import type { GridPlace } from "./use-grid-focus";

/** A block from a spreadsheet: first what it would change, then, on one press, the change. */
export function PasteDialog(props: {
  readonly store: EntryStore;
  readonly words: EntryWords;
  readonly unitKind: "village" | "unit";
  /** The cell that was chosen when the dialog opened. */
  readonly at: GridPlace | null;
  readonly initial: string;
  readonly onClose: () => void;
}) {
  const t = useTranslations("entry.paste");
  const entry = useTranslations("entry");
  const common = useTranslations("common");
  const { store, words, unitKind, onClose } = props;
  const [text, setText] = useState(props.initial);
  const [isRefused, setRefused] = useState(false);
  const isRead = text.trim() !== "";
  const { figures } = useSnapshot(store);
  const [chosen, setChosen] = useState<ReadonlyMap<number, string>>(new Map());
  const [dash, setDash] = useState<"zero" | "blank" | null>(null);

  const preview = isRead
    ? previewPaste(text, {
        rows: store.order.map((unit) => store.stateOf(unit).row),
        columns: store.columns,
        typed: (unit) => store.stateOf(unit).typed.residents,
        figures,
        at: props.at,
        chosen,
        dash,
      })
    : null;
  const changes = (preview?.rows ?? []).flatMap(({ unit, cells }) =>
    cells.flatMap((cell, index) => {
      const key = preview?.columns[index]?.key;
      return cell.kind === "change" && key !== undefined
        ? [{ unit: unit.code, key, text: String(cell.to) }]
        : [];
    }),
  );

  // Enter must not finish what was not looked at, nor may an answer move the focus.
  const isWhole = preview !== null && !isPartial(preview) && chosen.size === 0;

  function note(): string {
    if (!preview) return t("note");
    if (preview.isByName) return t(preview.heads ? "byNameAndHead" : "byName");
    const unit = preview.rows[0]?.unit.name ?? "";
    const column = preview.columns[0];
    if (preview.heads) return t("byHead", { unit });
    return t("byOrder", { unit, column: column ? words.columnName(column) : "" });
  }

  function again() {
    setText("");
    setChosen(new Map());
    setDash(null);
  }

  async function readClipboard() {
    try {
      setText(await navigator.clipboard.readText());
    } catch {
      setRefused(true);
    }
  }

  return (
    <Dialog
      isOpen
      isWide={preview !== null}
      onClose={onClose}
      title={
        preview
          ? t("titleOf", {
              rows: preview.rows.length,
              columns: preview.columns.length,
              kind: unitKind,
            })
          : t("title")
      }
      note={
        <>
          <strong className="font-semibold text-ink">
            {entry(figures === "cumulative" ? "figures.paste" : "figures.pasteDaily")}
          </strong>{" "}
          {note()}
        </>
      }
      closeLabel={common("close")}
      buttons={
        <>
          {isRead ? (
            <Button variant="ghost" onClick={again} className="mr-auto">
              {t("again")}
            </Button>
          ) : null}
          <Button onClick={onClose}>{common("cancel")}</Button>
          {preview ? (
            <Button
              ref={isWhole ? takeFocus : undefined}
              variant="primary"
              disabled={changes.length === 0}
              onClick={() => {
                store.fill(changes);
                onClose();
              }}
            >
              <ClipboardCheck aria-hidden className="size-4" />
              {t("apply", { count: changes.length })}
            </Button>
          ) : null}
        </>
      }
    >
      {preview ? (
        <PastePreviewTable
          preview={preview}
          words={words}
          unitKind={unitKind}
          isCumulative={figures === "cumulative"}
        >
          <PasteLeftOut
            preview={preview}
            words={words}
            columns={store.columns}
            dash={dash}
            onDash={setDash}
            onChoose={(place, key) => setChosen(new Map(chosen).set(place, key))}
          />
        </PastePreviewTable>
      ) : (
        <div className="grid gap-3">
          <label htmlFor="paste-block" className="text-dense font-medium">
            {t("text")}
          </label>
          <textarea
            id="paste-block"
            ref={takeFocus}
            rows={8}
            value={text}
            onChange={(event) => setText(event.target.value)}
            spellCheck={false}
            className="w-full rounded-control border border-line-strong bg-surface p-3 text-dense"
          />
          {"clipboard" in navigator ? (
            <div className="flex flex-wrap items-center gap-3">
              <Button onClick={() => void readClipboard()}>{t("fromClipboard")}</Button>
              <p role="status" className="text-note text-error">
                {isRefused ? t("clipboardRefused") : ""}
              </p>
            </div>
          ) : null}
        </div>
      )}
    </Dialog>
  );
}

/** The field to paste into, and then the button, is where one goes on; not the button that closes. */
function takeFocus(element: HTMLElement | null) {
  element?.focus();
}
