import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import type { Directive } from "@/lib/directive/directive";
import { followUpsIn, progressOf, type ProgressPart } from "@/lib/directive/progress";

import { useDirectiveName, useOrigin, useSize } from "./directive-words";
import { DraftChip } from "./draft-head";
import { ProgressBar } from "./progress-bar";

type Listed = Directive & {
  readonly orders: number;
  readonly addressees: number;
  readonly progress: readonly { readonly part: ProgressPart; readonly count: number }[];
};

/** Directives, each with how far it is; nothing where there is none. */
export function DirectiveList(props: {
  readonly slug: string;
  readonly title: string;
  readonly note?: string;
  readonly directives: readonly Listed[];
}) {
  if (props.directives.length === 0) return null;
  return (
    <Panel title={props.title} note={props.note}>
      <ul className="mt-2 border-b border-line">
        {props.directives.map((directive) => (
          <li
            key={directive.id}
            className="grid gap-x-6 gap-y-2 border-t border-line py-3 tablet:grid-cols-[1fr_16rem]"
          >
            <About slug={props.slug} directive={directive} />
            {directive.isIssued ? <HowFar directive={directive} /> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function About({ slug, directive }: { readonly slug: string; readonly directive: Listed }) {
  const t = useTranslations("directives");
  const common = useTranslations("common.sample");
  const f = formats(useLocale());
  const nameOf = useDirectiveName();
  const originOf = useOrigin();
  const sizeOf = useSize();
  const notes = [
    sizeOf(directive),
    ...(directive.isOfCampaign ? [] : [t("ofNone")]),
    ...(directive.reviewOn ? [t("reviewOn", { day: f.day(directive.reviewOn) })] : []),
  ];
  return (
    <div className="min-w-0 wrap-anywhere">
      <p className="text-note text-ink3">
        {directive.isIssued ? null : <DraftChip />}
        {nameOf(directive)}, {originOf(directive)}
        {directive.isSample ? (
          <span className="ml-2 rounded-cell bg-sample-tint px-1.5 text-axis font-semibold text-sample">
            {common("label")}
          </span>
        ) : null}
      </p>
      <Link
        href={withQuery(routes.directive(directive.id), { kampanye: slug })}
        className="inline-flex min-h-11 items-center font-semibold tablet:min-h-7"
      >
        {directive.title}
      </Link>
      <p className="text-note text-ink2">{notes.join("; ")}</p>
    </div>
  );
}

function HowFar({ directive }: { readonly directive: Listed }) {
  const t = useTranslations("directives.list");
  const progress = progressOf(directive.progress);
  const all = followUpsIn(progress);
  const { done, late } = progress;
  return (
    <div className="min-w-0 self-center">
      <ProgressBar progress={progress} />
      <p className="mt-1 text-note tabular-nums">
        {t(late > 0 ? "progressLate" : "progress", { done, all, late })}
      </p>
    </div>
  );
}
