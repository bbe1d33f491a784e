import type { ReactNode } from "react";

import { ReplayPress } from "./replay-press";

/** Remembers the last button that was pressed and what was typed where, and hands them over once. */
const script = `(()=>{let button=null;const typed=new Map();const note=(event)=>{button=event.target.closest("button[type=button]")??button};const type=({target})=>typed.set(target,target.value);addEventListener("click",note);addEventListener("input",type);self.cakupanEarlyPress=()=>{removeEventListener("click",note);removeEventListener("input",type);return{button,typed}}})()`;

/**
 * On a slow line a page is seen long before its scripts are there. A link and a form work without
 * them; a press of any other button would be lost, and so would what is typed in a field that a form
 * keeps in its state: both are kept, and done as soon as the page is alive.
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
