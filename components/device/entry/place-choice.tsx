import { useTranslations } from "next-intl";

import { Button } from "@/components/base/ui/button";
import { SelectField } from "@/components/base/ui/field";
import { everyPlace } from "@/lib/report/entry-place";

/** Which subdistrict of the kabupaten, with how many have reported; a plain form. */
export function PlaceChoice(props: {
  readonly action: string;
  readonly day: string;
  readonly slug: string;
  readonly chosen: string;
  readonly places: readonly {
    readonly code: string;
    readonly name: string;
    readonly due: number;
    readonly received: number;
  }[];
}) {
  const t = useTranslations("entry");
  return (
    <form action={props.action} method="get" className="flex items-end gap-2">
      <input type="hidden" name="kampanye" value={props.slug} />
      <input type="hidden" name="hari" value={props.day} />
      <SelectField
        id="kecamatan"
        name="kecamatan"
        label={t("place")}
        defaultValue={props.chosen}
        key={props.chosen}
        className="min-w-0 grow tablet:max-w-80"
      >
        {props.places.map(({ code, ...place }) => (
          <option key={code} value={code}>
            {t("placeOption", place)}
          </option>
        ))}
        <option value={everyPlace}>{t("everyPlace")}</option>
      </SelectField>
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}
