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

export function buttonClass({ variant = "secondary", size = "normal" }: ButtonLook): string {
  return clsx(
    "inline-flex items-center justify-center gap-2 rounded-control border px-4 text-center text-dense font-semibold no-underline transition-colors duration-120 ease-out",
    "disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-ink3 aria-disabled:border-line aria-disabled:bg-sunken aria-disabled:text-ink3",
    size === "normal" && "min-h-11 tablet:min-h-10",
    // A village's name is in many of them, and a narrow phone has room for two lines.
    size === "phone" ? "py-1.5" : "whitespace-nowrap",
    size === "phone" && "min-h-12 text-body tablet:min-h-10 tablet:text-dense",
    size === "filter" && "min-h-11 tablet:min-h-9",
    size === "small" && "min-h-8 px-3 text-note",
    variant === "primary" && "border-brand bg-brand text-on-brand hover:opacity-90",
    variant === "secondary" && "border-line-strong bg-surface text-ink hover:bg-sunken",
    variant === "ghost" && "border-transparent bg-transparent text-link hover:bg-sunken",
    variant === "danger" && "border-error-line bg-surface text-error hover:bg-error-tint",
  );
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
