import { useLocale, useTranslations } from "next-intl";

import { Button } from "@/components/base/ui/button";
import { FilterChoice } from "@/components/base/ui/filter-choice";
import { FilterForm } from "@/components/base/ui/filter-form";
import { useSentences } from "@/components/base/use-sentences";
import type { Campaign } from "@/lib/campaign/campaign";
import { whyNotAdded } from "@/lib/campaign/figure";
import { pairsOf } from "@/lib/campaign/predecessor";
import { routes } from "@/lib/base/routes";
import type { CoverageLinks } from "@/lib/monitor/coverage/links";
import type { PairView } from "@/lib/monitor/coverage/pair";
import { pairName, type CoverageParams } from "@/lib/monitor/coverage/params";

import { DayFilter } from "@/components/base/ui/date-field";

type FilterProps = {
  readonly campaign: Campaign;
  readonly params: CoverageParams;
  readonly view: PairView;
  readonly links: CoverageLinks;
  readonly place: string | null;
  readonly subdistricts: readonly { readonly code: string; readonly name: string }[];
};

/** What is compared, where, for whom and until when: a plain form whose values stand in the address. */
export function PairFilters(props: FilterProps) {
  const t = useTranslations("coverage.filters");
  const { campaign, links, params, place, subdistricts, view } = props;
  const words = useSentences("coverage.pair", view.wording);
  const locale = useLocale();
  const pairs = pairsOf(campaign);
  const codes = [view.earlier, view.later].map(({ intervention }) => intervention.code);
  const given = campaign.interventions.filter(({ code }) => codes.includes(code));
  const groups = campaign.targetGroups.filter(({ code }) =>
    given.every(({ targetGroups }) => targetGroups.includes(code)),
  );
  const isApart = given.some((each) => whyNotAdded(each) !== null);
  const isOfRounds = view.pair.kind === "rounds";
  const arrow = (earlier: string, later: string) => `${earlier} → ${later}`;
  return (
    <FilterForm
      action={routes.coverage}
      aria-label={t("label")}
      className="mt-4 grid min-w-0 grid-cols-2 items-end gap-2 border-b border-line pb-4 tablet:flex tablet:flex-wrap print:hidden"
    >
      {links
        .kept([
          "wilayah",
          "kelompok",
          "sampai",
          "pasangan",
          "intervensi",
          "tampil",
          "cari",
          "semua",
        ])
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      {pairs.length > 1 ? (
        <FilterChoice id="pasangan" label={words("compared")} value={pairName(view.pair)}>
          {pairs.map((pair) => (
            <option key={pairName(pair)} value={pairName(pair)}>
              {pair.kind === "rounds"
                ? arrow(
                    words("round", { number: String(pair.earlier.number) }),
                    words("round", { number: String(pair.later.number) }),
                  )
                : arrow(pair.earlier.shortName, pair.later.shortName)}
            </option>
          ))}
        </FilterChoice>
      ) : null}
      {isOfRounds && campaign.interventions.length > 1 ? (
        <FilterChoice id="intervensi" label={words("given")} value={params.intervention.code}>
          {campaign.interventions.map(({ code, shortName }) => (
            <option key={code} value={code}>
              {shortName}
            </option>
          ))}
        </FilterChoice>
      ) : null}
      {subdistricts.length > 1 ? (
        <FilterChoice id="wilayah" label={t("area")} value={place ?? ""}>
          <option value="">{t("allAreas")}</option>
          {subdistricts.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </FilterChoice>
      ) : null}
      {groups.length > 1 ? (
        <FilterChoice id="kelompok" label={t("group")} value={view.targetGroup ?? ""}>
          {isApart ? null : <option value="">{t("allGroups")}</option>}
          {groups.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </FilterChoice>
      ) : null}
      {view.root.parts === "subdistrict" ? (
        <FilterChoice id="tampil" label={words("rows")} value={params.given.tampil ?? ""}>
          <option value="">{words("byKecamatan")}</option>
          <option value="desa">{words("byUnit")}</option>
        </FilterChoice>
      ) : null}
      <DayFilter
        id="sampai"
        key={params.given.sampai ?? ""}
        name="sampai"
        label={t("until")}
        locale={locale}
        defaultValue={params.given.sampai ?? ""}
        min={view.earlier.round.startsOn}
        max={params.today}
      />
      <Button type="submit" size="filter">
        {t("apply")}
      </Button>
    </FilterForm>
  );
}
