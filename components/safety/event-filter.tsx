import { useTranslations } from "next-intl";

import { routes, withQuery } from "@/lib/base/routes";
import { adverseEventStates } from "@/lib/safety/adverse-event";
import { subdistrictChoices, type UnitChoice } from "@/lib/safety/unit-choice";

import { RegisterFilter } from "./register-filter";

/** Of the register of adverse events: a state, a kecamatan. */
export function EventFilter(props: {
  readonly slug: string;
  /** What the address says. */
  readonly words: Readonly<Record<"yang" | "keadaan" | "kecamatan", string | null>>;
  readonly units: readonly UnitChoice[];
}) {
  const t = useTranslations("adverseEvents.filter");
  const states = useTranslations("adverseEventForm.states");
  const { slug, words, units } = props;
  const kept = { kampanye: slug, yang: words.yang };
  return (
    <RegisterFilter
      action={routes.adverseEvents}
      kept={kept}
      choices={[
        {
          id: "keadaan",
          label: t("state"),
          value: words.keadaan ?? "",
          every: t("everyState"),
          options: adverseEventStates.map((state) => ({ value: state, name: states(state) })),
        },
        {
          id: "kecamatan",
          label: t("subdistrict"),
          value: words.kecamatan ?? "",
          every: t("everySubdistrict"),
          options: subdistrictChoices(units),
        },
      ]}
      labels={{ title: t("more"), show: t("show"), clear: t("clear") }}
      cleared={withQuery(routes.adverseEvents, kept)}
    />
  );
}
