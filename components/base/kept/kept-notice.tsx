import { History } from "lucide-react";

import { Button } from "@/components/base/ui/button";

export type KeptTexts = {
  readonly restored: string;
  readonly discard: string;
};

/** Under which name a form's half-typed fields are kept, and what is said of them. */
export type KeptAs = { readonly name: string; readonly texts: KeptTexts };

/** Says that what was half typed is back, and how to be rid of it. */
export function KeptNotice(props: {
  readonly text: string;
  readonly actions: readonly { readonly label: string; readonly run: () => void }[];
}) {
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-control border border-warn-line bg-warn-tint px-3 py-2 text-dense print:hidden"
    >
      <History aria-hidden className="size-4 shrink-0 text-warn" />
      <span className="min-w-0 grow basis-60">{props.text}</span>
      {props.actions.map(({ label, run }) => (
        <Button key={label} size="small" className="max-tablet:min-h-11" onClick={run}>
          {label}
        </Button>
      ))}
    </div>
  );
}
