import type { ReactNode } from "react";

import { Banner } from "@/components/base/ui/banner";

/** What has to be known of the figures under it: a banner on the screen, sentences on the one A4. */
export function WarningNote(props: {
  readonly title: string;
  readonly isPlain: boolean | undefined;
  readonly children: ReactNode;
}) {
  if (props.isPlain) {
    return (
      <div className="break-inside-avoid text-[0.95rem]/[1.3]">
        <p className="font-semibold">{props.title}</p>
        {props.children}
      </div>
    );
  }
  return (
    <div className="mt-3 print:break-inside-avoid">
      <Banner kind="warning" title={props.title}>
        {props.children}
      </Banner>
    </div>
  );
}
