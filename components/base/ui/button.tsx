import clsx from "clsx";
import type { ComponentProps } from "react";

export type ButtonLook = {
  /** Primary once per view. */
  readonly variant?: "primary" | "secondary" | "ghost" | "danger";
  /**
   * phone: 48 px on phones, 40 px above, and wraps; filter: as high as the choices; small: 32 px,
   * for tables.
   */
  readonly size?: "normal" | "phone" | "filter" | "small";
};

/** Looks of the style sheet: pages have dozens of buttons. */
export function buttonClass({ variant = "secondary", size = "normal" }: ButtonLook): string {
  return `button button-${size} button-${variant}`;
}

export function Button({
  variant,
  size,
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & ButtonLook) {
  return (
    <button
      type={type}
      className={clsx(
        buttonClass({ ...(variant && { variant }), ...(size && { size }) }),
        className,
      )}
      {...rest}
    />
  );
}
