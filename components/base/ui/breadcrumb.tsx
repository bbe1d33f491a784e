import { ChevronRight } from "lucide-react";
import Link from "next/link";

/** The way up from here. The last part is the page itself and no link. */
export function Breadcrumb(props: {
  readonly label: string;
  readonly parts: readonly { readonly name: string; readonly href?: string }[];
}) {
  return (
    <nav aria-label={props.label} className="text-dense print:hidden">
      <ol className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
        {props.parts.map((part, index) => (
          <li key={part.name} className="flex items-center gap-1.5">
            {index > 0 ? <ChevronRight aria-hidden className="size-4 text-ink3" /> : null}
            {part.href ? (
              <Link href={part.href} className="py-1 underline">
                {part.name}
              </Link>
            ) : (
              <span aria-current="page" className="text-ink2">
                {part.name}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
