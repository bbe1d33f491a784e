import clsx from "clsx";
import Link from "next/link";

/** A choice of two to five that lives in the address: each is a link, the chosen one is marked. */
export function Segments(props: {
  readonly label: string;
  readonly options: readonly {
    readonly label: string;
    readonly href: string;
    readonly isCurrent: boolean;
  }[];
}) {
  return (
    <nav
      aria-label={props.label}
      // A row that does not hold them all goes on in the next.
      className="flex flex-wrap gap-px overflow-hidden rounded-control border border-line-strong bg-line text-dense print:hidden"
    >
      {props.options.map((option) => (
        <Link
          key={option.label}
          href={option.href}
          scroll={false}
          aria-current={option.isCurrent ? "true" : undefined}
          className={clsx(
            "grid min-h-11 grow place-items-center px-3 text-center no-underline focus-visible:outline-offset-[-3px] tablet:min-h-9",
            option.isCurrent
              ? "bg-brand font-semibold text-on-brand"
              : "bg-surface text-ink hover:bg-sunken",
          )}
        >
          {option.label}
        </Link>
      ))}
    </nav>
  );
}
