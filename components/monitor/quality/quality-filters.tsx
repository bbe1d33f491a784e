import Link from "next/link";
import { useTranslations } from "next-intl";

import { Button } from "@/components/base/ui/button";
import { FilterChoice } from "@/components/base/ui/filter-choice";
import { FilterFold } from "@/components/base/ui/filter-fold";
import type { NamedPlace } from "@/lib/monitor/quality/finding";
import { resolvers, rules } from "@/lib/monitor/quality/finding";
import {
  resolverWords,
  ruleWords,
  states,
  stateWords,
  type QualityParams,
  type SetOfUnits,
} from "@/lib/monitor/quality/params";
import { kindsOfSets } from "@/lib/campaign/unit-set/unit-set";
import { routes, withQuery } from "@/lib/base/routes";

/** What to show: a plain form whose values stand in the address. */
export function QualityFilters(props: {
  readonly slug: string;
  readonly params: QualityParams;
  readonly subdistricts: readonly NamedPlace[];
  /** Sets of units as places. */
  readonly sets: readonly Pick<SetOfUnits, "code" | "name" | "kind">[];
}) {
  const t = useTranslations("quality");
  const groupings = useTranslations("places.groupings");
  const { params, sets, slug } = props;
  const isFiltered =
    params.rule !== null ||
    params.subdistrict !== null ||
    params.resolver !== null ||
    params.state !== "open";
  const chosen = [
    ...(params.rule === null ? [] : [t(`rules.${params.rule}.title`)]),
    [...props.subdistricts, ...sets].find(({ code }) => code === params.subdistrict)?.name ??
      t("filters.allSubdistricts"),
    ...(params.resolver === null ? [] : [t(`resolvers.${params.resolver}`)]),
    t(`states.${params.state}`),
  ];

  return (
    <FilterFold label={t("filters.label")} chosen={chosen}>
      <form
        action={routes.quality}
        aria-label={t("filters.label")}
        className="grid min-w-0 grid-cols-2 items-end gap-2 tablet:flex tablet:flex-wrap"
      >
        <input type="hidden" name="kampanye" value={slug} />
        <FilterChoice
          id="aturan"
          label={t("filters.rule")}
          value={params.rule === null ? "" : ruleWords[params.rule]}
        >
          <option value="">{t("filters.allRules")}</option>
          {rules.map((rule) => (
            <option key={rule} value={ruleWords[rule]}>
              {t(`rules.${rule}.title`)}
            </option>
          ))}
        </FilterChoice>
        <FilterChoice
          id="kecamatan"
          label={t("filters.subdistrict")}
          value={params.subdistrict ?? ""}
        >
          <option value="">{t("filters.allSubdistricts")}</option>
          {props.subdistricts.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
          {kindsOfSets(sets).map((kind) => (
            <optgroup key={kind} label={groupings(kind)}>
              {sets
                .filter((set) => set.kind === kind)
                .map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
            </optgroup>
          ))}
        </FilterChoice>
        <FilterChoice
          id="penanggung"
          label={t("filters.resolver")}
          value={params.resolver === null ? "" : resolverWords[params.resolver]}
        >
          <option value="">{t("filters.allResolvers")}</option>
          {resolvers.map((resolver) => (
            <option key={resolver} value={resolverWords[resolver]}>
              {t(`resolvers.${resolver}`)}
            </option>
          ))}
        </FilterChoice>
        <FilterChoice
          id="keadaan"
          label={t("filters.state")}
          value={params.state === "open" ? "" : stateWords[params.state]}
        >
          {states.map((state) => (
            <option key={state} value={state === "open" ? "" : stateWords[state]}>
              {t(`states.${state}`)}
            </option>
          ))}
        </FilterChoice>
        <div className="col-span-2 flex items-center gap-3">
          <Button type="submit" size="filter">
            {t("filters.apply")}
          </Button>
          {isFiltered ? (
            <Link
              href={withQuery(routes.quality, { kampanye: slug })}
              className="inline-flex min-h-11 items-center text-dense text-link underline tablet:min-h-9"
            >
              {t("filters.clear")}
            </Link>
          ) : null}
        </div>
      </form>
    </FilterFold>
  );
}
