import type { ReactNode } from "react";

/** A table that scrolls sideways by itself can be reached and scrolled with the keyboard. */
const reachable = 0;

/** The one part of a page that may be wider than the screen. */
export function ScrollRegion(props: {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <div
      role="region"
      aria-label={props.label}
      tabIndex={reachable}
      className={`overflow-x-auto print:overflow-visible ${props.className ?? ""}`}
    >
      {props.children}
    </div>
  );
}
