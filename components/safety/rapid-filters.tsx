import { useTranslations } from "next-intl";

import { routes, withQuery } from "@/lib/base/routes";
import { subdistrictChoices, type UnitChoice } from "@/lib/safety/unit-choice";

import { RegisterFilter } from "./register-filter";

/** Of the register of rapid assessments: a kecamatan. */
export function RapidFilters(props: {
  readonly slug: string;
  /** What the address says. */
  readonly words: Readonly<Record<"hasil" | "kecamatan", string | null>>;
  readonly units: readonly UnitChoice[];
}) {
  const t = useTranslations("rapidAssessments.filter");
  const { slug, words, units } = props;
  const kept = { kampanye: slug, hasil: words.hasil };
  return (
    <RegisterFilter
      action={routes.rapidAssessments}
      kept={kept}
      choices={[
        {
          id: "kecamatan",
          label: t("subdistrict"),
          value: words.kecamatan ?? "",
          every: t("everySubdistrict"),
          options: subdistrictChoices(units),
        },
      ]}
      labels={{ title: t("more"), show: t("show"), clear: t("clear") }}
      cleared={withQuery(routes.rapidAssessments, kept)}
    />
  );
}
