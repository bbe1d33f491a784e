import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { ButtonLink } from "@/components/base/ui/button-link";
import { AnnouncedFigure } from "@/components/monitor/coverage/announced-note";
import { OtherFigure } from "@/components/monitor/coverage/other-figure";
import { StatusBadge } from "@/components/monitor/coverage/status-badge";
import { NumberLink } from "@/components/monitor/source/number-link";
import type { Campaign } from "@/lib/campaign/campaign";
import { formats } from "@/lib/base/i18n/format";
import { comparedBy, isGivenOnly } from "@/lib/monitor/summary/part";
import type { Summary } from "@/lib/monitor/summary/summary";
import { routes, withQuery } from "@/lib/base/routes";
import { statusWord } from "@/lib/monitor/assessment";

import { useEndedName } from "../use-ended-name";
import { numberAddress, ofFigure } from "./number-address";
import { GivenOnly } from "./given-only";
import { PartBar, coverageText, maxRows, paceOf } from "./part-table";
import { partWord } from "./place-word";
import { perWord, placeAddress } from "./summary-address";

/** The first few of them on a phone. */
const maxOnPhone = 5;

/** The places by children still needed, on a phone: the first five, each with its bar. */
export function PartList(props: { readonly summary: Summary; readonly campaign: Campaign }) {
  const t = useSentences("summary.parts", props.summary.chosen.wording);
  const link = useSentences("source.link", props.summary.chosen.wording);
  const format = formats(useLocale());
  const { summary, campaign } = props;
  const { unplaced } = summary;
  const nameOf = useEndedName(summary.ended);
  const parts = [...summary.parts.slice(0, maxOnPhone), ...(unplaced ? [unplaced] : [])];
  const isGiven = isGivenOnly(summary.parts);
  const most = Math.max(1, ...parts.map((part) => comparedBy(part, isGiven) ?? 0));
  return (
    <ol className="tablet:hidden">
      {parts.map((part) => {
        const { required, assessment } = part;
        return (
          <li key={part.code} className="border-b border-line py-3">
            <Link
              href={placeAddress(campaign, summary, part.code)}
              className="block text-ink no-underline"
            >
              <span className="flex justify-between gap-3">
                <span className="min-w-0 font-semibold wrap-anywhere">{nameOf(part)}</span>
                <span className="shrink-0">
                  {t(isGiven ? "given" : "neededCount", {
                    count: format.count(comparedBy(part, isGiven)),
                  })}
                </span>
              </span>
              <span className="my-1.5 block">
                <PartBar part={part} most={most} isGiven={isGiven} height={8} />
              </span>
            </Link>
            {isGiven ? null : (
              <p className="flex flex-wrap items-center justify-between gap-x-3 text-note text-ink2">
                <span className="flex items-center gap-1.5">
                  <StatusBadge status={statusWord(assessment)} look="inline" />
                  {assessment.hasReported ? (
                    <NumberLink
                      href={numberAddress(campaign, summary, {
                        place: part.code,
                        ...ofFigure(summary.chosen),
                      })}
                      name={link("coverage", {
                        coverage: coverageText(part, format),
                        of: link("of", {
                          intervention: summary.chosen.shortName,
                          place: part.name,
                        }),
                      })}
                      className="min-h-6"
                    >
                      {coverageText(part, format)}
                    </NumberLink>
                  ) : null}
                  <GivenOnly assessment={assessment} wording={summary.chosen.wording} />
                  <AnnouncedFigure
                    announced={part.announced}
                    counts={assessment}
                    wording={summary.chosen.wording}
                  />
                  <OtherFigure assessment={assessment} />
                </span>
                {assessment.remaining === null || assessment.coverageGoal === null ? null : (
                  <span>{t("remainingCount", { count: format.count(assessment.remaining) })}</span>
                )}
                {required.kind === "perDay" && paceOf(part) !== null ? (
                  <span>
                    {t("perDayAndRecent", {
                      perDay: format.count(required.perDay),
                      recent: format.pace(paceOf(part)),
                    })}
                  </span>
                ) : null}
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** The way to the places that are not listed here: fewer are on a phone. */
export function AllPartsLink(props: { readonly summary: Summary; readonly campaign: Campaign }) {
  const t = useTranslations("summary");
  const places = useTranslations("places");
  const { summary, campaign } = props;
  const count = summary.parts.length;
  if (count <= maxOnPhone) return null;
  return (
    <ButtonLink
      href={withQuery(routes.coverage, {
        kampanye: campaign.slug,
        putaran: campaign.rounds.length > 1 ? summary.round.number : null,
        intervensi: summary.chosen.code,
        kelompok: summary.chosen.targetGroup,
        sampai: summary.isPast ? summary.today : null,
        per: perWord(summary.setKind),
      })}
      className={count <= maxRows ? "mt-4 w-full tablet:hidden" : "mt-4 w-full"}
    >
      {t("parts.all", { count, places: places(`counted.${partWord(summary)}`, { count }) })}
      <ArrowRight aria-hidden className="size-4" />
    </ButtonLink>
  );
}
