"use client";

import clsx from "clsx";
import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";

/** A question over the page: focus stays inside and returns, Esc is Cancel. The safe button comes first. */
export function Dialog(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly note?: ReactNode;
  readonly closeLabel: string;
  readonly children: ReactNode;
  readonly buttons: ReactNode;
  /** For a table with many columns; else a dialog is as wide as its sentences are easily read. */
  readonly isWide?: boolean;
}) {
  return (
    <Radix.Root
      open={props.isOpen}
      onOpenChange={(isOpen) => (isOpen ? undefined : props.onClose())}
    >
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-ink/50" />
        <Radix.Content
          aria-describedby={undefined}
          className={clsx(
            "fixed top-1/2 left-1/2 z-50 grid max-h-[92dvh] -translate-x-1/2 -translate-y-1/2 grid-rows-[auto_1fr_auto] gap-4 rounded-panel bg-surface p-4 shadow-2xl tablet:p-6",
            props.isWide ? "w-[min(62rem,calc(100vw-1rem))]" : "w-[min(36rem,calc(100vw-1rem))]",
          )}
        >
          <div className="flex items-start justify-between gap-4">
            <div>
              <Radix.Title className="text-section font-semibold">{props.title}</Radix.Title>
              {props.note ? <p className="text-dense text-ink2">{props.note}</p> : null}
            </div>
            <Radix.Close
              aria-label={props.closeLabel}
              className="grid size-11 shrink-0 place-items-center rounded-control text-link hover:bg-sunken tablet:size-9"
            >
              <X aria-hidden className="size-5" />
            </Radix.Close>
          </div>
          {/* The margin is room for the focus ring of what stands at the edge. */}
          <div className="-m-1 min-h-0 overflow-auto p-1">{props.children}</div>
          <div className="flex flex-wrap justify-end gap-2">{props.buttons}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
