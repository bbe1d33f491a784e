import clsx from "clsx";
import { CircleCheck, CircleX, Info, TriangleAlert } from "lucide-react";
import type { ReactNode, Ref } from "react";

const looks = {
  warning: { icon: TriangleAlert, className: "border-warn-line bg-warn-tint text-warn" },
  error: { icon: CircleX, className: "border-error-line bg-error-tint text-error" },
  success: { icon: CircleCheck, className: "border-reached bg-reached-tint text-reached" },
  info: { icon: Info, className: "border-line-strong bg-sunken text-ink2" },
} as const;

/** A bold sentence, what follows from it, and at most one action. Stays until its cause is gone. */
export function Banner({
  kind,
  title,
  children,
  action,
  role,
  ref,
}: {
  readonly kind: keyof typeof looks;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly role?: "alert" | "status";
  readonly ref?: Ref<HTMLDivElement>;
}) {
  const { icon: Icon, className } = looks[kind];
  return (
    <div
      ref={ref}
      role={role}
      tabIndex={ref ? -1 : undefined}
      className={clsx(
        "flex flex-wrap items-start gap-x-3 gap-y-2 rounded-control border p-3 text-dense tablet:flex-nowrap",
        className,
      )}
    >
      <Icon aria-hidden className="mt-px size-5 shrink-0" />
      <div className="min-w-0 grow basis-3/5 text-ink tablet:basis-auto">
        <strong className="font-semibold">{title}</strong> {children}
      </div>
      {action ? (
        // Under the text on a phone: beside it, a sentence would be one word wide.
        <div className="max-tablet:basis-full max-tablet:pl-8 tablet:shrink-0">{action}</div>
      ) : null}
    </div>
  );
}
