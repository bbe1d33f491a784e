import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useSentences } from "@/components/base/use-sentences";
import type { ReactNode } from "react";

import { NotAddedNote } from "@/components/monitor/coverage/not-added-note";
import { Segments } from "@/components/base/ui/segments";
import { formats } from "@/lib/base/i18n/format";
import { sourceAddress, sourceQuery } from "@/lib/monitor/source/address";
import { routes, withQuery } from "@/lib/base/routes";

import type { DosesReading, PeopleReading, SourceProps } from "./source-props";

const bold = (chunks: ReactNode) => <b className="font-semibold text-ink">{chunks}</b>;

/** The number, what it is the sum of, and what can be done with the list. */
export function SourceHead(props: SourceProps) {
  const t = useSentences("source", props.params.wording);
  const common = useTranslations("common");
  const format = formats(useLocale());
  const { campaign, params, reading } = props;
  const { of, coverage } = params;
  const words = {
    intervention: of.intervention === null ? t("all") : coverage.intervention.shortName,
    place: reading.root.name,
  };
  const group = campaign.targetGroups.find(({ code }) => code === of.targetGroup);

  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 border-b border-line pb-4">
      <div className="min-w-0 tablet:max-w-210">
        <h1 className="text-title font-semibold tracking-tight text-balance">
          {reading.kind === "doses"
            ? reading.notAdded === null
              ? t("doses", { ...words, count: format.count(reading.sums.allDoses) })
              : t("reports", { ...words, count: format.count(reading.sums.reports) })
            : t("people", { ...words, count: format.count(reading.sums.people) })}
        </h1>
        <div className="mt-1 text-panel text-ink2">
          {reading.kind === "doses" ? (
            <DosesSentence {...props} reading={reading} />
          ) : (
            <PeopleSentence {...props} reading={reading} />
          )}
          {group ? <p>{t("group", { group: group.name })}</p> : null}
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-3 max-tablet:w-full print:hidden">
        {reading.kind === "doses" ? (
          <Segments
            label={t("choose")}
            options={[false, true].map((isUnverified) => ({
              label: t(isUnverified ? "waiting" : "every"),
              href: sourceAddress(campaign, { ...of, isUnverified }),
              isCurrent: (of.isUnverified ?? false) === isUnverified,
            }))}
          />
        ) : null}
        <a
          href={withQuery(routes.sourcesCsv, sourceQuery(campaign, of))}
          className="inline-flex min-h-11 items-center gap-2 text-dense underline underline-offset-3 tablet:min-h-9"
        >
          <Download aria-hidden className="size-4" />
          {common("downloadCsv")}
        </a>
      </div>
    </div>
  );
}

function DosesSentence({ params, reading }: SourceProps<DosesReading>) {
  const t = useSentences("source", params.wording);
  const format = formats(useLocale());
  const { sums } = reading;
  const isAllVerified = sums.unverifiedReports === 0 && sums.reports > 0;
  const { notAdded } = reading;
  return (
    <>
      <p>
        {t.rich(notAdded === null ? "sum" : "sumReports", {
          doses: format.count(sums.allDoses),
          reports: format.count(sums.reports),
          days: t(`days.${spanOf(params)}`, {
            from: params.of.from ? format.day(params.of.from) : "",
            to: params.of.to ? format.day(params.of.to) : "",
          }),
          b: bold,
        })}
      </p>
      <p>
        {params.of.isUnverified
          ? t("onlyUnverified")
          : isAllVerified
            ? t("allVerified")
            : sums.unverifiedReports > 0
              ? t.rich(notAdded === null ? "unverified" : "unverifiedReports", {
                  doses: format.count(sums.unverifiedDoses),
                  reports: format.count(sums.unverifiedReports),
                  b: bold,
                })
              : null}
        {notAdded === null && sums.allNonResidentDoses > 0
          ? ` ${t("nonResidents", { count: format.count(sums.allNonResidentDoses) })}`
          : null}
      </p>
      <NotAddedNote notAdded={notAdded} wording={params.wording} />
    </>
  );
}

/** Which days the number is of. From the latest day of the round on, it is of that day. */
function spanOf({ of: { from, to }, coverage }: SourceProps["params"]) {
  if (from && from === (to ?? coverage.on)) return "on";
  if (from && to) return "between";
  return from ? "since" : to ? "until" : "all";
}

function PeopleSentence({ params, reading }: SourceProps<PeopleReading>) {
  const t = useSentences("source", params.wording);
  const names = useTranslations("common.targetSources");
  const format = formats(useLocale());
  return (
    <p>
      {t.rich("sumPeople", {
        people: format.count(reading.sums.people),
        lines: format.count(reading.sums.lines),
        source: names(params.coverage.source),
        b: bold,
      })}
    </p>
  );
}
