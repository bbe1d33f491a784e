"use client";

import { ClipboardCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";

import { Button } from "@/components/base/ui/button";
import { Dialog } from "@/components/base/ui/dialog";
import { AnswersForm } from "@/components/base/sheet/answers-form";
import english from "@/lib/base/i18n/messages/en/paste.json";
import englishSheet from "@/lib/base/i18n/messages/en/sheet.json";
import englishReading from "@/lib/base/i18n/messages/en/tableReading.json";
import indonesian from "@/lib/base/i18n/messages/id/paste.json";
import indonesianSheet from "@/lib/base/i18n/messages/id/sheet.json";
import indonesianReading from "@/lib/base/i18n/messages/id/tableReading.json";
import { answersOf } from "@/lib/campaign/table-reading/answers";
import { isOpen, type Answers } from "@/lib/campaign/table-reading/question";
import { previewPaste } from "@/lib/report/paste";
import type { PastePreview } from "@/lib/report/pasted";

import type { EntryStore } from "@/lib/device/entry/store";
import type { GridPosition } from "./grid-block";
import { LaterMessages } from "./later-messages";
import { isPartial, PasteLeftOut } from "./paste-left-out";
import { PastePreviewTable } from "./paste-preview";
import { saysZero } from "@/lib/device/entry/row-state";
import type { EntryWords } from "./use-entry-words";
import { useSnapshot } from "@/lib/device/entry/use-entry-store";

const sentences = { id: indonesian, en: english };
const sheetSentences = { id: indonesianSheet, en: englishSheet };
const readingSentences = { id: indonesianReading, en: englishReading };

/**
 * A block from a spreadsheet or a message of a chat: first what it would change, then, on one press,
 * the change. It brings its own sentences, which the page does without until it is opened.
 */
export function PasteDialog(props: PasteDialogProps) {
  return (
    <LaterMessages name="paste" of={sentences}>
      <LaterMessages name="sheet" of={sheetSentences}>
        <LaterMessages name="tableReading" of={readingSentences}>
          <PasteContent {...props} />
        </LaterMessages>
      </LaterMessages>
    </LaterMessages>
  );
}

type PasteDialogProps = {
  readonly store: EntryStore;
  readonly words: EntryWords;
  readonly unitKind: "village" | "unit";
  /** The cell that was chosen when the dialog opened. */
  readonly at: GridPosition | null;
  readonly initial: string;
  /** "Sabtu, 28 November 2026" */
  readonly dayName: string;
  /** It was pasted, and the dialog is done. */
  readonly onFilled: (filled: { readonly step: number | null; readonly count: number }) => void;
  readonly onClose: () => void;
};

function PasteContent(props: PasteDialogProps) {
  const t = useTranslations("paste");
  const common = useTranslations("common");
  const places = useTranslations("places");
  const { store, words, unitKind, onFilled, onClose } = props;
  const [text, setText] = useState(props.initial);
  const isRead = text.trim() !== "";
  const { figures } = useSnapshot(store);
  const [answers, setAnswers] = useState<Answers>(new Map());
  const formId = useId();
  const [takesOtherDays, setTakesOtherDays] = useState(false);

  const preview = isRead
    ? previewPaste(text, {
        rows: store.order.map((unit) => store.stateOf(unit).row),
        columns: store.columns,
        typed: (unit) => store.stateOf(unit).typed.residents,
        figures,
        at: props.at,
        answers,
        shown: store.context.day,
        takesOtherDays,
      })
    : null;
  const open = (preview?.rows ?? []).filter(({ unit }) => store.isOpen(unit.code));
  const locked = (preview?.rows ?? []).filter(({ unit }) => !store.isOpen(unit.code));
  const zeros = open.flatMap(({ unit, isZero }) =>
    isZero && !saysZero(store.stateOf(unit.code), store.columns) ? [unit.code] : [],
  );
  const changes = open.flatMap(({ unit, cells, isZero }) =>
    (isZero ? [] : cells).flatMap((cell, index) => {
      const key = preview?.columns[index]?.key;
      return cell.kind === "change" && key !== undefined
        ? [{ unit: unit.code, key, text: String(cell.to) }]
        : [];
    }),
  );

  // Enter must not finish what was not looked at, nor may an answer move the focus.
  const isWhole =
    preview !== null && !isPartial(preview) && locked.length === 0 && answers.size === 0;

  function again() {
    setText("");
    setAnswers(new Map());
    setTakesOtherDays(false);
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
              noun: places(`nouns.${unitKind}`),
            })
          : t("title")
      }
      note={
        <>
          <strong className="font-semibold text-ink">{t(`figures.${figures}`)}</strong>{" "}
          <Note preview={preview} words={words} />
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
              disabled={changes.length + zeros.length === 0 || isOpen(preview.asked)}
              onClick={() => onFilled(store.fill(changes, { kind: "pasted", zeros }))}
            >
              <ClipboardCheck aria-hidden className="size-4" />
              {t("apply", { count: changes.length + zeros.length })}
            </Button>
          ) : null}
        </>
      }
    >
      <AnswersForm id={formId} fields={{}} onAnswer={(form) => setAnswers(answersOf(form))} />
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
            formId={formId}
            locked={locked.map(({ unit }) => unit.name)}
            dayName={props.dayName}
            takesOtherDays={takesOtherDays}
            onOtherDays={setTakesOtherDays}
          />
        </PastePreviewTable>
      ) : (
        <Source text={text} onText={setText} />
      )}
    </Dialog>
  );
}

/** How the block was read. */
function Note(props: { readonly preview: PastePreview | null; readonly words: EntryWords }) {
  const t = useTranslations("paste");
  const { preview, words } = props;
  if (!preview) return t("note");
  if (preview.isMessage) return t("byMessage");
  if (preview.isByName) return t(preview.heads ? "byNameAndHead" : "byName");
  const unit = preview.rows[0]?.unit.name ?? "";
  const column = preview.columns[0];
  if (preview.heads) return t("byHead", { unit });
  return t("byOrder", { unit, column: column ? words.columnName(column) : "" });
}

/** Where the block is pasted, or taken from the clipboard. */
function Source(props: { readonly text: string; readonly onText: (text: string) => void }) {
  const t = useTranslations("paste");
  const [isRejected, setRejected] = useState(false);

  async function readClipboard() {
    try {
      props.onText(await navigator.clipboard.readText());
    } catch {
      setRejected(true);
    }
  }

  return (
    <div className="grid gap-3">
      <label htmlFor="paste-block" className="text-dense font-medium">
        {t("text")}
      </label>
      <textarea
        id="paste-block"
        ref={takeFocus}
        rows={8}
        value={props.text}
        onChange={(event) => props.onText(event.target.value)}
        spellCheck={false}
        className="w-full rounded-control border border-line-strong bg-surface p-3 text-dense"
      />
      {"clipboard" in navigator ? (
        <div className="flex flex-wrap items-center gap-3">
          <Button onClick={() => void readClipboard()}>{t("fromClipboard")}</Button>
          <p role="status" className="text-note text-error">
            {isRejected ? t("clipboardRejected") : ""}
          </p>
        </div>
      ) : null}
    </div>
  );
}

/** The field to paste into, and then the button, is where one goes on; not the button that closes. */
function takeFocus(element: HTMLElement | null) {
  element?.focus();
}
