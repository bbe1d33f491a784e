import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import type { Campaign } from "@/lib/campaign/campaign";
import { formats } from "@/lib/base/i18n/format";
import type { Doubt } from "@/lib/monitor/quality/doubt";
import { ruleWords } from "@/lib/monitor/quality/params";
import { routes, withQuery } from "@/lib/base/routes";
import { columnKeyOf, placeColumnKeyOf } from "@/lib/campaign/column-key";

import { WarningNote } from "./warning-note";

/** More findings than these are counted, not told. */
const maxTold = 3;

/**
 * Under which open findings the doses stand that a goal seems reached with, each with the way to it: the
 * finding, for who may review it, else the place's reports.
 */
export function DoubtNote(props: {
  readonly doubts: readonly Doubt[];
  readonly campaign: Campaign;
  readonly mayReview: boolean;
  /** On paper: sentences only. */
  readonly isPlain?: boolean;
}) {
  const t = useTranslations("coverage.doubt");
  const { doubts } = props;
  if (doubts.length === 0) return null;
  const told = doubts.slice(0, maxTold);
  const more = doubts.length - told.length;
  return (
    <WarningNote title={t("title")} isPlain={props.isPlain}>
      {told.map((doubt) => (
        <DoubtLine
          key={placeColumnKeyOf(doubt.unit.code, columnKeyOf(doubt))}
          {...props}
          doubt={doubt}
        />
      ))}
      {more > 0 ? <p>{t("more", { count: more })}</p> : null}
    </WarningNote>
  );
}

function DoubtLine({
  doubt,
  campaign,
  mayReview,
  isPlain,
}: Parameters<typeof DoubtNote>[0] & { readonly doubt: Doubt }) {
  const intervention = campaign.interventions.find(({ code }) => code === doubt.intervention);
  const t = useSentences("coverage.doubt", intervention?.wording ?? campaign.wording);
  const rules = useTranslations("quality.rules");
  const format = formats(useLocale());
  const group = campaign.targetGroups.find(({ code }) => code === doubt.targetGroup);
  const href = mayReview
    ? withQuery(routes.quality, {
        kampanye: campaign.slug,
        aturan: ruleWords[doubt.rule],
        kecamatan: doubt.subdistrict?.code ?? null,
      })
    : withQuery(routes.coverageOf(doubt.unit.code), {
        kampanye: campaign.slug,
        intervensi: doubt.intervention,
      });
  const said = mayReview ? ("finding" as const) : ("reports" as const);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <p>
        {t.rich("line", {
          unit: doubt.unit.name,
          column: [intervention?.shortName, group?.name].filter(Boolean).join(" "),
          day: doubt.day === null ? "" : t("day", { date: format.shortDay(doubt.day) }),
          doses: format.count(doubt.doses),
          rule: rules(`${doubt.rule}.title`),
          b: (chunks) => <b className="font-semibold">{chunks}</b>,
        })}
      </p>
      {isPlain ? null : (
        <Link
          href={href}
          aria-label={t(`${said}Of`, { unit: doubt.unit.name })}
          className="inline-flex min-h-6 items-center text-link underline"
        >
          {t(said)}
        </Link>
      )}
    </div>
  );
}
