import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Addressee, Directive, Order } from "@/lib/directive/directive";
import { daysLate } from "@/lib/directive/matrix";
import { followUpsIn, progressParts, type Progress } from "@/lib/directive/progress";

import { useAddresseeName } from "./directive-words";
import { PartWord } from "./part-shape";
import { ProgressBar } from "./progress-bar";

/** How far one order is with one addressee; leads to the list of those. */
export function OrderCell(props: {
  readonly slug: string;
  readonly directive: Directive;
  readonly order: Order;
  readonly addressee: Addressee;
  readonly today: CalendarDay;
  /** null: it is not asked. */
  readonly progress: Progress | null;
}) {
  const nameOf = useAddresseeName();
  const { order, addressee } = props;
  return (
    <ProgressCell
      {...props}
      subject={nameOf(addressee)}
      isOne={addressee.kind === "office" || addressee.kind === "class"}
      href={withQuery(routes.directive(props.directive.id), {
        kampanye: props.slug,
        perintah: order.position,
        penerima: addressee.position,
      })}
    />
  );
}

/** How far an order is with somebody, or with some; leads to the list of them. */
export function ProgressCell(props: {
  /** Who that is. */
  readonly subject: string;
  readonly isOne: boolean;
  readonly order: Order;
  readonly today: CalendarDay;
  readonly progress: Progress | null;
  readonly href: string;
}) {
  const t = useTranslations("directives.matrix");
  const stateOf = useCellState();
  const { order, progress, isOne } = props;
  if (progress === null) {
    return (
      <span className="text-ink3">
        <span aria-hidden>–</span>
        <span className="sr-only">{t("notAsked")}</span>
      </span>
    );
  }
  const late = daysLate(order.dueOn, props.today);
  const part = progressParts.find((each) => progress[each] > 0) ?? "open";
  return (
    <Link
      href={props.href}
      prefetch={false}
      aria-label={t("cell", {
        addressee: props.subject,
        order: order.label,
        state: stateOf(progress, isOne ? { part, late } : null),
      })}
    >
      {isOne ? <PartWord part={part} daysLate={late} /> : <OfMany progress={progress} />}
    </Link>
  );
}

/** "11 dari 17", the bar, and what is neither done: "5 terlambat, 1 tidak dapat". */
function OfMany({ progress }: { readonly progress: Progress }) {
  const t = useTranslations("directives.matrix");
  const words = useTranslations("followUps.of");
  const f = formats(useLocale());
  const rest = progressParts.filter((part) => part !== "done" && progress[part] > 0);
  return (
    <>
      <span className="of">
        {t.rich("of", {
          done: progress.done,
          all: followUpsIn(progress),
          b: (chunks) => <b>{chunks}</b>,
        })}
      </span>
      <ProgressBar progress={progress} height={8} />
      <small>
        {[...rest.filter((part) => part === "late"), ...rest.filter((part) => part !== "late")].map(
          (part, index) => (
            <span key={part} {...(part === "late" && { className: "late" })}>
              {index > 0 ? ", " : ""}
              {f.count(progress[part])} {words(part)}
            </span>
          ),
        )}
      </small>
    </>
  );
}

/** "11 dari 17 selesai, 5 terlambat, 1 tidak dapat"; of one alone its word. */
function useCellState() {
  const t = useTranslations("directives.matrix");
  const words = useTranslations("followUps");
  const f = formats(useLocale());
  return (
    progress: Progress,
    only: { readonly part: (typeof progressParts)[number]; readonly late: number } | null,
  ) => {
    if (only) {
      return only.part === "late"
        ? words("daysLate", { days: only.late })
        : words(`parts.${only.part}`);
    }
    const rest = (["late", "cannot", "doing", "open"] as const).filter(
      (part) => progress[part] > 0,
    );
    return [
      t("cellState", { done: progress.done, all: followUpsIn(progress) }),
      ...rest.map((part) => `${f.count(progress[part])} ${words(`of.${part}`)}`),
    ].join(", ");
  };
}
