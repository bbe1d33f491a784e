import { useLocale, useTranslations } from "next-intl";

import { Banner } from "@/components/base/ui/banner";
import { formats } from "@/lib/base/i18n/format";
import type { Directive, FollowUpState, Order } from "@/lib/directive/directive";
import { isShort, type Measured } from "@/lib/directive/measure";

import { useMeasureWords } from "./measure-words";
import { SaidMeasured } from "./said-measured";

/** What is asked, as it was written, and what the figures say of it. */
export function AskedOrder(props: {
  readonly directive: Pick<Directive, "kind" | "number" | "title" | "issuer" | "day">;
  readonly order: Order;
  readonly state: FollowUpState;
  /** null: nothing can be measured. */
  readonly measured: Measured | null;
  /** Names of interventions by code. */
  readonly names: ReadonlyMap<string, string>;
}) {
  const t = useTranslations("followUps");
  const format = formats(useLocale());
  const words = useMeasureWords(props.names);
  const { directive, order, measured, state } = props;
  const share =
    measured &&
    format.coverage({ dosesAdministered: measured.done, targetPopulation: measured.of });
  const isContradicted = state === "done" && measured !== null && isShort(measured) === true;
  return (
    <div className="grid gap-4">
      <figure className="rounded-panel border border-line bg-surface p-4">
        <blockquote className="wrap-anywhere whitespace-pre-line">{order.text}</blockquote>
        <figcaption className="mt-2 text-note text-ink2">
          {[t(`kinds.${directive.kind}`), directive.number, directive.title]
            .filter(Boolean)
            .join(" · ")}
          . {t("from", { issuer: directive.issuer, day: format.day(directive.day) })}
        </figcaption>
      </figure>
      {isContradicted && share !== null ? (
        <Banner kind="warning" title={t("contradiction", { share })}>
          {t("maySend")}
        </Banner>
      ) : null}
      {order.measure ? (
        <section aria-label={t("measuredTitle")}>
          <h2 className="text-dense font-semibold">
            {t("measuredTitle")}: {words.title(order.measure)}
          </h2>
          <div className="mt-2">
            {measured ? (
              <SaidMeasured
                state={state}
                measured={measured}
                counted={words.counted(order.measure, measured)}
              />
            ) : (
              <p className="text-dense text-ink2">{t("notMeasured")}</p>
            )}
          </div>
        </section>
      ) : null}
    </div>
  );
}
