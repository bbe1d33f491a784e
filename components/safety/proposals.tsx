import { Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { ButtonLink } from "@/components/base/ui/button-link";
import { Panel } from "@/components/base/ui/panel";
import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import type { SaidDone } from "@/lib/safety/proposal";

const shown = 6;

/** Places that report being done and that nobody has looked at. */
export function Proposals(props: {
  readonly slug: string;
  readonly said: SaidDone;
  /** What the intervention is called. */
  readonly intervention: string;
}) {
  const t = useTranslations("rapidAssessments");
  const f = formats(useLocale());
  const { slug, said, intervention } = props;
  const { proposed } = said;
  return (
    <Panel title={t("proposals.title")} note={t("proposals.note", { intervention })}>
      {proposed.length === 0 ? (
        <p className="mt-2 text-dense text-ink2">{t("proposals.none")}</p>
      ) : (
        <ul className="mt-2 divide-y divide-line border-t border-line">
          {proposed.slice(0, shown).map(({ unit, coverage, intervention: code }) => (
            <li
              key={unit.code}
              className="flex items-center justify-between gap-3 py-1.5 text-dense"
            >
              <span className="min-w-0">
                <span className="font-semibold wrap-anywhere">{unit.name}</span>
                <span className="block text-note text-ink3">
                  {`${f.coverage(coverage)} · `}
                  {t("list.of", {
                    done: coverage.dosesAdministered,
                    all: coverage.targetPopulation ?? 0,
                  })}
                </span>
              </span>
              <ButtonLink
                href={withQuery(routes.newRapidAssessment, {
                  kampanye: slug,
                  unit: unit.code,
                  intervensi: code,
                })}
                prefetch={false}
                aria-label={t("proposals.start", { place: unit.name })}
              >
                <Plus aria-hidden className="size-4" />
                RCA
              </ButtonLink>
            </li>
          ))}
        </ul>
      )}
      {proposed.length > shown ? (
        <p className="mt-2 text-note text-ink2">
          {t("proposals.more", { count: proposed.length - shown })}
        </p>
      ) : null}
    </Panel>
  );
}
