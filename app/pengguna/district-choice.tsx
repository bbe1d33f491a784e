import { useTranslations } from "next-intl";

import { Button } from "@/components/base/ui/button";
import { SelectField } from "@/components/base/ui/field";

/** Which kabupaten a page about people is of, for who sees several. */
export function DistrictChoice(props: {
  readonly districts: readonly { readonly code: string; readonly name: string }[];
  readonly district: string | undefined;
}) {
  const t = useTranslations("people.heads");
  if (props.districts.length < 2) return null;
  return (
    <form className="flex flex-wrap items-end gap-2 print:hidden">
      <SelectField
        id="kabupaten"
        name="kabupaten"
        label={t("district")}
        defaultValue={props.district}
      >
        {props.districts.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}
