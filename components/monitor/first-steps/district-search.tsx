import { useTranslations } from "next-intl";
import Link from "next/link";

import { Button } from "@/components/base/ui/button";
import { TextField } from "@/components/base/ui/field";
import { routes, withQuery } from "@/lib/base/routes";

/** Which kabupaten the installation is for, by its name or code; a plain form that needs no scripts. */
export function DistrictSearch(props: {
  readonly text: string;
  /** null: nothing was searched for. */
  readonly found:
    | readonly { readonly code: string; readonly name: string; readonly within: string | null }[]
    | null;
}) {
  const t = useTranslations("firstSteps.search");
  const { found } = props;
  return (
    <div className="grid max-w-140 gap-3">
      <form role="search" className="flex flex-wrap items-end gap-2 print:hidden">
        <TextField
          id="cari"
          name="cari"
          type="search"
          label={t("label")}
          hint={t("hint")}
          defaultValue={props.text}
          className="grow"
        />
        <Button type="submit">{t("submit")}</Button>
      </form>
      {found?.length === 0 ? (
        <p role="status" className="text-dense text-ink2">
          {t("none")}
        </p>
      ) : null}
      {found && found.length > 0 ? (
        <ul className="border-t border-line">
          {found.map(({ code, name, within }) => (
            <li key={code} className="border-b border-line">
              <Link
                href={withQuery(routes.firstSteps, { kabupaten: code })}
                prefetch={false}
                className="flex min-h-11 items-center gap-2 text-dense"
              >
                {name} <span className="text-note text-ink3">{within}</span>
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
