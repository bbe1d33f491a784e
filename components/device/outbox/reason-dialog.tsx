"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { Button } from "@/components/base/ui/button";
import { Dialog } from "@/components/base/ui/dialog";
import { TextField } from "@/components/base/ui/field";
import type { ChangeReason, ReportReason } from "@/lib/report/schema";

/**
 * The reasons of `changeReasons` that a person chooses from; the others are given by what is done.
 * Written out, because the schema brings the whole of zod along.
 */
const choices = [
  "typingError",
  "lateData",
  "recount",
  "wrongPlace",
  "wrongDay",
  "cumulativeFell",
  "other",
] as const satisfies readonly ChangeReason[];

/** What is chosen from where a later cumulative figure may hold the same doses. */
const laterChoices = ["notInLater", "inLater"] as const satisfies readonly ChangeReason[];

/** Why a number that was sent is changed: one of a list, and words where it needs them. */
export function ReasonDialog(props: {
  readonly unit: string;
  readonly suggested: ChangeReason | null;
  /** Asked because of a later day's cumulative figure (`laterCumulative`). */
  readonly isLater?: boolean;
  readonly onGive: (reason: ReportReason) => void;
  readonly onClose: () => void;
}) {
  const t = useTranslations("entry.reason");
  const common = useTranslations("common");
  const [code, setCode] = useState<ChangeReason | null>(props.suggested);
  const [note, setNote] = useState("");
  const [isAsked, setAsked] = useState(false);
  const needsNote = code === "other";
  const said = note.trim();
  // Nothing fell where nothing is cumulative.
  const offered: readonly ChangeReason[] = props.isLater
    ? laterChoices
    : choices.filter((each) => each !== "cumulativeFell" || props.suggested === each);

  function give() {
    setAsked(true);
    if (code === null || (needsNote && said === "")) return;
    props.onGive({ code, ...(said !== "" && { note: said }) });
  }

  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={t(props.isLater ? "laterTitle" : "title")}
      note={props.unit}
      closeLabel={common("close")}
      buttons={
        <>
          <Button onClick={props.onClose}>{common("cancel")}</Button>
          <Button variant="primary" onClick={give}>
            {t("send")}
          </Button>
        </>
      }
    >
      <p className="mb-3 text-dense">
        {t(
          props.isLater ? "laterText" : props.suggested === "cumulativeFell" ? "fellText" : "text",
        )}
      </p>
      <fieldset className="mb-4 grid gap-1">
        <legend className="mb-1 text-dense font-medium">
          {t(props.isLater ? "laterLegend" : "legend")}
        </legend>
        {offered.map((each) => (
          <label key={each} className="flex min-h-11 items-center gap-3 text-dense tablet:min-h-8">
            <input
              type="radio"
              name="reason"
              value={each}
              checked={code === each}
              onChange={() => setCode(each)}
              className="size-5 accent-brand"
            />
            {t(`codes.${each}`)}
          </label>
        ))}
        {isAsked && code === null ? (
          <p role="alert" className="text-note font-medium text-error">
            {t("choose")}
          </p>
        ) : null}
      </fieldset>
      <TextField
        id="reason-note"
        label={t(needsNote ? "note" : "noteOptional")}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.target.value)}
        problem={isAsked && needsNote && said === "" ? t("needsNote") : undefined}
      />
    </Dialog>
  );
}
