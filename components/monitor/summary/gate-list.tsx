import { Check, Minus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import type { GateState } from "@/lib/monitor/gates";

/** What the campaign waits for: each gate with its conditions, a tick where one is met. */
export function GateList(props: { readonly gates: readonly GateState[] }) {
  const t = useTranslations("summary.gates");
  if (props.gates.length === 0) return null;
  return (
    <section aria-label={t("title")} className="mt-4 flex flex-wrap gap-3 print:mt-2 print:gap-2">
      {props.gates.map((gate) => (
        <div
          key={gate.code}
          className="min-w-0 rounded-panel border border-line bg-surface px-4 py-3 max-tablet:w-full print:border-line-strong print:px-2 print:py-1"
        >
          <h2 className="text-dense font-semibold">
            {gate.name}: {t(gate.isOpen ? "open" : "closed")}
          </h2>
          <ul className="mt-1 space-y-1 text-dense text-ink2">
            {gate.terms.map((term) => (
              <Term
                key={`${term.of.name} ${term.groupName ?? ""} ${term.setName ?? ""}`}
                term={term}
              />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Term({ term }: { readonly term: GateState["terms"][number] }) {
  const t = useTranslations("summary.gates");
  const format = formats(useLocale());
  const Icon = term.isMet ? Check : Minus;
  return (
    <li className="flex items-start gap-2">
      <Icon
        role="img"
        aria-hidden={false}
        aria-label={t(term.isMet ? "met" : "unmet")}
        className="mt-0.5 size-4 shrink-0"
      />
      <span className="min-w-0">
        {t("term", {
          name: [term.of.name, term.groupName, term.setName].filter(Boolean).join(", "),
          atLeast: format.goal(term.atLeast),
        })}
        {": "}
        <b className="font-semibold text-ink">
          {term.coverage === null
            ? t("none")
            : t("figure", {
                coverage: format.coverage(term),
                doses: format.count(term.dosesAdministered),
                people: format.count(term.targetPopulation),
              })}
        </b>
      </span>
    </li>
  );
}
