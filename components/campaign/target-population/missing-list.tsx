import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";

/** Units whose coverage cannot be whole, by subdistrict. */
export function MissingList(props: {
  readonly source: "local" | "pusdatin";
  readonly units: readonly {
    readonly code: string;
    readonly name: string;
    readonly subdistrictName: string;
    readonly missing: number;
  }[];
}) {
  const t = useTranslations("targets");
  const names = useTranslations("common.targetSources");
  const { units } = props;
  const places = [...new Set(units.map(({ subdistrictName }) => subdistrictName))];
  return (
    <Panel
      title={t("missingTitle")}
      note={
        units.length === 0
          ? t("noneMissing")
          : t("missingNote", { source: names(props.source), units: units.length })
      }
    >
      {places.map((place) => {
        const here = units.filter(({ subdistrictName }) => subdistrictName === place);
        return (
          <details key={place} data-whole className="group border-b border-line">
            <summary className="flex min-h-11 items-center justify-between gap-4 text-dense tablet:min-h-9 print:min-h-0 print:break-after-avoid">
              <span className="flex items-center gap-2 font-medium">
                <ChevronRight
                  aria-hidden
                  className="size-4 shrink-0 group-open:rotate-90 print:hidden"
                />
                {place}
              </span>
              <span className="text-note text-warn">
                {t("incomplete", { missing: here.length })}
              </span>
            </summary>
            <ul className="pb-3 text-dense">
              {here.map((unit) => (
                <li key={unit.code} className="flex flex-wrap justify-between gap-x-4">
                  <span>
                    {unit.name} <span className="text-ink3">{unit.code}</span>
                  </span>
                  <span className="text-note text-ink3">
                    {t("missingCells", { missing: unit.missing })}
                  </span>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </Panel>
  );
}
