import clsx from "clsx";
import { useLocale, useTranslations } from "next-intl";

import { Button } from "@/components/base/ui/button";
import { ButtonLink } from "@/components/base/ui/button-link";
import { DateField } from "@/components/base/ui/date-field";
import { SelectField, TextField } from "@/components/base/ui/field";
import { FilterFold } from "@/components/base/ui/filter-fold";
import { isFiltered, type AuditFilter } from "@/lib/account/audit/filter";
import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";

/** A GET form: what is chosen stands in the address, and nothing needs a script. */
export function AuditFilters(props: {
  readonly filter: AuditFilter;
  /** More than one: the reader may choose between kabupaten. */
  readonly trails: readonly { readonly code: string; readonly name: string }[];
  /** Each kind of deed that the trail has, with its words. */
  readonly kinds: readonly { readonly action: string; readonly label: string }[];
}) {
  const { filter, kinds, trails } = props;
  const t = useTranslations("audit");
  const locale = useLocale();
  const format = formats(locale);
  const chosen = [
    trails.length > 1 ? trails.find(({ code }) => code === filter.district)?.name : null,
    filter.person,
    filter.place,
    filter.action === null ? null : kinds.find(({ action }) => action === filter.action)?.label,
    filter.from === null ? null : t("fromDay", { day: format.shortDay(filter.from) }),
    filter.to === null ? null : t("toDay", { day: format.shortDay(filter.to) }),
  ].flatMap((each) => each || []);
  return (
    <FilterFold label={t("filters")} chosen={chosen.length > 0 ? chosen : [t("everything")]}>
      <form
        role="search"
        className="grid grid-cols-2 items-start gap-3 tablet:grid-cols-3 desktop:grid-cols-6"
      >
        {trails.length > 1 ? (
          <SelectField
            id="kabupaten"
            name="kabupaten"
            label={t("trail")}
            defaultValue={filter.district ?? undefined}
            className="col-span-2 tablet:col-span-1"
          >
            {trails.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectField>
        ) : null}
        <TextField
          id="orang"
          name="orang"
          type="search"
          label={t("person")}
          hint={t("personHint")}
          defaultValue={filter.person}
          maxLength={80}
          className="col-span-2 tablet:col-span-1"
        />
        <TextField
          id="tempat"
          name="tempat"
          type="search"
          label={t("place")}
          hint={t("placeHint")}
          defaultValue={filter.place}
          maxLength={80}
          className="col-span-2 tablet:col-span-1"
        />
        <SelectField
          id="jenis"
          name="jenis"
          label={t("kind")}
          defaultValue={filter.action ?? ""}
          className="col-span-2 tablet:col-span-1"
        >
          <option value="">{t("everyKind")}</option>
          {kinds.map(({ action, label }) => (
            <option key={action} value={action}>
              {label}
            </option>
          ))}
        </SelectField>
        <DateField
          id="dari"
          name="dari"
          locale={locale}
          label={t("from")}
          defaultValue={filter.from ?? ""}
          className="col-span-2 min-[400px]:col-span-1"
        />
        <DateField
          id="sampai"
          name="sampai"
          locale={locale}
          label={t("to")}
          defaultValue={filter.to ?? ""}
          className="col-span-2 min-[400px]:col-span-1"
        />
        <div
          className={clsx(
            "col-span-full flex flex-wrap gap-2",
            // The sixth place of the row, beside the controls, where the choice of kabupaten is not.
            trails.length > 1 || "desktop:col-span-1 desktop:pt-6",
          )}
        >
          <Button type="submit" variant="primary">
            {t("show")}
          </Button>
          {isFiltered(filter) ? (
            <ButtonLink
              href={withQuery(routes.auditTrail, { kabupaten: filter.district })}
              variant="ghost"
            >
              {t("clear")}
            </ButtonLink>
          ) : null}
        </div>
      </form>
    </FilterFold>
  );
}
