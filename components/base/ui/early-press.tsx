import type { ReactNode } from "react";

import { ReplayPress } from "./replay-press";

/** Remembers the last button that was pressed, and hands it over once. */
const script = `(()=>{let button=null;const note=(event)=>{button=event.target.closest("button[type=button]")??button};addEventListener("click",note);self.cakupanEarlyPress=()=>{removeEventListener("click",note);return button}})()`;

/**
 * On a slow line a page is seen long before its scripts are there. A link and a form work without
 * them; a press of any other button would be lost, so it is kept and done as soon as the page is
 * alive.
 */
export function EarlyPress(props: {
  readonly nonce: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <>
      {/* Browsers hide a nonce from scripts, so it differs from what was sent. */}
      <script
        nonce={props.nonce}
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: script }}
      />
      {props.children}
      <ReplayPress />
    </>
  );
}
