import Link from "next/link";
import { useTranslations } from "next-intl";

import { routes, withQuery } from "@/lib/base/routes";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

/** Beyond so many a kecamatan is chosen first. */
const most = 40;

/** Beside the grid, which has tallies alone: the way to each unit's own form, where the other numbers are. */
export function PartLinks(props: {
  readonly slug: string;
  readonly day: CalendarDay;
  readonly units: readonly { readonly code: string; readonly name: string }[];
}) {
  const t = useTranslations("paperForm.others");
  const { slug, day, units } = props;
  if (units.length > most) return <p className="text-dense text-ink2">{t("choose")}</p>;
  return (
    <details className="text-dense">
      <summary className="min-h-11 py-2.5 text-link underline desk:min-h-0 desk:py-0">
        {t("title")}
      </summary>
      <p className="text-note text-ink2">{t("note")}</p>
      <ul className="flex flex-wrap gap-x-4">
        {units.map(({ code, name }) => (
          <li key={code}>
            <Link
              href={withQuery(routes.entryOf(code), { kampanye: slug, hari: day })}
              prefetch={false}
              className="inline-flex min-h-11 items-center underline desk:min-h-7"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
