"use client";

import { Link2 } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/base/ui/button";

/** Copies the address of what is shown, search and order included. */
export function CopyLink(props: {
  /** The address as sent: it names the campaign, which the address bar may not. */
  readonly href: string;
  readonly texts: { readonly copy: string; readonly copied: string; readonly failed: string };
}) {
  const [outcome, setOutcome] = useState<"copy" | "copied" | "failed">("copy");

  async function copy() {
    const address = new URL(props.href, window.location.href);
    for (const [name, value] of new URLSearchParams(window.location.search)) {
      address.searchParams.set(name, value);
    }
    try {
      await navigator.clipboard.writeText(address.href);
      setOutcome("copied");
    } catch {
      setOutcome("failed");
    }
  }

  return (
    <Button onClick={() => void copy()} size="filter">
      <Link2 aria-hidden className="size-4" />
      <span aria-live="polite">{props.texts[outcome]}</span>
    </Button>
  );
}
