"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useRef, useState, type ComponentProps } from "react";

import { Button } from "@/components/base/ui/button";
import { allReminders, type SharedLines } from "@/lib/report/reminder/joined";

/** Copies a text; where the browser does not let it, shows the text, selected, to copy by hand. */
export function CopyText(props: {
  /** The text, or several that are copied as one. */
  readonly text: string | SharedLines;
  readonly label: string;
  /** The full name, when the label alone does not say what is copied. */
  readonly name?: string;
  readonly copied: string;
  readonly failed: string;
  /** The id of its drawing, where the page has that once for many. */
  readonly icon?: string;
  readonly look: Pick<ComponentProps<typeof Button>, "variant" | "size" | "className">;
}) {
  const [outcome, setOutcome] = useState<"waiting" | "copied" | "failed">("waiting");
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    if (outcome === "failed") field.current?.select();
  }, [outcome]);

  const text = typeof props.text === "string" ? props.text : allReminders(props.text);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome("copied");
    } catch {
      setOutcome("failed");
    }
  }

  return (
    <>
      <Button
        {...props.look}
        aria-label={outcome === "copied" ? undefined : props.name}
        onClick={() => void copy()}
      >
        {outcome === "copied" ? (
          <Check aria-hidden className="size-4" />
        ) : props.icon === undefined ? (
          <Copy aria-hidden className="size-4" />
        ) : (
          <svg aria-hidden className="size-4">
            <use href={`#${props.icon}`} />
          </svg>
        )}
        <span aria-live="polite">{outcome === "copied" ? props.copied : props.label}</span>
      </Button>
      {outcome === "failed" ? (
        <label className="block w-full basis-full text-note">
          {props.failed}
          <textarea
            ref={field}
            readOnly
            rows={6}
            defaultValue={text}
            className="mt-1 w-full rounded-control border border-line-strong bg-surface p-2 text-note"
          />
        </label>
      ) : null}
    </>
  );
}
