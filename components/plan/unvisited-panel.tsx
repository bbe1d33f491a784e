import { useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import type { Unvisited } from "@/lib/plan/schedule";

/** Rows that a panel at the side has room for. */
const most = 5;

/** Where nobody is sent this week: kecamatan with their units, or the units of one kecamatan. */
export function UnvisitedPanel(props: {
  readonly unvisited: readonly Unvisited[];
  readonly subdistricts: number;
  readonly nameOf: (code: string) => string;
}) {
  const t = useTranslations("schedule.unvisited");
  const { unvisited } = props;
  const [only, ...others] = unvisited;
  if (!only) {
    return (
      <Panel title={t("title")}>
        <p className="mt-1 text-dense text-ink2">{t("all")}</p>
      </Panel>
    );
  }
  return props.subdistricts < 2 && others.length === 0 ? (
    <UnitsOfOne unvisited={only} />
  ) : (
    <Panel title={t("title")}>
      <p className="mt-1 text-dense text-ink2">
        {t("sentence", {
          without: unvisited.filter(({ isAnyScheduled }) => !isAnyScheduled).length,
          all: props.subdistricts,
        })}
      </p>
      <ul className="mt-1 divide-y divide-line text-dense">
        {unvisited.slice(0, most).map(({ subdistrict, units }) => {
          const never = units.filter(({ isEver }) => !isEver).length;
          return (
            <li key={subdistrict} className="flex flex-wrap justify-between gap-x-3 py-1.5">
              <span>{props.nameOf(subdistrict)}</span>
              <span className="text-ink2">{t("units", { count: units.length })}</span>
              {never > 0 ? (
                <span className="basis-full text-note text-ink3">
                  {t("never", { count: never })}
                </span>
              ) : null}
            </li>
          );
        })}
      </ul>
      {unvisited.length > most ? (
        <p className="text-note text-ink3">{t("more", { count: unvisited.length - most })}</p>
      ) : null}
    </Panel>
  );
}

function UnitsOfOne({ unvisited: { units } }: { readonly unvisited: Unvisited }) {
  const t = useTranslations("schedule.unvisited");
  const shown = 12;
  return (
    <Panel title={t("title")} note={t("units", { count: units.length })}>
      <ul className="mt-1 divide-y divide-line text-dense">
        {units.slice(0, shown).map(({ code, name, isEver }) => (
          <li key={code} className="flex flex-wrap justify-between gap-x-3 py-1.5">
            <span className="wrap-anywhere">{name}</span>
            {isEver ? null : <span className="text-note text-ink3">{t("neverOne")}</span>}
          </li>
        ))}
      </ul>
      {units.length > shown ? (
        <p className="text-note text-ink3">{t("moreUnits", { count: units.length - shown })}</p>
      ) : null}
    </Panel>
  );
}
