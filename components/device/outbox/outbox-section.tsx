import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

import { routes, withQuery } from "@/lib/base/routes";

/** A list on the outbox's page; each line leads to the screen of what it is about. */
export function OutboxSection<Item>(props: {
  readonly id: string;
  readonly title: string;
  readonly items: readonly Item[];
  readonly line: (item: Item) => {
    readonly key: string;
    readonly href: string;
    readonly name: string;
    readonly told: string;
    readonly mark: ReactNode;
  };
}) {
  if (props.items.length === 0) return null;
  return (
    <section aria-labelledby={props.id}>
      <h2 id={props.id} className="px-4 pt-4 pb-2 text-note font-semibold text-ink2">
        {props.title}
      </h2>
      <ul className="border-t border-line bg-surface">
        {props.items.map((item) => {
          const { key, href, name, told, mark } = props.line(item);
          return (
            <li key={key} className="border-b border-line">
              <Link
                href={href}
                prefetch={false}
                className="flex min-h-14 items-center gap-3 px-4 py-2 no-underline focus-visible:-outline-offset-3"
              >
                {mark}
                <span className="min-w-0 grow">
                  <span className="block font-semibold text-ink">{name}</span>
                  <span className="block text-note text-ink2">{told}</span>
                </span>
                <ChevronRight aria-hidden className="size-5 shrink-0 text-ink2" />
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The screen of a report. */
export function reportHref(report: {
  readonly slug: string;
  readonly unit: string;
  readonly day: string;
}): string {
  return withQuery(routes.entryOf(report.unit), { kampanye: report.slug, hari: report.day });
}
