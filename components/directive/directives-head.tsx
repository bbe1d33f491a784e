import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Directive } from "@/lib/directive/directive";
import {
  followUpsIn,
  progressOf,
  type Progress,
  type ProgressPart,
} from "@/lib/directive/progress";

import { useDirectiveName, useOrigin, useSize } from "./directive-words";
import { ProgressBar, ProgressLegend } from "./progress-bar";

type Counted = Directive & {
  readonly orders: number;
  readonly addressees: number;
  readonly progress: readonly { readonly part: ProgressPart; readonly count: number }[];
};

/** How all that was asked stands, in one sentence. */
export function DirectivesHeadline({ directives }: { readonly directives: readonly Counted[] }) {
  const t = useTranslations("directives");
  const issued = directives.filter(({ isIssued }) => isIssued);
  return issued.length > 0 ? (
    <ProgressSentence progress={progressOf(issued.flatMap((each) => each.progress))} />
  ) : (
    t("headlineDrafts", { drafts: directives.length })
  );
}

/** Of one directive alone what it is; of several what the list is. */
export function DirectivesIntro({ directives }: { readonly directives: readonly Counted[] }) {
  const t = useTranslations("directives");
  const [only, ...others] = directives.filter(({ isIssued }) => isIssued);
  return only && others.length === 0 ? (
    <OneDirective directive={only} followUps={followUpsIn(progressOf(only.progress))} />
  ) : (
    t("intro")
  );
}

/** All that was asked as one bar; nothing while there are drafts alone. */
export function DirectivesStrip(props: {
  readonly directives: readonly Counted[];
  readonly today: CalendarDay;
}) {
  const issued = props.directives.filter(({ isIssued }) => isIssued);
  if (issued.length === 0) return null;
  const progress = progressOf(issued.flatMap((each) => each.progress));
  return <ProgressStrip progress={progress} today={props.today} />;
}

/** All follow-ups as one bar, with its parts in words and the day that they are of. */
export function ProgressStrip(props: { readonly progress: Progress; readonly today: CalendarDay }) {
  const t = useTranslations("directives");
  const f = formats(useLocale());
  return (
    <div className="grid gap-2">
      <ProgressBar progress={props.progress} height={16} />
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <ProgressLegend progress={props.progress} />
        <span className="text-note text-ink3">{t("asOf", { day: f.longDay(props.today) })}</span>
      </div>
    </div>
  );
}

/** "111 dari 1.032 permintaan terlambat, 672 selesai." */
export function ProgressSentence({ progress }: { readonly progress: Progress }) {
  const t = useTranslations("directives");
  const { late, done } = progress;
  return t(late > 0 ? "headline" : "headlineOnTime", { late, done, all: followUpsIn(progress) });
}

/** "Instruksi 443.51/686/DINKES Tahun 2022, ditetapkan 20 April 2022, Bupati Kapuas: 4 perintah kepada …" */
export function OneDirective(props: {
  readonly directive: Directive & { readonly orders: number; readonly addressees: number };
  readonly followUps: number;
}) {
  const t = useTranslations("directives");
  const nameOf = useDirectiveName();
  const originOf = useOrigin();
  const sizeOf = useSize();
  const { directive, followUps } = props;
  return (
    <span className="wrap-anywhere">
      <b className="font-semibold text-ink">{nameOf(directive)}</b>, {originOf(directive)}:{" "}
      {t("becomes", { size: sizeOf(directive), followUps })}.
    </span>
  );
}
