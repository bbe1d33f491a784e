import { useTranslations } from "next-intl";

import { Button } from "@/components/base/ui/button";
import { ButtonLink } from "@/components/base/ui/button-link";
import { FilterChoice } from "@/components/base/ui/filter-choice";
import { FilterFold } from "@/components/base/ui/filter-fold";
import { FilterForm } from "@/components/base/ui/filter-form";
import { withQuery } from "@/lib/base/routes";

type Option = { readonly value: string; readonly name: string };

type Choice = {
  /** Its name in the address. */
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly every: string;
  readonly options: readonly Option[];
};

/** Choices of a register that are too many for segments, a kecamatan last: each stands in the address. */
export function RegisterChoices(props: {
  /** Where the register is. */
  readonly address: string;
  /** What else the address says. */
  readonly kept: Readonly<Record<string, string | null>>;
  readonly choices?: readonly Choice[];
  readonly subdistrict: string | null;
  readonly subdistricts: readonly Option[];
}) {
  const t = useTranslations("recordPage.filter");
  const kecamatan: Choice = {
    id: "kecamatan",
    label: t("subdistrict"),
    value: props.subdistrict ?? "",
    every: t("everySubdistrict"),
    options: props.subdistricts,
  };
  // Who has one kecamatan chooses none.
  const choices = [...(props.choices ?? []), kecamatan].filter(({ options }) => options.length > 1);
  const nameOf = ({ value, every, options }: Choice) =>
    options.find((each) => each.value === value)?.name ?? every;
  if (choices.length === 0) return null;
  return (
    <FilterFold label={t("more")} chosen={choices.map(nameOf)}>
      <FilterForm action={props.address} className="flex flex-wrap items-end gap-3">
        {Object.entries(props.kept).map(([name, value]) =>
          value === null ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        {choices.map((choice) => (
          <FilterChoice
            key={choice.id}
            id={choice.id}
            label={choice.label}
            value={choice.value}
            className="max-tablet:w-full"
          >
            <option value="">{choice.every}</option>
            {choice.options.map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </FilterChoice>
        ))}
        <Button type="submit">{t("show")}</Button>
        {choices.some(({ value }) => value !== "") ? (
          <ButtonLink href={withQuery(props.address, props.kept)} prefetch={false}>
            {t("clear")}
          </ButtonLink>
        ) : null}
      </FilterForm>
    </FilterFold>
  );
}
