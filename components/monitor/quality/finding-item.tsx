import { ArrowRight, CircleCheck, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { buttonClass } from "@/components/base/ui/button";
import { formats } from "@/lib/base/i18n/format";
import type { ReviewedFinding } from "@/lib/monitor/quality/server/review";
import { localDay, type TimeZone } from "@/lib/base/time/time-zone";

import { ExplainForm, type FormAction, type ProblemTexts } from "./explain-form";
import { keyedRows, useFindingWords } from "./finding-words";
import { PressForm } from "./press-form";
import { remedyAddress } from "./remedy-address";

export type FindingContext = {
  readonly actorId: string;
  readonly campaign: Parameters<typeof useFindingWords>[0] & {
    readonly slug: string;
    readonly timeZone: TimeZone;
  };
  readonly explain: FormAction;
  readonly withdraw: FormAction;
  readonly problems: ProblemTexts;
  /** Opens WhatsApp with the finding; null: it is nobody else's to put right. */
  readonly tell: (finding: ReviewedFinding) => string | null;
};

/** One finding: where and when, its numbers, who should act, where to correct it, or why it is right. */
export function FindingItem({
  finding,
  context,
}: {
  readonly finding: ReviewedFinding;
  readonly context: FindingContext;
}) {
  const t = useTranslations("quality");
  const draft = useTranslations("draft");
  const f = formats(useLocale());
  const words = useFindingWords(context.campaign);
  const { rule, subject, facts, place, subdistrict, day } = finding;
  const name = words.place(finding);
  const tellHref = context.tell(finding);
  const where = subdistrict && subdistrict.code !== place?.code ? subdistrict.name : null;

  return (
    <li className="grid gap-x-6 gap-y-2 border-t border-line py-3 tablet:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <h4 className="text-dense">
          <span className="font-semibold">{name}</span>
          {where ? <span className="text-ink2">, {where}</span> : null}
          {day ? <span className="text-ink2"> · {f.weekdayDay(day)}</span> : null}
        </h4>
        <ul className="mt-0.5 text-dense">
          {keyedRows(finding).map(({ key, row }) => {
            const column = words.column(row);
            return (
              <li key={key} className="break-words">
                {column ? <span className="font-medium">{column}: </span> : null}
                {words.row(row)}
              </li>
            );
          })}
        </ul>
        <FindingNote finding={finding} context={context} />
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 tablet:flex-col tablet:items-end tablet:gap-1">
        {tellHref && !finding.isExplained ? (
          <a
            href={tellHref}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={t("list.tellOf", { place: name, subdistrict: subdistrict?.name ?? "" })}
            className={`${buttonClass({ size: "small" })} max-tablet:min-h-11`}
          >
            {t(`figures.${finding.resolver}`)}
          </a>
        ) : (
          <span className="rounded-pill bg-none-tint px-2.5 py-0.5 text-note text-ink2">
            {t(`figures.${finding.resolver}`)}
          </span>
        )}
        <Link
          href={remedyAddress(context.campaign.slug, finding.remedy)}
          prefetch={false}
          className="inline-flex min-h-11 items-center gap-1 text-dense font-medium text-link underline tablet:min-h-6 print:hidden"
        >
          {t(`remedies.${finding.remedy.kind}`)}
          <span className="sr-only">: {name}</span>
          <ArrowRight aria-hidden className="size-4" />
        </Link>
      </div>
      {finding.isExplained ? null : (
        <details className="group tablet:col-span-2 print:hidden">
          <summary
            aria-label={t("note.explainOf", { place: name })}
            className="inline-flex min-h-11 items-center gap-1 text-dense text-link tablet:min-h-6"
          >
            <ChevronRight aria-hidden className="size-4 group-open:rotate-90" />
            {t("note.explain")}
          </summary>
          <ExplainForm
            id={`note-${rule}-${subject}`.replaceAll(/[^\w-]/g, "_")}
            sent={{ kampanye: context.campaign.slug, rule, subject, facts }}
            explain={context.explain}
            problems={context.problems}
            kept={{
              name: `${context.actorId}/mutu/${context.campaign.slug}/${rule}/${subject}`,
              texts: { restored: draft("restored"), discard: draft("discard") },
            }}
            texts={{
              label: t("note.label"),
              hint: t("note.hint"),
              save: t("note.save"),
              saving: t("note.saving"),
            }}
          />
        </details>
      )}
    </li>
  );
}

/** What was said about it: an explanation that holds, or one whose numbers have changed since. */
function FindingNote({
  finding,
  context,
}: {
  readonly finding: ReviewedFinding;
  readonly context: FindingContext;
}) {
  const t = useTranslations("quality.note");
  const f = formats(useLocale());
  const words = useFindingWords(context.campaign);
  const { note, rule, subject, isExplained } = finding;
  if (!note) return null;

  const zone = context.campaign.timeZone;
  const who = note.notedBy ?? t("someone");
  const day = f.shortDay(localDay(note.notedAt, zone));
  if (!isExplained) {
    return (
      <p className="mt-1 text-note text-ink2">
        <span className="font-medium">{t("outdated", { who, day })}</span> {note.note}
      </p>
    );
  }
  return (
    <div className="mt-2 flex flex-wrap items-start gap-x-4 gap-y-1 rounded-control bg-sunken px-3 py-2">
      <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-reached" />
      <div className="min-w-0 grow basis-48 text-dense">
        <p className="break-words">{note.note}</p>
        <p className="text-note text-ink3">
          {t("explained", { who, day, time: f.time(note.notedAt, zone) })}
        </p>
      </div>
      <div className="print:hidden">
        <PressForm
          sent={{ kampanye: context.campaign.slug, rule, subject }}
          action={context.withdraw}
          problems={context.problems}
          texts={{
            press: t("undo"),
            pressing: t("undoing"),
            label: t("undoOf", { place: words.place(finding) }),
          }}
        />
      </div>
    </div>
  );
}
