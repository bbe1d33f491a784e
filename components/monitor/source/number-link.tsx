import clsx from "clsx";
import type { ReactNode } from "react";

/**
 * A number that leads to the reports behind it. It looks like the number it is until it is pointed
 * at, and on paper it is nothing else. A plain link: pages have hundreds, and each opens a page of
 * its own, so none needs a script.
 *
 * @param name what it leads to, with the number in it: "Laporan di balik 12.449 dosis MR, Selat".
 */
export function NumberLink(props: {
  readonly href: string;
  readonly name: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <a href={props.href} aria-label={props.name} className={clsx("number-link", props.className)}>
      {props.children}
    </a>
  );
}
