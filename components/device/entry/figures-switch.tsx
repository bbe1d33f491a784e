"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { useActionState, useState, type SubmitEvent } from "react";

import { untouched, type FormState } from "@/lib/base/forms/form-state";
import type { EntryFigures } from "@/lib/report/schema";

/** Remembers how the person types. */
export type ChooseFigures = (previous: FormState, form: FormData) => Promise<FormState>;

const kinds: readonly EntryFigures[] = ["daily", "cumulative"];

/**
 * What the person types: the doses of the day, or all of the round up to it. The choice works at
 * once, also without a connection; the server remembers it. Without scripts it is a plain form.
 */
export function FiguresSwitch(props: {
  readonly figures: EntryFigures;
  readonly actorId: string;
  readonly slug: string;
  readonly choose: ChooseFigures;
  /** Shows the fields as the chosen kind, and says how many were typed and not sent. */
  readonly onChoose?: (figures: EntryFigures) => number;
  readonly className?: string;
}) {
  const t = useTranslations("entry.figures");
  const [, submit] = useActionState(props.choose, untouched);
  const [told, setTold] = useState("");
  const [chosen, setChosen] = useState<EntryFigures | null>(null);
  const figures = props.onChoose ? props.figures : (chosen ?? props.figures);

  async function change(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const { submitter } = event.nativeEvent;
    const next = kinds.find(
      (kind) => submitter instanceof HTMLButtonElement && submitter.value === kind,
    );
    if (next === undefined || next === figures) return;
    setChosen(next);
    const unsent = props.onChoose?.(next) ?? 0;
    const kept = unsent > 0 ? t("kept", { count: unsent }) : "";
    setTold(kept);
    const form = new FormData();
    form.set("figures", next);
    const [isRemembered] = await Promise.all([
      props.choose(untouched, form).then(
        ({ status }) => status === "saved",
        () => false,
      ),
      rememberHere(props.actorId, props.slug, next),
    ]);
    if (!isRemembered) setTold(`${kept} ${t("notRemembered")}`.trim());
  }

  return (
    <form
      action={submit}
      onSubmit={(event) => void change(event)}
      className={clsx("flex flex-wrap items-center gap-x-3 gap-y-1.5 text-dense", props.className)}
    >
      <span aria-hidden className="text-ink2">
        {t("label")}
      </span>
      <span
        role="group"
        aria-label={t("label")}
        className="flex overflow-hidden rounded-control border border-line-strong"
      >
        {kinds.map((kind) => (
          <button
            key={kind}
            type="submit"
            name="figures"
            value={kind}
            aria-pressed={figures === kind}
            className={clsx(
              "min-h-11 border-l border-line px-3 first:border-l-0 focus-visible:-outline-offset-3 desktop:min-h-8.5",
              figures === kind
                ? "bg-brand font-semibold text-on-brand"
                : "bg-surface text-ink hover:bg-sunken",
            )}
          >
            {t(kind)}
          </button>
        ))}
      </span>
      {figures === "cumulative" ? (
        <span className="basis-full text-note text-ink2 desktop:basis-auto">{t("note")}</span>
      ) : null}
      <span role="status" className="basis-full text-note font-medium empty:hidden">
        {told}
      </span>
    </form>
  );
}

/** So that the next visit without a connection begins the same way. */
async function rememberHere(actorId: string, slug: string, figures: EntryFigures): Promise<void> {
  try {
    const { keepFigures } = await import("@/lib/device/offline/kit/store");
    await keepFigures(actorId, slug, figures);
  } catch {
    // A browser that keeps nothing asks the server the next time.
  }
}
