import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Button } from "@/components/ui/button";
import type { Place } from "@/lib/quality/finding";
import { resolvers, rules } from "@/lib/quality/finding";
import {
  resolverWords,
  ruleWords,
  states,
  stateWords,
  type QualityParams,
} from "@/lib/quality/params";
import { routes, withQuery } from "@/lib/routes";

/** What to show: a plain form whose values stand in the address. */
export function QualityFilters(props: {
  readonly slug: string;
  readonly params: QualityParams;
  readonly subdistricts: readonly Place[];
}) {
  const t = useTranslations("quality");
  const { params, slug } = props;
  const isFiltered =
    params.rule !== null ||
    params.subdistrict !== null ||
    params.resolver !== null ||
    params.state !== "open";

  return (
    <form
      action={routes.quality}
      aria-label={t("filters.label")}
      className="-m-1 grid min-w-0 grid-cols-2 items-end gap-2 p-1 tablet:flex tablet:flex-wrap print:hidden"
    >
      <input type="hidden" name="kampanye" value={slug} />
      <Choice
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
      </Choice>
      <Choice id="kecamatan" label={t("filters.subdistrict")} value={params.subdistrict ?? ""}>
        <option value="">{t("filters.allSubdistricts")}</option>
        {props.subdistricts.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice
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
      </Choice>
      <Choice
        id="keadaan"
        label={t("filters.state")}
        value={params.state === "open" ? "" : stateWords[params.state]}
      >
        {states.map((state) => (
          <option key={state} value={state === "open" ? "" : stateWords[state]}>
            {t(`states.${state}`)}
          </option>
        ))}
      </Choice>
      <div className="col-span-2 flex items-center gap-3">
        <Button type="submit" className="tablet:min-h-9">
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
  );
}

function Choice(props: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="grid min-w-0 gap-1">
      <label htmlFor={props.id} className="text-note text-ink2">
        {props.label}
      </label>
      <select
        id={props.id}
        key={props.value}
        name={props.id}
        defaultValue={props.value}
        className="min-h-11 w-full min-w-0 rounded-control border border-line-strong bg-surface px-3 text-dense text-ink tablet:min-h-9 tablet:max-w-60"
      >
        {props.children}
      </select>
    </div>
  );
}
