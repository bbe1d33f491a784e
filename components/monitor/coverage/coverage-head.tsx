import { ListFilter } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useSentences } from "@/components/base/use-sentences";
import type { ReactNode } from "react";

import { ButtonLink } from "@/components/base/ui/button-link";
import { formats } from "@/lib/base/i18n/format";
import { partNoun, unitNoun } from "@/lib/monitor/coverage/place";
import { statusWord } from "@/lib/monitor/assessment";
import { localDay } from "@/lib/base/time/time-zone";

import { AnnouncedNote } from "./announced-note";
import type { CoverageProps } from "./coverage-props";
import { capital, coverageTitle } from "./coverage-title";
import { EachPair } from "./each-pair";
import { NotByDoses } from "./later-target";
import { OtherSource } from "./other-source";
import { OpenSentence, PlaceSentence, WithoutTarget } from "./place-sentence";
import { TargetDetail } from "./target-detail";

const bold = (chunks: ReactNode) => <b className="font-semibold text-ink">{chunks}</b>;

const statusOrder = [
  "behind",
  "missed",
  "onTrack",
  "doubtful",
  "reached",
  "noGoal",
  "unknown",
  "notJudged",
] as const;

/** What the screen is about, the answer in a sentence, and the way to the villages that lag. */
export function CoverageHead(props: CoverageProps) {
  const t = useSentences("coverage", props.params.wording);
  const places = useTranslations("places");
  const format = formats(useLocale());
  const { campaign, params, view } = props;
  const { root } = view;
  const noun = places(`nouns.${unitNoun(root.units)}`);
  const goal = format.goal(view.total.coverageGoal);
  const below = view.total.unitsBelowGoal ?? 0;
  const isUnit = root.kind === "unit";

  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 border-b border-line pb-4">
      <div className="min-w-0 tablet:max-w-210">
        <h1 className="text-title font-semibold tracking-tight">
          {coverageTitle(t, places, props)}
        </h1>
        <div className="mt-1 text-panel text-ink2">
          {root.kind === "district" ? (
            <p>
              <DistrictSentence {...props} />{" "}
              {view.total.remaining === null
                ? null
                : t("head.remaining", { remaining: format.count(view.total.remaining) })}
            </p>
          ) : (
            <PlaceSentence {...props} />
          )}
          <p className="empty:hidden">
            <TargetDetail counts={view.total} noun={unitNoun(root.units)} />
          </p>
          <AnnouncedNote
            announced={view.total.announced}
            counts={view.total}
            wording={params.wording}
          />
          <p className="empty:hidden">
            <OtherSource assessment={view.total} source={params.source} />
          </p>
          {root.kind === "district" ? (
            <>
              <WithoutTarget {...props} />
              <OpenSentence {...props} />
            </>
          ) : null}
          <EachPair assessment={view.total} wording={params.wording} noun={unitNoun(root.units)} />
          <p className="text-warn empty:hidden">
            <NotByDoses steps={view.steps} intervention={params.intervention} on={params.on} />
          </p>
          <p>
            <ReceivedSentence {...props} />
          </p>
          {campaign.sourceName ? (
            <p className="text-note text-ink3">
              {t.rich("head.published", {
                source: campaign.sourceName,
              })}
            </p>
          ) : null}
        </div>
      </div>
      {isUnit || (params.isBelowGoal && params.level === "units") ? null : below > 0 ? (
        <ButtonLink
          href={
            props.links.here({
              ...(root.parts !== "unit" ? { tampil: "desa" } : {}),
              "di-bawah-target": "ya",
              urut: "",
              cari: "",
              semua: "",
            }) + "#tabel"
          }
          variant="primary"
          className="w-full tablet:w-auto print:hidden"
        >
          <ListFilter aria-hidden className="size-4" />
          {t("below", {
            count: format.count(below),
            noun: places(`counted.${unitNoun(root.units)}`, { count: below }),
            goal,
          })}
        </ButtonLink>
      ) : statusWord(view.total) === "reached" &&
        !view.units.some(({ isDoubtful }) => isDoubtful) ? (
        <p className="text-dense font-semibold text-reached">{t("allReached", { noun, goal })}</p>
      ) : null}
    </div>
  );
}

/** "Campak-rubela (MR), hari ke-18 dari 31: 10 kecamatan tertinggal, 5 sesuai jalur." */
function DistrictSentence({ campaign, params, view }: CoverageProps) {
  const t = useSentences("coverage", params.wording);
  const places = useTranslations("places");
  const format = formats(useLocale());
  const { calendar } = view;
  const intervention = params.intervention.name;
  const when = {
    running: () =>
      t("head.running", { intervention, day: String(calendar.day), days: String(calendar.days) }),
    before: () => t("head.before", { intervention, date: format.day(params.round.startsOn) }),
    sweeping: () =>
      t("head.sweeping", {
        intervention,
        date: format.day(params.round.sweepingEndsOn ?? params.round.endsOn),
      }),
    ended: () => t("head.ended", { intervention, date: format.day(params.round.endsOn) }),
  }[calendar.phase]();
  const round =
    campaign.rounds.length > 1
      ? `, ${t("head.round", { number: String(params.round.number) })}`
      : "";
  const present = statusOrder.filter((status) => view.statuses[status] > 0);
  const statuses = present.map((status, index) =>
    t(`head.${index === 0 ? "firstStatuses" : "statuses"}.${status}`, {
      count: String(view.statuses[status]),
      noun: places(`counted.${partNoun(view.root)}`, { count: view.statuses[status] }),
    }),
  );
  return (
    <>
      {`${when}${round}${statuses.length > 0 ? `: ${statuses.join(", ")}` : ""}.`}{" "}
      {view.total.verdict.required.kind === "outOfTime"
        ? t.rich("head.outOfTime", { needed: format.count(view.total.needed), b: bold })
        : null}
    </>
  );
}

/** "12 dari 17 kecamatan lengkap, data s.d. 17.05 WIB." */
function ReceivedSentence({ campaign, params, view }: CoverageProps) {
  const t = useTranslations("coverage");
  const places = useTranslations("places");
  const format = formats(useLocale());
  const { root, total, calendar, receivedAt } = view;
  const isRunning = calendar.phase === "running";
  const reports =
    isRunning && root.parts !== "unit"
      ? t("head.complete", {
          complete: String(view.completeParts),
          all: String(view.rankedParts),
          noun: places(`counted.${partNoun(root)}`, { count: view.rankedParts }),
        })
      : isRunning && root.kind === "unit"
        ? t(total.unitsReported > 0 ? "head.unitReported" : "head.unitMissing", {
            date: format.shortDay(params.on),
          })
        : t(isRunning ? "head.reportedToday" : "head.reportedEver", {
            received: format.count(total.unitsReported),
            expected: format.count(total.unitsAwaited),
            noun: places(`counted.${unitNoun(root.units)}`, { count: total.unitsAwaited }),
            date: format.shortDay(params.on),
          });
  const until =
    receivedAt === null
      ? t("head.noReports")
      : t("head.until", {
          time: params.given.sampai
            ? format.day(params.on)
            : localDay(receivedAt, campaign.timeZone) === params.on
              ? format.time(receivedAt, campaign.timeZone)
              : `${format.day(localDay(receivedAt, campaign.timeZone))}, ${format.time(receivedAt, campaign.timeZone)}`,
        });
  return calendar.phase === "before" ? null : `${capital(reports)}, ${until}.`;
}
