"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useRef, useState, type ComponentProps } from "react";

import { Button } from "@/components/base/ui/button";

/** Copies a text; where the browser does not let it, shows the text, selected, to copy by hand. */
export function CopyText(props: {
  /** The text, or the id of a link that hands it on as `text` of its address. */
  readonly text: string | { readonly of: string };
  readonly label: string;
  /** The full name, when the label alone does not say what is copied. */
  readonly name?: string;
  readonly copied: string;
  readonly failed: string;
  readonly look: Pick<ComponentProps<typeof Button>, "variant" | "size" | "className">;
}) {
  const [outcome, setOutcome] = useState<"waiting" | "copied" | "failed">("waiting");
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    if (outcome === "failed") field.current?.select();
  }, [outcome]);

  function read(): string {
    if (typeof props.text === "string") return props.text;
    const link = document.getElementById(props.text.of);
    if (!(link instanceof HTMLAnchorElement)) return "";
    return new URL(link.href).searchParams.get("text") ?? "";
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(read());
      setOutcome("copied");
    } catch {
      setOutcome("failed");
    }
  }

  const Icon = outcome === "copied" ? Check : Copy;
  return (
    <>
      <Button
        {...props.look}
        aria-label={outcome === "copied" ? undefined : props.name}
        onClick={() => void copy()}
      >
        <Icon aria-hidden className="size-4" />
        <span aria-live="polite">{outcome === "copied" ? props.copied : props.label}</span>
      </Button>
      {outcome === "failed" ? (
        <label className="block w-full basis-full text-note">
          {props.failed}
          <textarea
            ref={field}
            readOnly
            rows={6}
            defaultValue={read()}
            className="mt-1 w-full rounded-control border border-line-strong bg-surface p-2 text-note"
          />
        </label>
      ) : null}
    </>
  );
}
