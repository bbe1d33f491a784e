import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import { routes } from "@/lib/base/routes";
import type { Order, Review } from "@/lib/directive/directive";
import type { Measured } from "@/lib/directive/measure";
import type { ProgressPart } from "@/lib/directive/progress";

import { PartShape } from "./part-shape";

type Row = {
  readonly id: string;
  readonly part: ProgressPart;
  readonly review: Review | null;
  readonly dueOn: string;
  readonly answeredOn: string | null;
  readonly ordered: Pick<Order, "label" | "title">;
  /** null: it has no measure, or nothing can be said. */
  readonly measured: Measured | null;
};

const groups = ["waiting", "doing", "done", "cannot"] as const;

/** What waits for whoever is asked: what is late or not answered, and what they were asked to explain. */
function groupOf({ part, review }: Row): (typeof groups)[number] {
  if (review === "returned" || part === "late" || part === "open") return "waiting";
  return part;
}

/** What is asked of one person, in groups by what is left to do. Each leads to its page. */
export function OwnList(props: { readonly rows: readonly Row[] }) {
  const t = useTranslations("followUps");
  return (
    <>
      {groups.map((group) => {
        const rows = props.rows.filter((row) => groupOf(row) === group);
        return rows.length === 0 ? null : (
          <section key={group} className="mt-5">
            <h2 className="flex justify-between text-dense font-semibold text-ink2">
              {t(`group.${group}`)}
              <span className="tabular-nums">{rows.length}</span>
            </h2>
            <ul className="mt-2 divide-y divide-line border-y border-line bg-surface tablet:rounded-panel tablet:border-x">
              {rows.map((row) => (
                <OwnRow key={row.id} row={row} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function OwnRow({ row }: { readonly row: Row }) {
  const t = useTranslations("followUps");
  const format = formats(useLocale());
  const isExplained = row.review === "returned";
  return (
    <li>
      <Link
        href={routes.followUp(row.id)}
        prefetch={false}
        className="flex min-h-11 items-start gap-3 px-4 py-3 text-ink no-underline hover:bg-sunken"
      >
        <span className="mt-1">
          <PartShape part={row.part} />
        </span>
        <span className="min-w-0 grow">
          <span className="flex flex-wrap justify-between gap-x-3">
            <strong className="font-semibold">{row.ordered.label}</strong>
            <span
              className={
                row.part === "late"
                  ? "text-dense font-semibold text-behind"
                  : "text-dense text-ink2"
              }
            >
              {t("due", { day: format.monthDay(row.dueOn) })}
            </span>
          </span>
          <span className="block text-dense">{row.ordered.title}</span>
          <span className="block text-note text-ink2">
            {isExplained ? (
              <strong className="font-semibold text-warn">{t("explain")}. </strong>
            ) : null}
            {row.answeredOn === null
              ? t("parts.open")
              : row.review === null || isExplained
                ? t("answered", { day: format.monthDay(row.answeredOn) })
                : t("answeredReviewed", {
                    day: format.monthDay(row.answeredOn),
                    review: row.review,
                  })}
            {row.measured === null ? null : (
              <>
                {", "}
                {t("measuredShare", {
                  share: format.coverage({
                    dosesAdministered: row.measured.done,
                    targetPopulation: row.measured.of,
                  }),
                })}
              </>
            )}
          </span>
        </span>
        <ChevronRight aria-hidden className="mt-1 size-5 shrink-0 text-ink3" />
      </Link>
    </li>
  );
}
