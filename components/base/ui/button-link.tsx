import clsx from "clsx";
import Link from "next/link";
import type { ComponentProps } from "react";

import { buttonClass, type ButtonLook } from "./button";

/** A link that looks like a button: for going somewhere, not for doing something. */
export function ButtonLink({
  variant,
  size,
  className,
  ...rest
}: ComponentProps<typeof Link> & ButtonLook) {
  return (
    <Link
      className={clsx(
        buttonClass({ ...(variant && { variant }), ...(size && { size }) }),
        "print:hidden",
        className,
      )}
      {...rest}
    />
  );
}
