"use client";

import { Printer } from "lucide-react";

import { Button } from "@/components/base/ui/button";

/** Opens the browser's print dialog. It needs a script, so it is not there without one. */
export function PrintButton(props: {
  readonly label: string;
  /** Primary, unless the page has another one. */
  readonly variant?: "secondary";
}) {
  return (
    <Button
      variant={props.variant ?? "primary"}
      className="noscript:hidden"
      onClick={() => {
        window.print();
      }}
    >
      <Printer aria-hidden className="size-4" />
      {props.label}
    </Button>
  );
}
