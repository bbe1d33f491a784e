import type { ReactNode } from "react";

import { ReplayPress } from "./replay-press";

/**
 * Notes the last button that was pressed and what was typed, chosen or ticked; hands each over once. Both
 * before anybody else hears of it: React stops what comes while it brings the page to life.
 */
const script = `(()=>{let button=null;const fields=new Map();const press=(event)=>{button=event.target.closest("button[type=button]")??button};const type=({target})=>{fields.delete(target);fields.set(target,/^(checkbox|radio)$/.test(target.type)?target.checked:target.value)};addEventListener("click",press,true);addEventListener("input",type,true);self.cakupanEarly={button(){removeEventListener("click",press,true);return button},fields(){removeEventListener("input",type,true);return fields}}})()`;

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
