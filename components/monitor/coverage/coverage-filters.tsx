import { useLocale, useTranslations } from "next-intl";

import { Button } from "@/components/base/ui/button";
import { DayFilter } from "@/components/base/ui/date-field";
import { FilterChoice } from "@/components/base/ui/filter-choice";
import { FilterFold } from "@/components/base/ui/filter-fold";
import { FilterForm } from "@/components/base/ui/filter-form";
import { lastDay } from "@/lib/campaign/calendar";
import { interventionOf } from "@/lib/campaign/campaign";
import { formats } from "@/lib/base/i18n/format";
import { routes } from "@/lib/base/routes";

import { CopyLink } from "./copy-link";
import { CoverageChips } from "./coverage-chips";
import type { CoverageProps } from "./coverage-props";
import { CsvLinks } from "./csv-links";

type FiltersProps = CoverageProps & {
  readonly place: string | null;
  readonly subdistricts: readonly { readonly code: string; readonly name: string }[];
  readonly today: string;
};

/** The filters: a plain form whose values stand in the address, and what can be done with the result. */
export function CoverageFilters(props: FiltersProps) {
  const t = useTranslations("coverage.filters");
  const sources = useTranslations("common.targetSources");
  const format = formats(useLocale());
  const { campaign, params, view, links } = props;
  const hasAreas = props.subdistricts.length > 1;
  const area = props.subdistricts.some(({ code }) => code === props.place)
    ? props.place
    : view.root.kind === "set"
      ? view.root.code
      : (view.root.units[0]?.subdistrictCode ?? null);
  const given = interventionOf(campaign, params.intervention.code).targetGroups;
  const groups = campaign.targetGroups.filter(({ code }) => given.includes(code));
  const end = lastDay(params.round) < props.today ? lastDay(params.round) : props.today;
  // With several rounds a day would choose the round as well, so it is left open until asked for.
  const untilShown =
    params.given.sampai ?? (campaign.rounds.length > 1 || end < params.round.startsOn ? "" : end);
  // What a phone's folded form, and a print, say that it is set to.
  const chosen = [
    props.subdistricts.find(({ code }) => props.place !== null && code === area)?.name ??
      (hasAreas ? t("allAreas") : null),
    groups.find(({ code }) => code === params.targetGroup)?.name ??
      (groups.length > 1 ? t("allGroups") : null),
    untilShown === "" ? null : format.day(untilShown),
    params.source === campaign.decidingTargetSource ? null : sources(params.source),
    campaign.rounds.length > 1 ? t("roundOption", { number: String(params.round.number) }) : null,
  ].filter((word) => word !== null);

  return (
    <div className="mt-4 border-b border-line pb-4 print:mt-2 print:pb-2">
      <div className="flex flex-wrap items-end justify-between gap-3 max-tablet:grid">
        <FilterFold label={t("label")} chosen={chosen}>
          <FilterForm
            action={routes.coverage}
            aria-label={t("label")}
            className="grid min-w-0 grid-cols-2 items-end gap-2 tablet:flex tablet:flex-wrap"
          >
            {links
              .kept([
                ...(hasAreas ? (["wilayah"] as const) : []),
                "kelompok",
                "sampai",
                "sumber",
                "putaran",
                "cari",
                "semua",
              ])
              .map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ))}
            <Choices {...props} area={area} groups={groups} untilShown={untilShown} />
            <Button type="submit" size="filter">
              {t("apply")}
            </Button>
          </FilterForm>
        </FilterFold>
        <div className="flex flex-wrap gap-2 print:hidden">
          <CopyLink
            href={links.here({})}
            texts={{ copy: t("copy"), copied: t("copied"), failed: t("copyFailed") }}
          />
          <CsvLinks links={links} />
        </div>
      </div>
      <CoverageChips {...props} />
    </div>
  );
}

/** What can be chosen; what has one value only is no choice. */
function Choices(
  props: FiltersProps & {
    readonly area: string | null;
    readonly groups: FiltersProps["campaign"]["targetGroups"];
    readonly untilShown: string;
  },
) {
  const t = useTranslations("coverage.filters");
  const sources = useTranslations("common.targetSources");
  const locale = useLocale();
  const format = formats(locale);
  const { area, campaign, groups, params, untilShown, view } = props;
  const loaded = view.sources.filter(({ asOf }) => asOf !== null);
  return (
    <>
      {props.subdistricts.length > 1 ? (
        <FilterChoice
          id="wilayah"
          label={t("area")}
          value={props.place === null ? "" : (area ?? "")}
        >
          <option value="">{t("allAreas")}</option>
          {view.root.kind === "set" ? (
            <option value={view.root.code}>{view.root.name}</option>
          ) : null}
          {props.subdistricts.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </FilterChoice>
      ) : null}
      {groups.length > 1 ? (
        <FilterChoice id="kelompok" label={t("group")} value={params.targetGroup ?? ""}>
          {view.notAdded === null ? <option value="">{t("allGroups")}</option> : null}
          {groups.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </FilterChoice>
      ) : null}
      <DayFilter
        id="sampai"
        key={untilShown}
        name="sampai"
        label={t("until")}
        locale={locale}
        defaultValue={untilShown}
        min={params.round.startsOn}
        max={props.today}
      />
      {loaded.length > 1 ? (
        <FilterChoice id="sumber" label={t("source")} value={params.source}>
          {loaded.map(({ source, asOf }) => (
            <option key={source} value={source === campaign.decidingTargetSource ? "" : source}>
              {t("sourceOption", {
                source: sources(source),
                date: asOf === null ? "" : format.day(asOf),
              })}
            </option>
          ))}
        </FilterChoice>
      ) : null}
      {campaign.rounds.length > 1 ? (
        <FilterChoice id="putaran" label={t("round")} value={String(params.round.number)}>
          {campaign.rounds.map(({ number }) => (
            <option key={number} value={number}>
              {t("roundOption", { number: String(number) })}
            </option>
          ))}
        </FilterChoice>
      ) : null}
    </>
  );
}
