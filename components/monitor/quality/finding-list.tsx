import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import { formats } from "@/lib/base/i18n/format";
import { rules } from "@/lib/monitor/quality/finding";
import { pageLength, qualityQuery, type QualityParams } from "@/lib/monitor/quality/params";
import { keyOf } from "@/lib/monitor/quality/finding";
import type { ReviewedFinding } from "@/lib/monitor/quality/server/review";
import { routes, withQuery } from "@/lib/base/routes";

import { FindingIcons, FindingItem, type FindingContext, type FormTexts } from "./finding-item";
import { useFindingWords } from "./finding-words";

/** The findings under their rules, the gravest first; how many are left out is said. */
export function FindingList(props: {
  readonly findings: readonly ReviewedFinding[];
  readonly params: QualityParams;
  /** Explained findings that the filters would show. */
  readonly explained: number;
  readonly context: FindingContext;
}) {
  const t = useTranslations("quality");
  const draft = useTranslations("draft");
  const f = formats(useLocale());
  const words = useFindingWords(props.context.campaign);
  const { findings, params, context } = props;
  const shown = params.isShowingAll ? findings : findings.slice(0, pageLength);
  const texts: FormTexts = {
    explain: {
      label: t("note.label"),
      hint: t("note.hint"),
      save: t("note.save"),
      saving: t("note.saving"),
    },
    kept: { restored: draft("restored"), discard: draft("discard") },
  };
  const isCut = shown.length < findings.length;

  if (findings.length === 0) {
    return (
      <Panel title={t("list.title", { count: 0 })}>
        <p className="mt-2 text-dense text-ink2">
          {params.state === "open"
            ? t("empty.filteredOpen", { explained: props.explained })
            : t("empty.filtered")}
        </p>
      </Panel>
    );
  }
  return (
    <Panel title={t("list.title", { count: findings.length })}>
      <FindingIcons />
      {rules.map((rule) => {
        const ofRule = shown.filter((finding) => finding.rule === rule);
        if (ofRule.length === 0) return null;
        const { title, words: sentence } = words.rule(rule);
        const all = findings.filter((finding) => finding.rule === rule).length;
        return (
          <section key={rule} aria-label={title} className="mt-5 first-of-type:mt-3">
            <h3 className="flex items-baseline gap-2 text-body font-semibold">
              {title}
              <span className="rounded-pill border border-line-strong px-2 text-note font-medium text-ink2">
                {f.count(all)}
              </span>
            </h3>
            <p className="mb-2 max-w-180 text-note text-ink3">{sentence}</p>
            <ul className="border-b border-line">
              {ofRule.map((finding) => (
                <FindingItem key={keyOf(finding)} {...{ finding, context, texts }} />
              ))}
            </ul>
          </section>
        );
      })}
      {isCut ? (
        <p className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-1 text-dense">
          {t("list.shown", { shown: shown.length, all: findings.length })}
          <Link
            href={withQuery(
              routes.quality,
              qualityQuery(context.campaign.slug, { ...params, isShowingAll: true }),
            )}
            className="inline-flex min-h-11 items-center text-link underline tablet:min-h-6"
          >
            {t("list.showAll")}
          </Link>
        </p>
      ) : null}
    </Panel>
  );
}
