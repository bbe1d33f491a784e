import clsx from "clsx";
import type { ComponentProps } from "react";

import { Panel } from "@/components/base/ui/panel";

/** A panel that reaches from edge to edge on a phone, where bars need every pixel. */
export function CoveragePanel({ className, ...props }: ComponentProps<typeof Panel>) {
  return (
    <Panel
      {...props}
      className={clsx(
        "max-tablet:-mx-4 max-tablet:rounded-none max-tablet:border-x-0 print:mx-0",
        className,
      )}
    />
  );
}
